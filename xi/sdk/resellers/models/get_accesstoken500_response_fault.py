# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ErrorFault`."""

from xi_sdk_resellers.models.error_response import ErrorFault as GetAccesstoken500ResponseFault

__all__ = ["GetAccesstoken500ResponseFault"]
