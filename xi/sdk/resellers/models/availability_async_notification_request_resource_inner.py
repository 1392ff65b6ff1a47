from xi_sdk_resellers.models.availability_async_notification_request import (
    AvailabilityAsyncNotificationResource as AvailabilityAsyncNotificationRequestResourceInner,
)

__all__ = ["AvailabilityAsyncNotificationRequestResourceInner"]
