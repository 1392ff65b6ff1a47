from xi_sdk_resellers.models.order_modify_response import OrderModifyResponseShipToInfo

__all__ = ["OrderModifyResponseShipToInfo"]
