# Generated from the contract by "python -m codegen". Changes made here are lost.
# ruff: noqa: E501 - the vendor's names are long
"""The vendor SDK's name for `SerialNumber`."""

from xi_sdk_resellers.models.serial_number import (
    SerialNumber as OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInnerSerialNumbersInner,
)

__all__ = ["OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInnerSerialNumbersInner"]
