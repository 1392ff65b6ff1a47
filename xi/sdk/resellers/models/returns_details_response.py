from xi_sdk_resellers.models.returns_details_response import ReturnsDetailsResponse

__all__ = ["ReturnsDetailsResponse"]
