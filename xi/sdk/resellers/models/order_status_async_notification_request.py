# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `OrderStatusAsyncNotificationRequest`."""

from xi_sdk_resellers.models.order_status_async_notification_request import OrderStatusAsyncNotificationRequest

__all__ = ["OrderStatusAsyncNotificationRequest"]
