# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for :class:`~xi_sdk_resellers.models.link.Link`."""

from xi_sdk_resellers.models.link import Link as OrderStatusAsyncNotificationRequestResourceInnerLinksInner

__all__ = ["OrderStatusAsyncNotificationRequestResourceInnerLinksInner"]
