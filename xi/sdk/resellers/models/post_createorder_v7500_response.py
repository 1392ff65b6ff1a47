# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ErrorResponse`."""

from xi_sdk_resellers.models.error_response import ErrorResponse as PostCreateorderV7500Response

__all__ = ["PostCreateorderV7500Response"]
