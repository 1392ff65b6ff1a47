# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `SerialNumber`."""

from xi_sdk_resellers.models.serial_number import (
    SerialNumber as OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner,
)

__all__ = ["OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner"]
