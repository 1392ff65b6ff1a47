from xi_sdk_resellers.models.returns_create_request import (
    ReturnsCreateRequestShipFrom as ReturnsCreateRequestListInnerShipFromInfoInner,
)

__all__ = ["ReturnsCreateRequestListInnerShipFromInfoInner"]
