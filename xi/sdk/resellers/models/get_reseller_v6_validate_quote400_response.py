from xi_sdk_resellers.models.error_response import ErrorResponse as GetResellerV6ValidateQuote400Response

__all__ = ["GetResellerV6ValidateQuote400Response"]
