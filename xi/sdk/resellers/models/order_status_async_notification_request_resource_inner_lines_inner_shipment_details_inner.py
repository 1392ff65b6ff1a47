# Generated from the contract by "python -m codegen". Changes made here are lost.
# ruff: noqa: E501 - the vendor's names are long
"""The vendor SDK's name for `OrderStatusAsyncNotificationShipment`."""

from xi_sdk_resellers.models.order_status_async_notification_request import (
    OrderStatusAsyncNotificationShipment as OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner,
)

__all__ = ["OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner"]
