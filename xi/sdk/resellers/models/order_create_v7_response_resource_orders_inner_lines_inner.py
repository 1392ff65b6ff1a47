from xi_sdk_resellers.models.async_order_create_notification import (
    AsyncOrderCreateNotificationLine as OrderCreateV7ResponseResourceOrdersInnerLinesInner,
)

__all__ = ["OrderCreateV7ResponseResourceOrdersInnerLinesInner"]
