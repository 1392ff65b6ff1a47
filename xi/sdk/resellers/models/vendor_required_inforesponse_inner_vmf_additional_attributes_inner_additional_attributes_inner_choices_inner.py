# Generated from the contract by "python -m codegen". Changes made here are lost.
# ruff: noqa: E501 - the vendor's names are long
"""The vendor SDK's name for `VendorRequiredAttribute`."""

from xi_sdk_resellers.models.vendor_required_info_response import (
    VendorRequiredAttribute as VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInnerChoicesInner,
)

__all__ = ["VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInnerChoicesInner"]
