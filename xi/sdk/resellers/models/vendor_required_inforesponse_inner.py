# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `VendorRequiredInfo`."""

from xi_sdk_resellers.models.vendor_required_info_response import VendorRequiredInfo as VendorRequiredInforesponseInner

__all__ = ["VendorRequiredInforesponseInner"]
