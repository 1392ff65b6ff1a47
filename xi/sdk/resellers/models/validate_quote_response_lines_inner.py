from xi_sdk_resellers.models.validate_quote_response import ValidateQuoteResponseLine as ValidateQuoteResponseLinesInner

__all__ = ["ValidateQuoteResponseLinesInner"]
