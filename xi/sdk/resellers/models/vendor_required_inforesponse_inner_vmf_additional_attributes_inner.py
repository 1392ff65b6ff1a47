# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `VendorRequiredInfoGroup`."""

from xi_sdk_resellers.models.vendor_required_info_response import (
    VendorRequiredInfoGroup as VendorRequiredInforesponseInnerVmfAdditionalAttributesInner,
)

__all__ = ["VendorRequiredInforesponseInnerVmfAdditionalAttributesInner"]
