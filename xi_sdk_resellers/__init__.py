"""Typed client for the Ingram Micro reseller API.

Start with :class:`Configuration`, :class:`ApiClient` and :class:`OrdersApi`, or with the workflows
of :class:`Orders`. Importing this package is cheap: every name is loaded when it is first used. Type
checkers read the names in the stub beside this file, which is generated.
"""

from importlib import import_module
from typing import Any

_MODULES = {
    "AccesstokenApi": "api",
    "ApiAttributeError": "exceptions",
    "ApiClient": "api_client",
    "ApiConnectionException": "exceptions",
    "ApiException": "exceptions",
    "ApiKeyError": "exceptions",
    "ApiResponse": "api_response",
    "ApiResponseException": "exceptions",
    "ApiTimeoutException": "exceptions",
    "ApiTypeError": "exceptions",
    "ApiValueError": "exceptions",
    "BadRequestException": "exceptions",
    "ClientClosedError": "exceptions",
    "Configuration": "configuration",
    "ConflictException": "exceptions",
    "Drift": "_operation",
    "FieldProblem": "exceptions",
    "FileTokenCache": "token_cache",
    "ForbiddenException": "exceptions",
    "MemoryTokenCache": "token_cache",
    "MethodNotAllowedException": "exceptions",
    "NotFoundException": "exceptions",
    "OpenApiException": "exceptions",
    "Orders": "orders",
    "OrdersApi": "api",
    "Outcome": "exceptions",
    "RateLimit": "api_response",
    "RedisTokenCache": "token_cache",
    "Retries": "_retry",
    "ServiceException": "exceptions",
    "TlsException": "exceptions",
    "TokenCache": "token_cache",
    "TooManyRequestsException": "exceptions",
    "UnauthorizedException": "exceptions",
    "UnprocessableEntityException": "exceptions",
    "__version__": "_version",
}
_SUBMODULES = {
    "aio",
    "api",
    "api_client",
    "api_response",
    "configuration",
    "dataframes",
    "exceptions",
    "models",
    "orders",
    "rest",
    "sandbox",
    "token_cache",
    "webhooks",
}


def __getattr__(name: str) -> Any:
    if name == "__all__":
        value: object = sorted({*_MODULES, *_models().__all__})
    elif name in _SUBMODULES:
        return import_module(f"{__name__}.{name}")
    elif name in _MODULES:
        value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    elif not name.startswith("_") and name in _models().__all__:
        value = getattr(_models(), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*_MODULES, *_SUBMODULES, *_models().__all__})


def _models() -> Any:
    return import_module(f"{__name__}.models")
