"""The token request: where it goes, how its answer is read, and what its failure means for a call. No I/O."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._calls.errors import about
from xi_sdk_resellers._calls.messages import Request
from xi_sdk_resellers._process.loading import load
from xi_sdk_resellers._settings.headers import bearer
from xi_sdk_resellers._settings.token import ASSUMED_LIFETIME, LONGEST_LIFETIME, Token
from xi_sdk_resellers._values.narrow import is_object
from xi_sdk_resellers.exceptions import (
    ApiConnectionException,
    ApiException,
    ApiResponseException,
    ApiTimeoutException,
    ApiValueError,
    Outcome,
    ServiceException,
    TlsException,
    TokenConnectionException,
    TokenException,
    TokenLimitException,
    TokenRefusedException,
    TokenResponseException,
    TokenServiceException,
    TokenTimeoutException,
    TokenTlsException,
    TooManyRequestsException,
)

if TYPE_CHECKING:
    from xi_sdk_resellers._calls.messages import Answer
    from xi_sdk_resellers.operation import Operation


def token_operation() -> Operation:
    """Give the operation that asks for a token."""
    found: Operation = load("xi_sdk_resellers._operations.accesstoken").GET_ACCESSTOKEN  # a contract may do without
    return found


def cache_key(base_url: str, client_id: str, client_secret: str) -> str:
    """Name the place of a token in a cache.

    Args:
        base_url: base URL of the token endpoint.
        client_id: the application's ID.
        client_secret: its secret; a new secret gives a new key.

    Returns:
        64 hex digits, from which neither the ID nor the secret can be read.
    """
    from hashlib import sha256

    return sha256("\0".join((base_url, client_id, client_secret)).encode("utf-8", "surrogatepass")).hexdigest()


def read_token(request: Request, answer: Answer, requested_at: float) -> Token:
    """Read the answer of the token endpoint.

    Args:
        request: the token request.
        answer: its answer.
        requested_at: when it was asked for, in seconds since 1970.

    Returns:
        The token.

    Raises:
        ApiResponseException: there is no usable token in it.
    """
    try:
        return token_in(answer.body, requested_at)
    except ValueError as error:
        why = str(error)
    # Not from within: the frames of that error hold the token.
    raise _unusable_token(request, answer, why)


def token_in(body: bytes, requested_at: float) -> Token:
    """Find the token in the body. The message of what is raised does not quote it."""
    try:
        found: Any = json.loads(body)
    except (ValueError, RecursionError):
        raise ValueError("the token endpoint's answer is not JSON") from None
    if not is_object(found):
        raise ValueError("the token endpoint's answer is not an object")
    value = found.get("access_token")
    if not isinstance(value, str) or not value:
        raise ValueError("the token endpoint's answer has no access_token")
    try:
        bearer(value)
    except ApiValueError:
        raise ValueError("the token endpoint's answer has an access_token that cannot be sent") from None
    return Token(value, requested_at, requested_at + _lifetime(found.get("expires_in")))


def _lifetime(expires_in: Any) -> float:
    """Read ``expires_in``, which comes as a number or as text."""
    if isinstance(expires_in, bool):
        return ASSUMED_LIFETIME
    try:
        seconds = float(expires_in)
    except (TypeError, ValueError):
        return ASSUMED_LIFETIME
    return min(seconds, LONGEST_LIFETIME) if seconds > 0 else ASSUMED_LIFETIME


def _unusable_token(request: Request, answer: Answer, why: str) -> ApiException:
    """Make the exception for a success of the token endpoint without a usable token in it.

    The body is left out: it may hold a token.
    """
    return ApiResponseException(
        answer.status, answer.reason, headers=answer.headers, detail=why, operation=request.operation.name,
        method=request.operation.method, path=request.path, host=request.host, attempts=request.attempts,
        hint="Check host: what answered there gives no tokens.",
    )  # fmt: skip


_NOT_SENT = "The call itself was not sent."
_ABOUT_ANSWER = ("status", "reason", "headers", "message", "fields", "retry_at")
# The most special first: each with the kind of failure that it is as well.
_KINDS: tuple[tuple[type[ApiException], type[TokenException]], ...] = (
    (ApiTimeoutException, TokenTimeoutException),
    (TlsException, TokenTlsException),
    (ApiConnectionException, TokenConnectionException),
    (ApiResponseException, TokenResponseException),
    (ServiceException, TokenServiceException),
    (TooManyRequestsException, TokenLimitException),
)


def token_failure(error: ApiException, request: Request) -> TokenException:
    """Turn the failure of a token request into the failure of the call that needed it.

    Each waiting call gets an exception of its own. The body is left out where it may hold a token.

    Args:
        error: what the token request raised.
        request: the call that needed the token.

    Returns:
        An exception with the outcome ``NOT_SENT``; after a call whose token was refused, ``REJECTED``.
    """
    readable = error.status is not None and error.status >= 400
    hint = error.hint or "No access token could be had; the call can be made again."
    made = _kind(error)(
        **{name: getattr(error, name) for name in _ABOUT_ANSWER},
        **about(request),
        body=error.body if readable else None,
        raw_body=error.raw_body if readable else b"",
        data=error.data if readable else None,
        outcome=Outcome.REJECTED if request.attempts else Outcome.NOT_SENT,
        hint=hint if request.attempts else f"{hint} {_NOT_SENT}",
        detail=error.detail or _what_answered(error),
        stage="while getting an access token",
    )
    made.__cause__ = error.__cause__
    return made


def _kind(error: ApiException) -> type[TokenException]:
    """Choose the class: never one that would be taken for an answer to the call itself, such as "not found"."""
    if not isinstance(error, TooManyRequestsException) and error.status in (400, 401, 403):
        return TokenRefusedException
    return next((kind for known, kind in _KINDS if isinstance(error, known)), TokenException)


def _what_answered(error: ApiException) -> str | None:
    return f"{error.method} {error.host}{error.path} answered {error.status}" if error.status and error.path else None
