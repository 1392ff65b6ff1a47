# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderSearchResponse`."""

from xi_sdk_resellers.models.order_search_response import OrderSearchResponse

__all__ = ["OrderSearchResponse"]
