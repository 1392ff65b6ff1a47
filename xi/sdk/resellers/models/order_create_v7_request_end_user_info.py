from xi_sdk_resellers.models.async_order_create_dto import (
    AsyncOrderCreateDTOEndUserInfo as OrderCreateV7RequestEndUserInfo,
)

__all__ = ["OrderCreateV7RequestEndUserInfo"]
