from xi_sdk_resellers.models.price_and_availability import (
    SpecialPricing as PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner"]
