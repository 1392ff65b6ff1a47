"""Typed client for the Ingram Micro reseller API.

Start with :class:`Configuration`, :class:`ApiClient` and :class:`OrdersApi`, or with the workflows
of :class:`Orders`. Importing this package is cheap: every name is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xi_sdk_resellers import aio as aio
    from xi_sdk_resellers import api as api
    from xi_sdk_resellers import api_client as api_client
    from xi_sdk_resellers import api_response as api_response
    from xi_sdk_resellers import configuration as configuration
    from xi_sdk_resellers import dataframes as dataframes
    from xi_sdk_resellers import exceptions as exceptions
    from xi_sdk_resellers import models as models
    from xi_sdk_resellers import orders as orders
    from xi_sdk_resellers import rest as rest
    from xi_sdk_resellers import sandbox as sandbox
    from xi_sdk_resellers import token_cache as token_cache
    from xi_sdk_resellers import webhooks as webhooks
    from xi_sdk_resellers._operation import Drift
    from xi_sdk_resellers._retry import Retries
    from xi_sdk_resellers._version import __version__
    from xi_sdk_resellers.api import AccesstokenApi, OrdersApi
    from xi_sdk_resellers.api_client import ApiClient
    from xi_sdk_resellers.api_response import ApiResponse, RateLimit
    from xi_sdk_resellers.configuration import Configuration
    from xi_sdk_resellers.exceptions import (
        ApiAttributeError,
        ApiConnectionException,
        ApiException,
        ApiKeyError,
        ApiResponseException,
        ApiTimeoutException,
        ApiTypeError,
        ApiValueError,
        BadRequestException,
        ClientClosedError,
        ConflictException,
        FieldProblem,
        ForbiddenException,
        MethodNotAllowedException,
        NotFoundException,
        OpenApiException,
        Outcome,
        ServiceException,
        TlsException,
        TooManyRequestsException,
        UnauthorizedException,
        UnprocessableEntityException,
    )
    from xi_sdk_resellers.models import *  # noqa: F403 - the names are in its __all__
    from xi_sdk_resellers.orders import Orders
    from xi_sdk_resellers.token_cache import FileTokenCache, MemoryTokenCache, RedisTokenCache, TokenCache

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

if TYPE_CHECKING:
    __all__ = [
        "AccesstokenApi",
        "ApiAttributeError",
        "ApiClient",
        "ApiConnectionException",
        "ApiException",
        "ApiKeyError",
        "ApiResponse",
        "ApiResponseException",
        "ApiTimeoutException",
        "ApiTypeError",
        "ApiValueError",
        "BadRequestException",
        "ClientClosedError",
        "Configuration",
        "ConflictException",
        "Drift",
        "FieldProblem",
        "FileTokenCache",
        "ForbiddenException",
        "MemoryTokenCache",
        "MethodNotAllowedException",
        "NotFoundException",
        "OpenApiException",
        "Orders",
        "OrdersApi",
        "Outcome",
        "RateLimit",
        "RedisTokenCache",
        "Retries",
        "ServiceException",
        "TlsException",
        "TokenCache",
        "TooManyRequestsException",
        "UnauthorizedException",
        "UnprocessableEntityException",
        "__version__",
    ]
    __all__ += models.__all__
else:

    def __getattr__(name):
        if name == "__all__":
            value = sorted({*_MODULES, *_models().__all__})
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

    def __dir__():
        return sorted({*_MODULES, *_SUBMODULES, *_models().__all__})

    def _models():
        return import_module(f"{__name__}.models")
