from xi_sdk_resellers.models.async_order_create_notification import (
    AsyncOrderCreateNotificationShipToInfo as OrderCreateV7ResponseResourceShipToInfo,
)

__all__ = ["OrderCreateV7ResponseResourceShipToInfo"]
