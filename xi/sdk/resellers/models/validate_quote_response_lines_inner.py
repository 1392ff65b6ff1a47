# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ValidateQuoteResponseLine`."""

from xi_sdk_resellers.models.validate_quote_response import ValidateQuoteResponseLine as ValidateQuoteResponseLinesInner

__all__ = ["ValidateQuoteResponseLinesInner"]
