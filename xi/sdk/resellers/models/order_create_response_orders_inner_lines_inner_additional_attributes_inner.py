from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as OrderCreateResponseOrdersInnerLinesInnerAdditionalAttributesInner,
)

__all__ = ["OrderCreateResponseOrdersInnerLinesInnerAdditionalAttributesInner"]
