# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AsyncOrderCreateNotificationLine`."""

from xi_sdk_resellers.models.async_order_create_notification import (
    AsyncOrderCreateNotificationLine as OrderCreateV7ResponseResourceOrdersInnerLinesInner,
)

__all__ = ["OrderCreateV7ResponseResourceOrdersInnerLinesInner"]
