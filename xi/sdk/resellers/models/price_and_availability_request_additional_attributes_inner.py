from xi_sdk_resellers.models.additional_attribute import (
    AdditionalAttribute as PriceAndAvailabilityRequestAdditionalAttributesInner,
)

__all__ = ["PriceAndAvailabilityRequestAdditionalAttributesInner"]
