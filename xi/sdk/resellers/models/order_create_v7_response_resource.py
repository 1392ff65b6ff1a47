from xi_sdk_resellers.models.async_order_create_notification import (
    AsyncOrderCreateNotificationResource as OrderCreateV7ResponseResource,
)

__all__ = ["OrderCreateV7ResponseResource"]
