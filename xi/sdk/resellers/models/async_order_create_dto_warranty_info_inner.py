from xi_sdk_resellers.models.async_order_create_dto import (
    AsyncOrderCreateDTOWarrantyInfo as AsyncOrderCreateDTOWarrantyInfoInner,
)

__all__ = ["AsyncOrderCreateDTOWarrantyInfoInner"]
