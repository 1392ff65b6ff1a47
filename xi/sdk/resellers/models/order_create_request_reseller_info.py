from xi_sdk_resellers.models.order_create_request import OrderCreateRequestResellerInfo

__all__ = ["OrderCreateRequestResellerInfo"]
