from xi_sdk_resellers.models.vmf_additional_attribute import (
    VmfAdditionalAttribute as OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner,
)

__all__ = ["OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner"]
