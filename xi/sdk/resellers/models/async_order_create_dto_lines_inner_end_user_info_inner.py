# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `AsyncOrderCreateDTOLineEndUserInfo`."""

from xi_sdk_resellers.models.async_order_create_dto import (
    AsyncOrderCreateDTOLineEndUserInfo as AsyncOrderCreateDTOLinesInnerEndUserInfoInner,
)

__all__ = ["AsyncOrderCreateDTOLinesInnerEndUserInfoInner"]
