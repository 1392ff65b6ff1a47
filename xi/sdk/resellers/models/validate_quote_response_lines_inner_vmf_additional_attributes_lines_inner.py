from xi_sdk_resellers.models.validate_quote_response import (
    ValidateQuoteAttribute as ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner,
)

__all__ = ["ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner"]
