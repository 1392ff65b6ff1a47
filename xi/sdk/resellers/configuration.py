# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The same module as :mod:`xi_sdk_resellers.configuration`."""

import sys

from xi_sdk_resellers import configuration
from xi_sdk_resellers.configuration import *  # noqa: F403 - for type checkers

sys.modules[__name__] = configuration
