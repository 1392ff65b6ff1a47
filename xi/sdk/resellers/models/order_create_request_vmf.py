from xi_sdk_resellers.models.order_create_request import OrderCreateRequestVmf

__all__ = ["OrderCreateRequestVmf"]
