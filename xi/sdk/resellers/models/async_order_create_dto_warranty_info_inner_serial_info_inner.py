from xi_sdk_resellers.models.async_order_create_dto import (
    AsyncOrderCreateDTOSerialInfo as AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner,
)

__all__ = ["AsyncOrderCreateDTOWarrantyInfoInnerSerialInfoInner"]
