from xi_sdk_resellers.models.quote_details_response import (
    QuoteDetailsResponseDiscount as QuoteDetailsResponseProductsInnerPriceDiscountsInner,
)

__all__ = ["QuoteDetailsResponseProductsInnerPriceDiscountsInner"]
