# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `VendorRequiredAttribute`."""

from xi_sdk_resellers.models.vendor_required_info_response import (
    VendorRequiredAttribute as VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner,
)

__all__ = ["VendorRequiredInforesponseInnerVmfAdditionalAttributesInnerAdditionalAttributesInner"]
