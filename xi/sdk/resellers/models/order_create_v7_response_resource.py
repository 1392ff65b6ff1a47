# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AsyncOrderCreateNotificationResource`."""

from xi_sdk_resellers.models.async_order_create_notification import (
    AsyncOrderCreateNotificationResource as OrderCreateV7ResponseResource,
)

__all__ = ["OrderCreateV7ResponseResource"]
