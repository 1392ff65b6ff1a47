from xi_sdk_resellers.models.vendor_required_info_response import VendorRequiredInfo as VendorRequiredInforesponseInner

__all__ = ["VendorRequiredInforesponseInner"]
