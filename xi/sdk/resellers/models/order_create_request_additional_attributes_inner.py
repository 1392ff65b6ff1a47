from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as OrderCreateRequestAdditionalAttributesInner,
)

__all__ = ["OrderCreateRequestAdditionalAttributesInner"]
