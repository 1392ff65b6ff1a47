# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AsyncOrderCreateNotification`."""

from xi_sdk_resellers.models.async_order_create_notification import (
    AsyncOrderCreateNotification as OrderCreateV7Response,
)

__all__ = ["OrderCreateV7Response"]
