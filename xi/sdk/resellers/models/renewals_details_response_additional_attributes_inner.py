# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `RenewalsDetailsResponseAttribute`."""

from xi_sdk_resellers.models.renewals_details_response import (
    RenewalsDetailsResponseAttribute as RenewalsDetailsResponseAdditionalAttributesInner,
)

__all__ = ["RenewalsDetailsResponseAdditionalAttributesInner"]
