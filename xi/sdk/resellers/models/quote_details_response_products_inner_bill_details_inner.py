from xi_sdk_resellers.models.quote_details_response import (
    QuoteDetailsResponseBillDetail as QuoteDetailsResponseProductsInnerBillDetailsInner,
)

__all__ = ["QuoteDetailsResponseProductsInnerBillDetailsInner"]
