from xi_sdk_resellers.models.freight_response import (
    FreightEstimateLine as FreightResponseFreightEstimateResponseLinesInner,
)

__all__ = ["FreightResponseFreightEstimateResponseLinesInner"]
