from xi_sdk_resellers.models.order_create_response import OrderCreateResponseOrder as OrderCreateResponseOrdersInner

__all__ = ["OrderCreateResponseOrdersInner"]
