from xi_sdk_resellers.models.quote_details_response import QuoteDetailsResponseShippingInfo

__all__ = ["QuoteDetailsResponseShippingInfo"]
