"""Typed client for the Ingram Micro reseller API.

Start with :class:`Configuration`, :class:`ApiClient` and :class:`OrdersApi`, or with the workflows
of :class:`Orders`. Importing this package is cheap: every name is loaded when it is first used. Type
checkers read the names in the stub beside this file, which is generated.
"""

from importlib import import_module
from typing import Any

_MODULES = {
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
    "Drift": "_values.drift",
    "FieldProblem": "exceptions",
    "FileTokenCache": "token_cache",
    "ForbiddenException": "exceptions",
    "InterruptedCall": "_calls.interrupted",
    "Journal": "journal",
    "JournalException": "journal",
    "MemoryTokenCache": "token_cache",
    "MethodNotAllowedException": "exceptions",
    "NotFoundException": "exceptions",
    "OpenApiException": "exceptions",
    "Orders": "orders",
    "Outcome": "exceptions",
    "RateLimit": "api_response",
    "RedisTokenCache": "token_cache",
    "RejectedException": "exceptions",
    "Retries": "_settings.retries",
    "ServiceException": "exceptions",
    "SqlJournal": "journal",
    "SqliteJournal": "journal",
    "TlsException": "exceptions",
    "TokenCache": "token_cache",
    "TokenException": "exceptions",
    "TokenRefusedException": "exceptions",
    "TooManyRequestsException": "exceptions",
    "UnauthorizedException": "exceptions",
    "UnprocessableEntityException": "exceptions",
    "__version__": "_version",
    "interrupted_call": "_calls.interrupted",
}
_SUBMODULES = {
    "aio",
    "api",
    "api_client",
    "api_response",
    "configuration",
    "dataframes",
    "exceptions",
    "maintenance",
    "models",
    "operation",
    "orders",
    "rest",
    "sandbox",
    "token_cache",
    "webhooks",
}


# Pickles of 1.0.0 name modules that have moved.
__path__.append(f"{__path__[0]}/_moved")


def __getattr__(name: str) -> Any:
    if name == "__all__":
        value: object = sorted({*_MODULES, *_package("api").__all__, *_package("models").__all__})
    elif name in _SUBMODULES:
        return import_module(f"{__name__}.{name}")
    elif name in _MODULES:
        value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    elif not name.startswith("_") and (generated := _home(name)) is not None:
        value = getattr(generated, name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*__getattr__("__all__"), *_SUBMODULES})


def _package(name: str) -> Any:
    return import_module(f"{__name__}.{name}")


def _home(name: str) -> Any:
    """Find the generated package that has a name: an endpoint class or a model."""
    return next((package for package in map(_package, ("api", "models")) if name in package.__all__), None)
