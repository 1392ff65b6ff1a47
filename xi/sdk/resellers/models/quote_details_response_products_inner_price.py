from xi_sdk_resellers.models.quote_details_response import (
    QuoteDetailsResponsePrice as QuoteDetailsResponseProductsInnerPrice,
)

__all__ = ["QuoteDetailsResponseProductsInnerPrice"]
