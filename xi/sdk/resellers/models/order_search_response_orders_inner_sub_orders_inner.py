# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderSearchResponseSubOrder`."""

from xi_sdk_resellers.models.order_search_response import (
    OrderSearchResponseSubOrder as OrderSearchResponseOrdersInnerSubOrdersInner,
)

__all__ = ["OrderSearchResponseOrdersInnerSubOrdersInner"]
