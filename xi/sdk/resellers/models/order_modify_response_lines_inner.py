from xi_sdk_resellers.models.order_modify_response import OrderModifyResponseLine as OrderModifyResponseLinesInner

__all__ = ["OrderModifyResponseLinesInner"]
