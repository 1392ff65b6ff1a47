from xi_sdk_resellers.models.returns_create_request import ReturnsCreateRequest

__all__ = ["ReturnsCreateRequest"]
