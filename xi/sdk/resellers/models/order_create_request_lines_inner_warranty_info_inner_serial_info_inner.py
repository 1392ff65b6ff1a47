from xi_sdk_resellers.models.order_create_request import (
    OrderCreateRequestLineSerialInfo as OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner,
)

__all__ = ["OrderCreateRequestLinesInnerWarrantyInfoInnerSerialInfoInner"]
