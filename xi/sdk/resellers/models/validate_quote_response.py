from xi_sdk_resellers.models.validate_quote_response import ValidateQuoteResponse

__all__ = ["ValidateQuoteResponse"]
