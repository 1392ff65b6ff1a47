from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as OrderCreateResponseOrdersInnerAdditionalAttributesInner,
)

__all__ = ["OrderCreateResponseOrdersInnerAdditionalAttributesInner"]
