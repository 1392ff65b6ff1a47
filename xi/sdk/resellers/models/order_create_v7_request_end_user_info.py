# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AsyncOrderCreateDTOEndUserInfo`."""

from xi_sdk_resellers.models.async_order_create_dto import (
    AsyncOrderCreateDTOEndUserInfo as OrderCreateV7RequestEndUserInfo,
)

__all__ = ["OrderCreateV7RequestEndUserInfo"]
