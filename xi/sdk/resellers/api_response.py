# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The same module as :mod:`xi_sdk_resellers.api_response`."""

import sys

from xi_sdk_resellers import api_response
from xi_sdk_resellers.api_response import *  # noqa: F403 - for type checkers

sys.modules[__name__] = api_response
