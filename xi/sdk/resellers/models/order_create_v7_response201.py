from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse as OrderCreateV7Response201

__all__ = ["OrderCreateV7Response201"]
