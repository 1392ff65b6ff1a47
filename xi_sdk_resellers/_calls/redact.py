"""Keep secrets and people's contact data out of logs. No I/O."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote_plus

from xi_sdk_resellers.api_response import Headers

if TYPE_CHECKING:
    from xi_sdk_resellers._calls.messages import Answer, Request

_PRIVATE = (
    r"access_?token|refresh_?token|client_?secret|password|authorization|api_?key|secret|"
    r"[a-z_]*e?mail[a-z_]*|[a-z_]*phone[a-z_]*|fax[a-z_]*"
)
_JSON = rf'(?i)("(?:{_PRIVATE})"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s,}}\]]+)'
_FORM = rf"(?i)((?:^|[&?\s])(?:{_PRIVATE})=)[^&\s]*"
_BEARER = r"(?i)(bearer\s+)[^\s\"',]+"
_EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"

MAX_LOGGED = 10_000
"""Characters of a body that are logged at most."""


def redacted(body: bytes | str | None) -> str:
    """Prepare a body for the log: secrets, e-mail addresses and phone numbers masked, shortened.

    Args:
        body: JSON, a form or any text.

    Returns:
        The text to log; a body cut short stays redacted.
    """
    if not body:
        return ""
    text = body[: MAX_LOGGED * 4].decode("utf-8", "replace") if isinstance(body, bytes) else body[: MAX_LOGGED * 4]
    text = re.sub(_JSON, r'\1"***"', text)
    text = re.sub(_FORM, r"\1***", text)
    text = re.sub(_BEARER, r"\1***", text)
    text = re.sub(_EMAIL, "***@***", text)
    return text if len(text) <= MAX_LOGGED else f"{text[:MAX_LOGGED]}… (shortened)"


_SHORTEST = 6
"""Characters of a secret that is looked for; a shorter one would be found by chance."""


def without_echo(request: Request, answer: Answer) -> Answer:
    """Mask the request's own token and client secret in an answer that repeats them.

    Args:
        request: what was sent.
        answer: what came back; it is left as it is.

    Returns:
        An answer to make exceptions and log lines of; the same one when it repeats nothing.
    """
    spellings = _secrets_of(request)
    headers = [(name, _mask(value, spellings)) for name, value in answer.headers.items()]
    body, reason = answer.body, _mask(answer.reason, spellings)
    for spelling in spellings:
        body = body.replace(spelling.encode(), b"***")
    if body == answer.body and reason == answer.reason and headers == list(answer.headers.items()):
        return answer
    return type(answer)(answer.status, reason, Headers(headers), body, answer.fault, answer.stream)


def _secrets_of(request: Request) -> list[str]:
    """List the secrets that a request carries, as they are and as JSON and forms write them; the longest first."""
    form = (request.body or b"").decode("ascii", "replace") if request.operation.secret else ""
    given = [value for name, value in parse_qsl(form) if name == "client_secret"]
    given.append(request.headers.get("Authorization", "").rpartition(" ")[2])
    spellings = {
        spelling
        for secret in given
        if len(secret) >= _SHORTEST
        for spelling in (secret, quote_plus(secret), json.dumps(secret)[1:-1])
    }
    return sorted(spellings, key=len, reverse=True)


def _mask(text: str, spellings: list[str]) -> str:
    for spelling in spellings:
        text = text.replace(spelling, "***")
    return text
