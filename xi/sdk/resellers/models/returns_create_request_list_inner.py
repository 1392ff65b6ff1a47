from xi_sdk_resellers.models.returns_create_request import ReturnsCreateRequestItem as ReturnsCreateRequestListInner

__all__ = ["ReturnsCreateRequestListInner"]
