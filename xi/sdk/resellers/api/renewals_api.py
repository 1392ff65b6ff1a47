# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The same module as :mod:`xi_sdk_resellers.api.renewals_api`."""

import sys

from xi_sdk_resellers.api import renewals_api
from xi_sdk_resellers.api.renewals_api import *  # noqa: F403 - for type checkers

sys.modules[__name__] = renewals_api
