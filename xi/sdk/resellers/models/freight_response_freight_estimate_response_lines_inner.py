# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `FreightEstimateLine`."""

from xi_sdk_resellers.models.freight_response import (
    FreightEstimateLine as FreightResponseFreightEstimateResponseLinesInner,
)

__all__ = ["FreightResponseFreightEstimateResponseLinesInner"]
