# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderModifyResponseLineShipmentDetails`."""

from xi_sdk_resellers.models.order_modify_response import (
    OrderModifyResponseLineShipmentDetails as OrderModifyResponseLinesInnerShipmentDetails,
)

__all__ = ["OrderModifyResponseLinesInnerShipmentDetails"]
