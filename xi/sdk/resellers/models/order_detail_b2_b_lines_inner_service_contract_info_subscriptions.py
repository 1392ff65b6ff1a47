from xi_sdk_resellers.models.order_detail_b2_b import (
    OrderDetailB2BSubscription as OrderDetailB2BLinesInnerServiceContractInfoSubscriptions,
)

__all__ = ["OrderDetailB2BLinesInnerServiceContractInfoSubscriptions"]
