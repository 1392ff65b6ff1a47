from xi_sdk_resellers.models.order_modify_request import OrderModifyRequest

__all__ = ["OrderModifyRequest"]
