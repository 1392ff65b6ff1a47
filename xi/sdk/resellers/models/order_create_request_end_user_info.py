from xi_sdk_resellers.models.order_create_request import OrderCreateRequestEndUserInfo

__all__ = ["OrderCreateRequestEndUserInfo"]
