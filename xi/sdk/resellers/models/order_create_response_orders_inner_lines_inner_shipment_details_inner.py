# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderCreateResponseLineShipmentDetails`."""

from xi_sdk_resellers.models.order_create_response import (
    OrderCreateResponseLineShipmentDetails as OrderCreateResponseOrdersInnerLinesInnerShipmentDetailsInner,
)

__all__ = ["OrderCreateResponseOrdersInnerLinesInnerShipmentDetailsInner"]
