from xi_sdk_resellers.models.serial_number import (
    SerialNumber as OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner,
)

__all__ = ["OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner"]
