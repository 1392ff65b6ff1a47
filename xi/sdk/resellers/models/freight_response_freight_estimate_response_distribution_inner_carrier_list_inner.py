from xi_sdk_resellers.models.freight_response import (
    FreightEstimateCarrier as FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner,
)

__all__ = ["FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner"]
