# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The same module as :mod:`xi_sdk_resellers.rest`."""

import sys

from xi_sdk_resellers import rest
from xi_sdk_resellers.rest import *  # noqa: F403 - for type checkers

sys.modules[__name__] = rest
