from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as OrderCreateV7RequestAdditionalAttributesInner,
)

__all__ = ["OrderCreateV7RequestAdditionalAttributesInner"]
