from xi_sdk_resellers.models.order_create_response import OrderCreateResponseShipToInfo

__all__ = ["OrderCreateResponseShipToInfo"]
