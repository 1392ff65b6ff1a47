from xi_sdk_resellers.models.error_response import ErrorField as ErrorResponseErrorsInnerFieldsInner

__all__ = ["ErrorResponseErrorsInnerFieldsInner"]
