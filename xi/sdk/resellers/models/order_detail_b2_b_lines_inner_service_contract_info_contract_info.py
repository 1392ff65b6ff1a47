from xi_sdk_resellers.models.order_detail_b2_b import (
    OrderDetailB2BContract as OrderDetailB2BLinesInnerServiceContractInfoContractInfo,
)

__all__ = ["OrderDetailB2BLinesInnerServiceContractInfoContractInfo"]
