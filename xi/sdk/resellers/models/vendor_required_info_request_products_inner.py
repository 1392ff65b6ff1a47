from xi_sdk_resellers.models.vendor_required_info_request import (
    VendorRequiredInfoRequestProduct as VendorRequiredInfoRequestProductsInner,
)

__all__ = ["VendorRequiredInfoRequestProductsInner"]
