from xi_sdk_resellers.models.async_order_create_dto import (
    AsyncOrderCreateDTOResellerInfo as OrderCreateV7RequestResellerInfo,
)

__all__ = ["OrderCreateV7RequestResellerInfo"]
