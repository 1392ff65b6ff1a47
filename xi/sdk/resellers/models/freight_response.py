# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `FreightResponse`."""

from xi_sdk_resellers.models.freight_response import FreightResponse

__all__ = ["FreightResponse"]
