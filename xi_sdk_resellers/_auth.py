"""Tokens: what their state is, how an answer with one is read, and under which key it is shared. No I/O."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._headers import bearer
from xi_sdk_resellers._narrow import is_object
from xi_sdk_resellers._operation import Operation, Parameter
from xi_sdk_resellers._request import Request
from xi_sdk_resellers.exceptions import ApiException, ApiResponseException, ApiValueError, Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers._exchange import Answer

TOKEN_PATH = "/oauth/oauth20/token"  # noqa: S105 - a path
_SANDBOX_SUFFIX = "/sandbox"

ASSUMED_LIFETIME = 3600.0
"""Seconds that a token is taken to live when the vendor does not say, or says nonsense."""
LONGEST_LIFETIME = 31 * 86400.0
MARGIN = 300.0
"""Seconds before its end from which on a token is renewed, at most a tenth of its life."""
SKEW = 10.0
"""Seconds before its end from which on a token is not used any more: clocks differ. At most a fiftieth of its life."""


class TokenState(Enum):
    """Whether a token can be used."""

    FRESH = "fresh"
    """Use it."""
    STALE = "stale"
    """It still works; get a new one now."""
    INVALID = "invalid"
    """Do not use it."""


@dataclass(frozen=True, slots=True)
class Token:
    """An access token and when it ends. Its ``repr`` does not show it.

    Args:
        value: the token.
        issued_at: when it was asked for, in seconds since 1970.
        expires_at: when it ends, in seconds since 1970.
    """

    value: str = field(repr=False)
    issued_at: float
    expires_at: float

    def state(self, now: float) -> TokenState:
        """Tell whether the token can be used.

        Args:
            now: the time, in seconds since 1970.

        Returns:
            Fresh, stale or invalid.
        """
        life = max(0.0, self.expires_at - self.issued_at)
        left = self.expires_at - now
        if left <= min(SKEW, life / 50):
            return TokenState.INVALID
        if left <= min(MARGIN, life / 10):
            return TokenState.STALE
        return TokenState.FRESH

    def to_json(self) -> str:
        """Write the token for a cache. Holds it in clear."""
        return json.dumps({"access_token": self.value, "issued_at": self.issued_at, "expires_at": self.expires_at})

    @classmethod
    def from_json(cls, text: str | bytes) -> Token | None:
        """Read what :meth:`to_json` wrote; None for anything else."""
        try:
            found = json.loads(text)
            value, issued, expires = found["access_token"], float(found["issued_at"]), float(found["expires_at"])
            bearer(value)
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        return cls(value, issued, expires)


def usable_token(found: object, refused: str | None, now: float) -> Token | None:
    """Take what a cache gave, if it is a token to use.

    Args:
        found: what came from the cache, which may be the caller's own.
        refused: a token that the vendor did not accept, or None.
        now: the time, in seconds since 1970.

    Returns:
        The token, or None.

    Raises:
        TypeError: it is neither a token nor None.
    """
    if found is None:
        return None
    if not isinstance(found, Token) or not isinstance(found.value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"a token cache gives a Token or None, not {type(found).__name__}")
    return found if found.value != refused and found.state(now) is TokenState.FRESH else None


FETCH_TOKEN = Operation(
    name="get_accesstoken",
    method="POST",
    path=TOKEN_PATH,
    parameters=tuple(
        Parameter(name, name, "form", required=True) for name in ("grant_type", "client_id", "client_secret")
    ),
    answers={},
    form=True,
    authenticated=False,
)
"""The request that the client makes by itself. The secret travels in the body, never in the URL."""


def token_base(base_path: str) -> str:
    """Give the base path of the token endpoint: the vendor's test system has none of its own."""
    if base_path == _SANDBOX_SUFFIX or base_path.endswith(_SANDBOX_SUFFIX):
        return base_path[: -len(_SANDBOX_SUFFIX)]
    return base_path


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


def read_token(body: bytes, requested_at: float) -> Token:
    """Read the answer of the token endpoint.

    Args:
        body: the answer.
        requested_at: when it was asked for, in seconds since 1970.

    Returns:
        The token.

    Raises:
        ValueError: there is no usable token in it. The message does not quote the body.
    """
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


def unusable_token(request: Request, answer: Answer, why: str) -> ApiException:
    """Make the exception for a success of the token endpoint without a usable token in it.

    The body is left out: it may hold a token.
    """
    return ApiResponseException(
        answer.status, answer.reason, headers=answer.headers, detail=why, operation=request.operation.name,
        method=request.operation.method, path=request.path, attempts=request.attempts,
    )  # fmt: skip


REFUSED_HINT = "Check client_id and client_secret: the vendor did not accept them. The call itself was not sent."
FAILED_HINT = "No access token could be had. The call itself was not sent and can be made again."
_ABOUT_ANSWER = ("status", "reason", "headers", "message", "fields", "retry_at", "detail")


def token_failure(error: ApiException, about: dict[str, Any]) -> ApiException:
    """Turn the failure of a token request into the failure of the call that needed it.

    Each waiting call gets an exception of its own. The body is left out where it may hold a token.

    Args:
        error: what the token request raised.
        about: correlation_id, customer_order_number, operation, method, path and attempts of the call.

    Returns:
        An exception of the same class, with the outcome ``NOT_SENT``.
    """
    refused = error.status is not None and 400 <= error.status < 500 and error.status not in (408, 429)
    readable = error.status is not None and error.status >= 400
    made = type(error)(
        **{name: getattr(error, name) for name in _ABOUT_ANSWER},
        **about,
        body=error.body if readable else None,
        raw_body=error.raw_body if readable else b"",
        data=error.data if readable else None,
        outcome=Outcome.NOT_SENT,
        hint=REFUSED_HINT if refused else FAILED_HINT,
        stage="while getting an access token",
    )
    made.__cause__ = error.__cause__
    return made
