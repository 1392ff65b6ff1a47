from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO as OrderCreateV7Request

__all__ = ["OrderCreateV7Request"]
