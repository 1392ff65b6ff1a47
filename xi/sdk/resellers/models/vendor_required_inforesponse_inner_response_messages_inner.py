# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `VendorRequiredInfoMessage`."""

from xi_sdk_resellers.models.vendor_required_info_response import (
    VendorRequiredInfoMessage as VendorRequiredInforesponseInnerResponseMessagesInner,
)

__all__ = ["VendorRequiredInforesponseInnerResponseMessagesInner"]
