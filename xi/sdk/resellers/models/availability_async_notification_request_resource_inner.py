# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AvailabilityAsyncNotificationResource`."""

from xi_sdk_resellers.models.availability_async_notification_request import (
    AvailabilityAsyncNotificationResource as AvailabilityAsyncNotificationRequestResourceInner,
)

__all__ = ["AvailabilityAsyncNotificationRequestResourceInner"]
