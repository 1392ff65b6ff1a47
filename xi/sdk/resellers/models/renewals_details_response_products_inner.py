from xi_sdk_resellers.models.renewals_details_response import (
    RenewalsDetailsResponseProduct as RenewalsDetailsResponseProductsInner,
)

__all__ = ["RenewalsDetailsResponseProductsInner"]
