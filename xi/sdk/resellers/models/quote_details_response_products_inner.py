from xi_sdk_resellers.models.quote_details_response import (
    QuoteDetailsResponseProduct as QuoteDetailsResponseProductsInner,
)

__all__ = ["QuoteDetailsResponseProductsInner"]
