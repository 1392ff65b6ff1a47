from xi_sdk_resellers.models.order_modify_request import OrderModifyRequestShipToInfo

__all__ = ["OrderModifyRequestShipToInfo"]
