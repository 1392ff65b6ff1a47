# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderStatusAsyncNotificationLine`."""

from xi_sdk_resellers.models.order_status_async_notification_request import (
    OrderStatusAsyncNotificationLine as OrderStatusAsyncNotificationRequestResourceInnerLinesInner,
)

__all__ = ["OrderStatusAsyncNotificationRequestResourceInnerLinesInner"]
