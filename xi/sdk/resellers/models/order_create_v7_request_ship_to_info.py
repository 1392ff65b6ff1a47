from xi_sdk_resellers.models.async_order_create_dto import (
    AsyncOrderCreateDTOShipToInfo as OrderCreateV7RequestShipToInfo,
)

__all__ = ["OrderCreateV7RequestShipToInfo"]
