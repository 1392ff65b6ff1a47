from xi_sdk_resellers.models.vendor_required_info_response import (
    VendorRequiredInfoGroup as VendorRequiredInforesponseInnerVmfAdditionalAttributesInner,
)

__all__ = ["VendorRequiredInforesponseInnerVmfAdditionalAttributesInner"]
