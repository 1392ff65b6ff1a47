from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTOEndUserInfo

__all__ = ["AsyncOrderCreateDTOEndUserInfo"]
