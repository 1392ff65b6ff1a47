from xi_sdk_resellers.models.quote_details_response import QuoteDetailsResponseResellerInfo

__all__ = ["QuoteDetailsResponseResellerInfo"]
