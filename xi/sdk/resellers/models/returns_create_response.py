from xi_sdk_resellers.models.returns_create_response import ReturnsCreateResponse

__all__ = ["ReturnsCreateResponse"]
