from xi_sdk_resellers.models.error_response import ErrorResponse

__all__ = ["ErrorResponse"]
