# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AsyncOrderCreateDTOShipToInfo`."""

from xi_sdk_resellers.models.async_order_create_dto import (
    AsyncOrderCreateDTOShipToInfo as OrderCreateV7RequestShipToInfo,
)

__all__ = ["OrderCreateV7RequestShipToInfo"]
