from xi_sdk_resellers.models.renewals_details_response import (
    RenewalsDetailsResponseAttribute as RenewalsDetailsResponseAdditionalAttributesInner,
)

__all__ = ["RenewalsDetailsResponseAdditionalAttributesInner"]
