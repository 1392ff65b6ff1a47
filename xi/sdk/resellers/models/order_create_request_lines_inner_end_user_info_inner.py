from xi_sdk_resellers.models.order_create_request import (
    OrderCreateRequestLineEndUserInfo as OrderCreateRequestLinesInnerEndUserInfoInner,
)

__all__ = ["OrderCreateRequestLinesInnerEndUserInfoInner"]
