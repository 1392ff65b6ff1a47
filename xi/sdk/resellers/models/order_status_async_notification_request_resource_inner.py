from xi_sdk_resellers.models.order_status_async_notification_request import (
    OrderStatusAsyncNotificationResource as OrderStatusAsyncNotificationRequestResourceInner,
)

__all__ = ["OrderStatusAsyncNotificationRequestResourceInner"]
