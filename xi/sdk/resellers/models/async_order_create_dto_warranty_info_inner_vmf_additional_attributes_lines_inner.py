# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `VmfAdditionalAttribute`."""

from xi_sdk_resellers.models.vmf_additional_attribute import (
    VmfAdditionalAttribute as AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner,
)

__all__ = ["AsyncOrderCreateDTOWarrantyInfoInnerVmfAdditionalAttributesLinesInner"]
