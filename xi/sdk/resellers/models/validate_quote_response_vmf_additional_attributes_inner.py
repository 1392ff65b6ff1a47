from xi_sdk_resellers.models.validate_quote_response import (
    ValidateQuoteAttribute as ValidateQuoteResponseVmfAdditionalAttributesInner,
)

__all__ = ["ValidateQuoteResponseVmfAdditionalAttributesInner"]
