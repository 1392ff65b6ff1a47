from xi_sdk_resellers.models.error_response import ErrorResponse as GetAccesstoken400Response

__all__ = ["GetAccesstoken400Response"]
