from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as OrderModifyRequestAdditionalAttributesInner,
)

__all__ = ["OrderModifyRequestAdditionalAttributesInner"]
