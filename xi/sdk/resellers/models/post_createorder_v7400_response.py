from xi_sdk_resellers.models.error_response import ErrorResponse as PostCreateorderV7400Response

__all__ = ["PostCreateorderV7400Response"]
