from xi_sdk_resellers.models.order_modify_request import OrderModifyRequestLine as OrderModifyRequestLinesInner

__all__ = ["OrderModifyRequestLinesInner"]
