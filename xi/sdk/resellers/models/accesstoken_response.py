# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AccesstokenResponse`."""

from xi_sdk_resellers.models.accesstoken_response import AccesstokenResponse

__all__ = ["AccesstokenResponse"]
