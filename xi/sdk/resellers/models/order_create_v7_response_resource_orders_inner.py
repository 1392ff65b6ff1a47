# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AsyncOrderCreateNotificationOrder`."""

from xi_sdk_resellers.models.async_order_create_notification import (
    AsyncOrderCreateNotificationOrder as OrderCreateV7ResponseResourceOrdersInner,
)

__all__ = ["OrderCreateV7ResponseResourceOrdersInner"]
