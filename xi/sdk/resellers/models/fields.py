from xi_sdk_resellers.models.error_response import ErrorField as Fields

__all__ = ["Fields"]
