from xi_sdk_resellers.models.error_response import ErrorField as PostCreateorderV7400ResponseFieldsInner

__all__ = ["PostCreateorderV7400ResponseFieldsInner"]
