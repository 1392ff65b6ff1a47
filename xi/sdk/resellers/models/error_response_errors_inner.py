# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `Error`."""

from xi_sdk_resellers.models.error_response import Error as ErrorResponseErrorsInner

__all__ = ["ErrorResponseErrorsInner"]
