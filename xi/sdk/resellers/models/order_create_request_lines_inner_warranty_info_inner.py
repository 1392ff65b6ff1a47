from xi_sdk_resellers.models.order_create_request import (
    OrderCreateRequestLineWarrantyInfo as OrderCreateRequestLinesInnerWarrantyInfoInner,
)

__all__ = ["OrderCreateRequestLinesInnerWarrantyInfoInner"]
