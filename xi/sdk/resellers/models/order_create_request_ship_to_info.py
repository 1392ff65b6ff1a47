from xi_sdk_resellers.models.order_create_request import OrderCreateRequestShipToInfo

__all__ = ["OrderCreateRequestShipToInfo"]
