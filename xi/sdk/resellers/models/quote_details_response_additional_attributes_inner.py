from xi_sdk_resellers.models.quote_details_response import (
    QuoteAttribute as QuoteDetailsResponseAdditionalAttributesInner,
)

__all__ = ["QuoteDetailsResponseAdditionalAttributesInner"]
