from xi_sdk_resellers.models.order_create_response import OrderCreateResponse

__all__ = ["OrderCreateResponse"]
