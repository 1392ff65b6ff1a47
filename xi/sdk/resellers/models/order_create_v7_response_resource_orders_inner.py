from xi_sdk_resellers.models.async_order_create_notification import (
    AsyncOrderCreateNotificationOrder as OrderCreateV7ResponseResourceOrdersInner,
)

__all__ = ["OrderCreateV7ResponseResourceOrdersInner"]
