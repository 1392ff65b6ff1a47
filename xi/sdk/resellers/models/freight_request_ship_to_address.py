# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `FreightRequestShipToAddress`."""

from xi_sdk_resellers.models.freight_request import FreightRequestShipToAddress

__all__ = ["FreightRequestShipToAddress"]
