# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `FreightEstimateCarrier`."""

from xi_sdk_resellers.models.freight_response import (
    FreightEstimateCarrier as FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner,
)

__all__ = ["FreightResponseFreightEstimateResponseDistributionInnerCarrierListInner"]
