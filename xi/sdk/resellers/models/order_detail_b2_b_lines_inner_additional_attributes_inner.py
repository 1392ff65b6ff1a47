from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as OrderDetailB2BLinesInnerAdditionalAttributesInner,
)

__all__ = ["OrderDetailB2BLinesInnerAdditionalAttributesInner"]
