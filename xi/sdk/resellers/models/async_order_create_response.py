from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse

__all__ = ["AsyncOrderCreateResponse"]
