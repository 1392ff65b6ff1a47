from xi_sdk_resellers.models.quote_details_response import QuoteDetailsResponse

__all__ = ["QuoteDetailsResponse"]
