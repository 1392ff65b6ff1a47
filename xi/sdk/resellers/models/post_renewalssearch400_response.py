from xi_sdk_resellers.models.error_response import ErrorResponse as PostRenewalssearch400Response

__all__ = ["PostRenewalssearch400Response"]
