from xi_sdk_resellers.models.error_response import Error as ErrorResponseErrorsInner

__all__ = ["ErrorResponseErrorsInner"]
