from xi_sdk_resellers.models.quote_details_response import QuoteDetailsResponseEndUserInfo

__all__ = ["QuoteDetailsResponseEndUserInfo"]
