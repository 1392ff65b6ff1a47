# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for :class:`~xi_sdk_resellers.models.serial_number.SerialNumber`."""

from xi_sdk_resellers.models.serial_number import (
    SerialNumber as OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInnerSerialNumbersInner,
)

__all__ = ["OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInnerSerialNumbersInner"]
