# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AsyncOrderCreateNotificationShipToInfo`."""

from xi_sdk_resellers.models.async_order_create_notification import (
    AsyncOrderCreateNotificationShipToInfo as OrderCreateV7ResponseResourceShipToInfo,
)

__all__ = ["OrderCreateV7ResponseResourceShipToInfo"]
