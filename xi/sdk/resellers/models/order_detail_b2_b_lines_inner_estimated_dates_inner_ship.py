# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderDetailB2BShipEstimate`."""

from xi_sdk_resellers.models.order_detail_b2_b import (
    OrderDetailB2BShipEstimate as OrderDetailB2BLinesInnerEstimatedDatesInnerShip,
)

__all__ = ["OrderDetailB2BLinesInnerEstimatedDatesInnerShip"]
