# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `FreightRequestLine`."""

from xi_sdk_resellers.models.freight_request import FreightRequestLine as FreightRequestLinesInner

__all__ = ["FreightRequestLinesInner"]
