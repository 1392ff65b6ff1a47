from xi_sdk_resellers.models.async_order_create_dto import (
    AsyncOrderCreateDTOLineEndUserInfo as AsyncOrderCreateDTOLinesInnerEndUserInfoInner,
)

__all__ = ["AsyncOrderCreateDTOLinesInnerEndUserInfoInner"]
