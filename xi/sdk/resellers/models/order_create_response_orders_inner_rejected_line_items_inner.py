from xi_sdk_resellers.models.order_create_response import (
    OrderCreateResponseRejectedLine as OrderCreateResponseOrdersInnerRejectedLineItemsInner,
)

__all__ = ["OrderCreateResponseOrdersInnerRejectedLineItemsInner"]
