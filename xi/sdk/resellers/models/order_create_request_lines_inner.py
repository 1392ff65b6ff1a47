from xi_sdk_resellers.models.order_create_request import OrderCreateRequestLine as OrderCreateRequestLinesInner

__all__ = ["OrderCreateRequestLinesInner"]
