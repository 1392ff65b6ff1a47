# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `FreightEstimateWarehouse`."""

from xi_sdk_resellers.models.freight_response import (
    FreightEstimateWarehouse as FreightResponseFreightEstimateResponseDistributionInner,
)

__all__ = ["FreightResponseFreightEstimateResponseDistributionInner"]
