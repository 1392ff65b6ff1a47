# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AsyncOrderCreateDTOShipmentDetails`."""

from xi_sdk_resellers.models.async_order_create_dto import (
    AsyncOrderCreateDTOShipmentDetails as OrderCreateV7RequestShipmentDetails,
)

__all__ = ["OrderCreateV7RequestShipmentDetails"]
