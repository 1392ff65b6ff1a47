# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderDetailB2BShipment`."""

from xi_sdk_resellers.models.order_detail_b2_b import (
    OrderDetailB2BShipment as OrderDetailB2BLinesInnerShipmentDetailsInner,
)

__all__ = ["OrderDetailB2BLinesInnerShipmentDetailsInner"]
