from xi_sdk_resellers.models.vendor_required_info_response import (
    VendorRequiredInfoMessage as VendorRequiredInforesponseInnerResponseMessagesInner,
)

__all__ = ["VendorRequiredInforesponseInnerResponseMessagesInner"]
