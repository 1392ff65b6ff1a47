from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as OrderModifyResponseLinesInnerAdditionalAttributesInner,
)

__all__ = ["OrderModifyResponseLinesInnerAdditionalAttributesInner"]
