from xi_sdk_resellers.models.vmf_additional_attribute import (
    VmfAdditionalAttribute as AsyncOrderCreateDTOVmfadditionalAttributesInner,
)

__all__ = ["AsyncOrderCreateDTOVmfadditionalAttributesInner"]
