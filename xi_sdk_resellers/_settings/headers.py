"""Check and merge request headers. No I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from xi_sdk_resellers._values.hidden import Hidden, hidden
from xi_sdk_resellers._values.narrow import is_mapping
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

CORRELATION_ID = "IM-CorrelationID"
CUSTOMER_NUMBER = "IM-CustomerNumber"
COUNTRY_CODE = "IM-CountryCode"
SENDER_ID = "IM-SenderID"

VARIABLES = {
    "im_customer_number": "XI_CUSTOMER_NUMBER",
    "im_country_code": "XI_COUNTRY_CODE",
    "im_sender_id": "XI_SENDER_ID",
    "im_application_id": "XI_APPLICATION_ID",
    "im_customer_contact": "XI_CUSTOMER_CONTACT",
}
"""The IM-* headers that the Configuration supplies, by the names of its settings, and the variable of each."""

MAX_LENGTH = 8192
"""Longest value of a header, in characters; servers refuse longer ones with a bare 400."""

_KNOWN = (
    "Accept", "Accept-Encoding", "Authorization", "Content-Length", "Content-Type", "Cookie", "Host", "User-Agent",
    CORRELATION_ID, CUSTOMER_NUMBER, COUNTRY_CODE, SENDER_ID,
)  # fmt: skip
_SPELLING = {name.lower(): name for name in _KNOWN}
# The transport frames the message itself: a caller's own framing would let one request hide in another.
_FRAMING = frozenset({"content-length", "transfer-encoding", "connection"})
_SECRET_WORDS = ("auth", "cookie", "token", "secret", "key", "password", "credential", "session", "signature")
_HARMLESS = frozenset({
    "accept", "accept-encoding", "accept-language", "accept-ranges", "age", "allow", "cache-control", "connection",
    "content-encoding", "content-language", "content-length", "content-type", "date", "etag", "expires", "host",
    "keep-alive", "last-modified", "pragma", "retry-after", "server", "strict-transport-security", "trailer",
    "transfer-encoding", "upgrade", "user-agent", "vary", "via", "www-authenticate",
    "request-id", "traceparent", "x-request-id", "x-correlation-id",
})  # fmt: skip
_HARMLESS_STARTS = ("im-", "x-ratelimit-", "x-rate-limit-", "ratelimit")
_TOKEN_CHARACTERS = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz")


_EMAIL = r"[^@\s<>,;]+@[^@\s<>,;]+"


def check_email(name: str, value: str) -> str:
    """Check that a text is the address of a mailbox.

    Raises:
        ApiValueError: it is none, or several.
    """
    if not re.fullmatch(_EMAIL, value):
        raise ApiValueError(f"{name} must be an e-mail address ({value[:80]!r})")
    return value


def is_harmless(name: str) -> bool:
    """Whether the value of a header may be shown: it is known to hold no secret."""
    lower = name.lower()
    return lower in _HARMLESS or lower.startswith(_HARMLESS_STARTS)


def _is_secret(name: str) -> bool:
    """Whether a header is known to hold a secret, or is named so."""
    lower = name.lower()
    return not is_harmless(lower) and any(word in lower for word in _SECRET_WORDS)


def check_header_value(name: str, value: object, *, secret: bool = False) -> str:
    """Check that a text can be sent as a header and ends where it should.

    Args:
        name: the argument or header, for the error.
        value: the text.
        secret: leave the value out of the error.

    Returns:
        The text, unchanged.

    Raises:
        ApiTypeError: not a text.
        ApiValueError: a line break or another control character, a character outside Latin-1,
            or more than 8192 characters.
    """
    if not isinstance(value, str):
        said = "" if secret else f" ({value!r})"
        raise ApiTypeError(f"{name} must be text, not {type(value).__name__}{said}")
    if len(value) <= MAX_LENGTH and value.isascii() and value.isprintable():
        return value
    said = "" if secret else f" ({value[:80]!r})"
    if "\r" in value or "\n" in value:
        raise ApiValueError(f"{name} must not hold a line break{said}")
    if any((ord(character) < 32 and character != "\t") or ord(character) == 127 for character in value):
        raise ApiValueError(f"{name} must not hold control characters{said}")
    if len(value) > MAX_LENGTH:
        raise ApiValueError(f"{name} must have at most {MAX_LENGTH} characters, not {len(value)}{said}")
    try:
        value.encode("latin-1")
    except UnicodeEncodeError:
        raise ApiValueError(f"{name} must hold only characters of Latin-1 (ISO 8859-1){said}") from None
    return value


def check_header_name(name: object) -> str:
    """Check a header's name and give it its usual spelling.

    Args:
        name: the name, in any letter case.

    Returns:
        The name to send.

    Raises:
        ApiTypeError: not a text.
        ApiValueError: not a header name, or one that the transport owns.
    """
    if not isinstance(name, str):
        raise ApiTypeError(f"a header name must be text, not {type(name).__name__} ({name!r})")
    lower = name.lower()
    known = _SPELLING.get(lower)
    if lower in _FRAMING:
        raise ApiValueError(f"the header {name} is set by the transport and cannot be given")
    if known is not None:
        return known
    if not lower or not _TOKEN_CHARACTERS.issuperset(lower):
        raise ApiValueError(f"a header name must be made of letters, digits and dashes ({name!r})")
    return name


class HeaderDict(dict[str, str]):
    """Headers of requests: checked when set, one spelling a name, secrets masked in ``repr``.

    A name that differs from an earlier one only in letter case replaces it. ``repr`` shows only what is known to be
    harmless. Pickles leave out what is a secret by its name.
    """

    def __init__(self, items: Mapping[str, str] | None = None) -> None:
        super().__init__()
        items = hidden(items)
        if items:
            self.update(items)

    def __setitem__(self, name: str, value: str) -> None:
        value = _hidden_unless_harmless(name, value)
        name = check_header_name(name)
        lower = name.lower()
        check_header_value(f"the header {name}", value, secret=not is_harmless(lower))
        if name not in self:
            for earlier in [key for key in self if key.lower() == lower]:
                del self[earlier]
        super().__setitem__(name, value)

    def update(self, *args: Any, **kwargs: str) -> None:
        """Set several headers, each one checked."""
        given = hidden(dict(*args, **kwargs))
        args, kwargs = (), {}
        for name, value in given.items():
            self[name] = value

    def setdefault(self, name: str, default: str = "") -> str:
        """Set a header unless it is there."""
        default = _hidden_unless_harmless(name, default)
        spelled = check_header_name(name)
        if spelled not in self:
            self[spelled] = default
        return self[spelled]

    def __ior__(self, other: Any) -> HeaderDict:  # type: ignore[override]  # mypy compares it with dict.__or__
        other = hidden(other)
        self.update(other)
        return self

    def __or__(self, other: Any) -> Any:
        other = hidden(other)
        return self.copy().__ior__(other) if is_mapping(other) else NotImplemented

    def __ror__(self, other: Any) -> Any:
        other = hidden(other)
        return HeaderDict(other).__ior__(self) if is_mapping(other) else NotImplemented

    def copy(self) -> HeaderDict:
        """Copy the headers, with the secret ones."""
        return HeaderDict(self)

    __copy__ = copy

    def __deepcopy__(self, memo: object) -> HeaderDict:
        return self.copy()

    def __reduce__(self) -> tuple[type[HeaderDict], tuple[dict[str, str]]]:
        return HeaderDict, ({name: str(value) for name, value in self.items() if not _is_secret(name)},)

    def __repr__(self) -> str:
        return repr(masked(self))


def masked(headers: Mapping[str, str]) -> dict[str, str]:
    """Copy headers for logs and ``repr``, with all masked that are not known to be harmless."""
    return {name: value if is_harmless(name) else "***" for name, value in headers.items()}


def _hidden_unless_harmless(name: object, value: Any) -> Any:
    """Hide the value of a header that may be a secret; show that of one which is known to be none."""
    if isinstance(name, str) and is_harmless(name):
        return str(value) if isinstance(value, Hidden) else value
    return hidden(value)


def merge(headers: dict[str, str], extra: object, argument: str = "_headers") -> None:
    """Put the headers given with a call over what is there already.

    Args:
        headers: the headers so far; changed in place.
        extra: a mapping of name to value; a value of None takes the header out.
        argument: how the mapping is called where it was given.

    Raises:
        ApiTypeError: not a mapping, or a name or value that is no text.
        ApiValueError: a name or value that cannot be sent.
    """
    if not is_mapping(extra):
        raise ApiTypeError(f"{argument} must be a mapping of name to value, not {type(extra).__name__}")
    for given, value in extra.items():
        name = check_header_name(given)
        lower = name.lower()
        if value is not None:
            value = _hidden_unless_harmless(name, value)
            check_header_value(f"the header {name}", value, secret=not is_harmless(lower))
        for earlier in [key for key in headers if key.lower() == lower]:
            del headers[earlier]
        if value is not None:
            headers[name] = value


def bearer(token: str) -> str:
    """Write an Authorization header for a token, checked without ever showing it.

    Raises:
        ApiTypeError: the token is no text.
        ApiValueError: the token is empty or cannot be sent.
    """
    check_header_value("access_token", token, secret=True)
    if not token or not token.isascii() or " " in token:
        raise ApiValueError("access_token must be ASCII text without spaces, and not empty")
    return Hidden(f"Bearer {token}")
