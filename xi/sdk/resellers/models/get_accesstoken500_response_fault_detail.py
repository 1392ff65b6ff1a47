# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ErrorFaultDetail`."""

from xi_sdk_resellers.models.error_response import ErrorFaultDetail as GetAccesstoken500ResponseFaultDetail

__all__ = ["GetAccesstoken500ResponseFaultDetail"]
