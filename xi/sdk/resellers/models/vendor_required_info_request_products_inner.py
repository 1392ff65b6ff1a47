# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `VendorRequiredInfoRequestProduct`."""

from xi_sdk_resellers.models.vendor_required_info_request import (
    VendorRequiredInfoRequestProduct as VendorRequiredInfoRequestProductsInner,
)

__all__ = ["VendorRequiredInfoRequestProductsInner"]
