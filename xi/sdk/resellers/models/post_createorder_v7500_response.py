from xi_sdk_resellers.models.error_response import ErrorResponse as PostCreateorderV7500Response

__all__ = ["PostCreateorderV7500Response"]
