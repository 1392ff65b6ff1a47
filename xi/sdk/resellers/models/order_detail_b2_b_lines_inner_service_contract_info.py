from xi_sdk_resellers.models.order_detail_b2_b import (
    OrderDetailB2BServiceContractInfo as OrderDetailB2BLinesInnerServiceContractInfo,
)

__all__ = ["OrderDetailB2BLinesInnerServiceContractInfo"]
