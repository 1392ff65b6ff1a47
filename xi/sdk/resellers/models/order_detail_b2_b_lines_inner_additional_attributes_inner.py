# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AdditionalAttribute`."""

from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as OrderDetailB2BLinesInnerAdditionalAttributesInner,
)

__all__ = ["OrderDetailB2BLinesInnerAdditionalAttributesInner"]
