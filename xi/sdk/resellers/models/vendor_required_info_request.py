from xi_sdk_resellers.models.vendor_required_info_request import VendorRequiredInfoRequest

__all__ = ["VendorRequiredInfoRequest"]
