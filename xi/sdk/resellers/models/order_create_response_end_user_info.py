from xi_sdk_resellers.models.order_create_response import OrderCreateResponseEndUserInfo

__all__ = ["OrderCreateResponseEndUserInfo"]
