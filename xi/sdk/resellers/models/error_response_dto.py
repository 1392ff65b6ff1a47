from xi_sdk_resellers.models.error_response import ErrorResponse as ErrorResponseDTO

__all__ = ["ErrorResponseDTO"]
