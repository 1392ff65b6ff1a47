# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `FreightEstimate`."""

from xi_sdk_resellers.models.freight_response import FreightEstimate as FreightResponseFreightEstimateResponse

__all__ = ["FreightResponseFreightEstimateResponse"]
