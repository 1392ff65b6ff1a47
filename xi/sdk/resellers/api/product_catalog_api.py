# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The same module as :mod:`xi_sdk_resellers.api.product_catalog_api`."""

import sys

from xi_sdk_resellers.api import product_catalog_api
from xi_sdk_resellers.api.product_catalog_api import *  # noqa: F403 - for type checkers

sys.modules[__name__] = product_catalog_api
