from xi_sdk_resellers.models.accesstoken_response import AccesstokenResponse

__all__ = ["AccesstokenResponse"]
