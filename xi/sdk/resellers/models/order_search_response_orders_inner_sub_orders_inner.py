# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for :class:`~xi_sdk_resellers.models.order_search_response.OrderSearchResponseSubOrder`."""

from xi_sdk_resellers.models.order_search_response import (
    OrderSearchResponseSubOrder as OrderSearchResponseOrdersInnerSubOrdersInner,
)

__all__ = ["OrderSearchResponseOrdersInnerSubOrdersInner"]
