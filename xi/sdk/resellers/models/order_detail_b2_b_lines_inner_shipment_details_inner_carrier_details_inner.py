from xi_sdk_resellers.models.order_detail_b2_b import (
    OrderDetailB2BCarrier as OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner,
)

__all__ = ["OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner"]
