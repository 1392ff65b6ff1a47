from xi_sdk_resellers.models.error_response import Error

__all__ = ["Error"]
