from xi_sdk_resellers.models.order_modify_response import OrderModifyResponse

__all__ = ["OrderModifyResponse"]
