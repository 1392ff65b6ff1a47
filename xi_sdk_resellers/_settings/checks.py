"""Checks of single settings: they run for constructor arguments and for later assignments alike."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from xi_sdk_resellers._process.loading import load
from xi_sdk_resellers._settings.headers import check_email
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError


def own_copy(value: Any) -> Any:
    """Copy what a Configuration owns; share what it only refers to."""
    if isinstance(value, dict):
        return {key: own_copy(item) for key, item in value.items()}  # pyright: ignore[reportUnknownVariableType]
    return list(value) if isinstance(value, list) else value  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def copied_mapping(name: str, value: Any) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise ApiTypeError(f"{name} must be a mapping, not {type(value).__name__}")
    return dict(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def _check_seconds(name: str, value: Any) -> None:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise ApiTypeError(f"{name} must be a number of seconds, not {type(value).__name__} ({value!r})")
    if not 0 < value < 1e9:
        raise ApiValueError(f"{name} must be more than 0 seconds, not {value!r}")


def _check_optional_seconds(name: str, value: Any) -> None:
    if value is not None:
        _check_seconds(name, value)


def _check_count(name: str, value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ApiTypeError(f"{name} must be a whole number, not {type(value).__name__} ({value!r})")
    if value < 1:
        raise ApiValueError(f"{name} must be at least 1, not {value}")


def _check_text(name: str, value: Any) -> None:
    if not isinstance(value, str):
        raise ApiTypeError(f"{name} must be text, not {type(value).__name__}")


def _check_optional_text(name: str, value: Any) -> None:
    if value is not None:
        _check_text(name, value)


def _check_email(name: str, value: Any) -> None:
    _check_optional_text(name, value)
    if value is not None:
        check_email(name, value)


def _check_path(name: str, value: Any) -> None:
    if value is not None and not isinstance(value, (str, os.PathLike)):
        raise ApiTypeError(f"{name} must be the path of a file, not {type(value).__name__}")


def _check_token_path(name: str, value: Any) -> None:
    if value is None:
        return
    _check_text(name, value)
    plain = value.isascii() and value.isprintable() and not set(value) & set(" ?#")
    if not value.startswith("/") or value.startswith("//") or not plain or {"..", "."} & set(value.split("/")):
        raise ApiValueError(f"{name} must be a path such as /oauth/oauth30/token, without a query ({value!r})")


_LINES = ("access_token", "client_id", "client_secret", "key_password", "proxy", "token_path", "user_agent")
_PATHS = ("ssl_ca_cert", "cert_file", "key_file")


def tidied(name: str, value: Any) -> Any:
    """Drop the line end that a value out of a file has, and put the home folder where a path says ``~``."""
    if isinstance(value, str):
        if name in _LINES or name.startswith("im_"):
            return value.rstrip("\r\n")
        if name in _PATHS:
            return os.path.expanduser(value)
    return value


def _check_server_name(name: str, value: Any) -> None:
    if value is None or (name == "assert_hostname" and value in (True, False)):
        return
    _check_text(name, value)
    if not value or not value.isprintable():
        raise ApiValueError(f"{name} must be the name of a host, not {value!r}")


def _check_token(name: str, value: Any) -> None:
    if value is not None and not isinstance(value, str) and not callable(value):
        raise ApiTypeError(f"{name} must be text or a callable that returns it, not {type(value).__name__}")


def _check_budget(name: str, value: Any) -> None:
    if value is not None and not (callable(getattr(value, "take", None)) and callable(getattr(value, "settle", None))):
        raise ApiTypeError(f"{name} must be a RateBudget, which has take() and settle(), not {type(value).__name__}")


def _check_wait(name: str, value: Any) -> None:
    if value is not None and not callable(value):
        raise ApiTypeError(f"{name} must be a callable that takes seconds, not {type(value).__name__}")


def _check_retries(name: str, value: Any) -> None:
    if value is None or isinstance(value, bool):
        return
    load("xi_sdk_resellers._settings.retries").Retries.of(value)  # not at the top: it loads dataclasses


def _check_hook(name: str, value: Any) -> None:
    if value is None:
        return
    if not callable(value):
        raise ApiTypeError(f"{name} must be a function, not {type(value).__name__}")
    if getattr(getattr(value, "__code__", None), "co_flags", 0) & _COROUTINE:
        raise ApiTypeError(
            f"{name} must be a plain function, not a coroutine function: let it put what it is told aside"
        )


_COROUTINE = 0x80
"""The flag of functions that are written with ``async def``."""

CHECKS: dict[str, Callable[[str, Any], None]] = {
    "on_request": _check_hook,
    "on_response": _check_hook,
    "on_retry": _check_hook,
    "on_drift": _check_hook,
    "connect_timeout": _check_seconds,
    "read_timeout": _check_seconds,
    "total_timeout": _check_optional_seconds,
    "connection_pool_maxsize": _check_count,
    "max_response_bytes": _check_count,
    "max_response_objects": _check_count,
    "max_response_headers": _check_count,
    "access_token": _check_token,
    "client_id": _check_optional_text,
    "client_secret": _check_optional_text,
    "im_customer_number": _check_optional_text,
    "im_country_code": _check_optional_text,
    "im_sender_id": _check_optional_text,
    "im_application_id": _check_optional_text,
    "im_customer_contact": _check_email,
    "proxy": _check_optional_text,
    "safe_chars_for_path_param": _check_text,
    "user_agent": _check_optional_text,
    "retries": _check_retries,
    "wait": _check_wait,
    "rate_budget": _check_budget,
    "token_path": _check_token_path,
    "ssl_ca_cert": _check_path,
    "cert_file": _check_path,
    "key_file": _check_path,
    "assert_hostname": _check_server_name,
    "tls_server_name": _check_server_name,
}


def _empty_or_copy(name: str, value: Any) -> dict[Any, Any]:
    return copied_mapping(name, value or {})


def _none_or_copy(name: str, value: Any) -> dict[Any, Any] | None:
    return None if value is None else copied_mapping(name, value)


def _copies_of_copies(name: str, value: Any) -> dict[Any, Any]:
    return {key: copied_mapping(name, each) for key, each in copied_mapping(name, value or {}).items()}


COPIES: dict[str, Callable[[str, Any], Any]] = {
    "api_key": _empty_or_copy,
    "api_key_prefix": _empty_or_copy,
    "proxy_headers": _none_or_copy,
    "server_variables": _empty_or_copy,
    "server_operation_index": _empty_or_copy,
    "server_operation_variables": _copies_of_copies,
}
"""Mappings of which a Configuration holds its own copy."""
