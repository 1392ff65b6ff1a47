# Generated from the contract by "python -m codegen". Changes made here are lost.
# ruff: noqa: E501 - the vendor's names are long
"""The vendor SDK's name for `AsyncOrderCreateNotificationLineShipmentDetails`."""

from xi_sdk_resellers.models.async_order_create_notification import (
    AsyncOrderCreateNotificationLineShipmentDetails as OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner,
)

__all__ = ["OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner"]
