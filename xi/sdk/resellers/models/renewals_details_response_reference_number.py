# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `RenewalsDetailsResponseReferenceNumber`."""

from xi_sdk_resellers.models.renewals_details_response import RenewalsDetailsResponseReferenceNumber

__all__ = ["RenewalsDetailsResponseReferenceNumber"]
