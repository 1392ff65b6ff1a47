from xi_sdk_resellers.models.quote_details_response import (
    QuoteDetailsResponseExtraFee as QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner,
)

__all__ = ["QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner"]
