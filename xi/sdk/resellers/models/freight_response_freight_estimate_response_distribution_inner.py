from xi_sdk_resellers.models.freight_response import (
    FreightEstimateWarehouse as FreightResponseFreightEstimateResponseDistributionInner,
)

__all__ = ["FreightResponseFreightEstimateResponseDistributionInner"]
