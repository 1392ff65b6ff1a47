from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as OrderCreateV7RequestLinesInnerAdditionalAttributesInner,
)

__all__ = ["OrderCreateV7RequestLinesInnerAdditionalAttributesInner"]
