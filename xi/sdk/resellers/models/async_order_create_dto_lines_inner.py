from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTOLine as AsyncOrderCreateDTOLinesInner

__all__ = ["AsyncOrderCreateDTOLinesInner"]
