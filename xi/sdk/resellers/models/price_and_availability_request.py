from xi_sdk_resellers.models.price_and_availability_request import PriceAndAvailabilityRequest

__all__ = ["PriceAndAvailabilityRequest"]
