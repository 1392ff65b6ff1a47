# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The same module as :mod:`xi_sdk_resellers.api.stock_update_api`."""

import sys

from xi_sdk_resellers.api import stock_update_api
from xi_sdk_resellers.api.stock_update_api import *  # noqa: F403 - for type checkers

sys.modules[__name__] = stock_update_api
