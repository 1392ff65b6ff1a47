# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `QuantityDiscount`."""

from xi_sdk_resellers.models.price_and_availability import (
    QuantityDiscount as PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner,
)

__all__ = ["PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner"]
