from xi_sdk_resellers.models.error_response import ErrorResponse as GetAccesstoken500Response

__all__ = ["GetAccesstoken500Response"]
