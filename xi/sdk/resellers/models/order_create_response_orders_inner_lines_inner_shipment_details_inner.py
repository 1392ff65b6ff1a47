from xi_sdk_resellers.models.order_create_response import (
    OrderCreateResponseLineShipmentDetails as OrderCreateResponseOrdersInnerLinesInnerShipmentDetailsInner,
)

__all__ = ["OrderCreateResponseOrdersInnerLinesInnerShipmentDetailsInner"]
