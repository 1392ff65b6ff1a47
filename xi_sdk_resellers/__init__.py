"""Typed client for the Ingram Micro reseller API.

Start with :class:`Configuration`, :class:`ApiClient` and :class:`OrdersApi`, or with the workflows
of :class:`Orders`. Importing this package is cheap: every name is loaded when it is first used. Type
checkers read the names in the stub beside this file, which is generated.
"""

import os
import sys
from _thread import RLock, get_ident
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
    "CallEvent": "_settings.hooks",
    "ClientClosedError": "exceptions",
    "Catalog": "catalog",
    "Configuration": "configuration",
    "ConflictException": "exceptions",
    "Deals": "deals",
    "Drift": "_values.drift",
    "FieldProblem": "exceptions",
    "FileTokenCache": "token_cache",
    "ForbiddenException": "exceptions",
    "Freight": "freight",
    "FreightOption": "freight",
    "FreightQuote": "freight",
    "Invoices": "invoices",
    "InterruptedCall": "_calls.interrupted",
    "Journal": "journal",
    "JournalException": "journal",
    "MemoryRateBudget": "rate_budget",
    "MemoryTokenCache": "token_cache",
    "MethodNotAllowedException": "exceptions",
    "NotFoundException": "exceptions",
    "OpenApiException": "exceptions",
    "Orders": "orders",
    "Outcome": "exceptions",
    "Quotes": "quotes",
    "RateBudget": "rate_budget",
    "RateLimit": "api_response",
    "RedisRateBudget": "rate_budget",
    "Receipt": "_values.receipt",
    "RedisTokenCache": "token_cache",
    "RejectedException": "exceptions",
    "Renewals": "renewals",
    "Retries": "_settings.retries",
    "Returns": "returns",
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
    "load_ipython_extension": "_display.notebook",
}
_SUBMODULES = {
    "aio",
    "api",
    "api_client",
    "api_response",
    "catalog",
    "configuration",
    "dataframes",
    "deals",
    "exceptions",
    "freight",
    "maintenance",
    "invoices",
    "models",
    "operation",
    "orders",
    "quotes",
    "rate_budget",
    "renewals",
    "rest",
    "returns",
    "sandbox",
    "token_cache",
    "webhooks",
}


# Pickles of 1.0.0 name modules that have moved.
__path__.append(f"{__path__[0]}/_moved")


# The child of a fork would wait for ever for an import that another thread of its parent was in the middle of. So
# everything that is imported late is imported with this in hand, and a fork waits until it is free.
_loading: Any = RLock()
_held: dict[int, bool] = {}
_LONGEST_WAIT = 10.0
_LOGGING_CAME_FIRST = "logging" in sys.modules


def _before_fork() -> None:
    _held[get_ident()] = _loading.acquire(False) or _wait_for_imports()


def _wait_for_imports() -> bool:
    """Wait for another thread's imports, without the lock of logging, which they need and which a fork takes, too.

    It has taken it already, unless logging was there before this package, or is being imported just now. In that case
    it is taken here instead: logging gives it back after the fork.
    """
    if _LOGGING_CAME_FIRST:
        return _loading.acquire(timeout=_LONGEST_WAIT)
    before: Any = getattr(sys.modules.get("logging"), "_lock", None)
    taken = before is not None and before._is_owned()
    if before is not None and taken:
        before.release()
    free = _loading.acquire(timeout=_LONGEST_WAIT)
    logging: Any = sys.modules.get("logging")
    if taken or (logging is not None and not getattr(logging.__spec__, "_initializing", False)):
        logging._lock.acquire()
    return free


def _after_fork_in_parent() -> None:
    if _held.pop(get_ident(), False):
        _loading.release()


def _after_fork_in_child() -> None:
    mine = _held.pop(get_ident(), False)
    _held.clear()
    if mine:
        _loading.release()
    else:
        lock: Any = _loading
        lock._at_fork_reinit()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_before_fork, after_in_parent=_after_fork_in_parent, after_in_child=_after_fork_in_child)


def __getattr__(name: str) -> Any:
    if name.startswith("_") and name not in _MODULES and name != "__all__":
        # Not with the lock: modules ask for their neighbors in the middle of an import.
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with _loading:
        if name == "__all__":
            value: object = sorted({*_MODULES, *_package("api").__all__, *_package("models").__all__})
        elif name in _SUBMODULES:
            return import_module(f"{__name__}.{name}")
        elif name in _MODULES:
            value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
        elif (generated := _home(name)) is not None:
            value = getattr(generated, name)
        else:
            raise _package("_process.misspelt").no_such_name(__name__, name, __dir__())
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*__getattr__("__all__"), *_SUBMODULES})


def _package(name: str) -> Any:
    return import_module(f"{__name__}.{name}")


def _home(name: str) -> Any:
    """Find the generated package that has a name: an endpoint class or a model."""
    return next((package for package in map(_package, ("api", "models")) if name in package.__all__), None)
