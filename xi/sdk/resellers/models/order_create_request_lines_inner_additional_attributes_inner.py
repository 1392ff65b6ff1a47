from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as OrderCreateRequestLinesInnerAdditionalAttributesInner,
)

__all__ = ["OrderCreateRequestLinesInnerAdditionalAttributesInner"]
