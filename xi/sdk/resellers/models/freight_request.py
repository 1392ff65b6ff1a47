# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `FreightRequest`."""

from xi_sdk_resellers.models.freight_request import FreightRequest

__all__ = ["FreightRequest"]
