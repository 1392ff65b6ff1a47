from xi_sdk_resellers.models.order_status_async_notification_request import (
    OrderStatusAsyncNotificationLine as OrderStatusAsyncNotificationRequestResourceInnerLinesInner,
)

__all__ = ["OrderStatusAsyncNotificationRequestResourceInnerLinesInner"]
