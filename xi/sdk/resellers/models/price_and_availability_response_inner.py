from xi_sdk_resellers.models.price_and_availability import PriceAndAvailability as PriceAndAvailabilityResponseInner

__all__ = ["PriceAndAvailabilityResponseInner"]
