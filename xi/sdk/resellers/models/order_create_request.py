from xi_sdk_resellers.models.order_create_request import OrderCreateRequest

__all__ = ["OrderCreateRequest"]
