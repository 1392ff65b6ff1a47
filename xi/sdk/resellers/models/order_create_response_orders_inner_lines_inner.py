from xi_sdk_resellers.models.order_create_response import (
    OrderCreateResponseLine as OrderCreateResponseOrdersInnerLinesInner,
)

__all__ = ["OrderCreateResponseOrdersInnerLinesInner"]
