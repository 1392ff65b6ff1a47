from xi_sdk_resellers.models.returns_search_response import ReturnsSearchResponse

__all__ = ["ReturnsSearchResponse"]
