# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `Link`."""

from xi_sdk_resellers.models.link import Link as AvailabilityAsyncNotificationRequestResourceInnerLinksInner

__all__ = ["AvailabilityAsyncNotificationRequestResourceInnerLinksInner"]
