# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The same module as :mod:`xi_sdk_resellers.api.deals_api`."""

import sys

from xi_sdk_resellers.api import deals_api
from xi_sdk_resellers.api.deals_api import *  # noqa: F403 - for type checkers

sys.modules[__name__] = deals_api
