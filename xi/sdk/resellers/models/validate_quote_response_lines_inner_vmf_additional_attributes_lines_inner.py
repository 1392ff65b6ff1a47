# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ValidateQuoteAttribute`."""

from xi_sdk_resellers.models.validate_quote_response import (
    ValidateQuoteAttribute as ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner,
)

__all__ = ["ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner"]
