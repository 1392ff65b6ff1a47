from xi_sdk_resellers.models.order_modify_response import (
    OrderModifyResponseLineShipmentDetails as OrderModifyResponseLinesInnerShipmentDetails,
)

__all__ = ["OrderModifyResponseLinesInnerShipmentDetails"]
