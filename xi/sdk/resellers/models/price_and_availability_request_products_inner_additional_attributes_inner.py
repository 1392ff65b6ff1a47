from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner,
)

__all__ = ["PriceAndAvailabilityRequestProductsInnerAdditionalAttributesInner"]
