from xi_sdk_resellers.models.deals_details_response import (
    DealsDetailsResponseProduct as DealsDetailsResponseProductsInner,
)

__all__ = ["DealsDetailsResponseProductsInner"]
