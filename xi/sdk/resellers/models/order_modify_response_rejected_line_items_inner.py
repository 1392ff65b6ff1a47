from xi_sdk_resellers.models.order_modify_response import (
    OrderModifyResponseRejectedLine as OrderModifyResponseRejectedLineItemsInner,
)

__all__ = ["OrderModifyResponseRejectedLineItemsInner"]
