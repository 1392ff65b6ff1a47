from xi_sdk_resellers.models.freight_response import FreightEstimate as FreightResponseFreightEstimateResponse

__all__ = ["FreightResponseFreightEstimateResponse"]
