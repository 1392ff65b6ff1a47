# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ErrorField`."""

from xi_sdk_resellers.models.error_response import ErrorField as PostCreateorderV7400ResponseFieldsInner

__all__ = ["PostCreateorderV7400ResponseFieldsInner"]
