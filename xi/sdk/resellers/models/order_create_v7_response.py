from xi_sdk_resellers.models.async_order_create_notification import (
    AsyncOrderCreateNotification as OrderCreateV7Response,
)

__all__ = ["OrderCreateV7Response"]
