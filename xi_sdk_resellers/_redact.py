"""Keep secrets and people's contact data out of logs. No I/O."""

from __future__ import annotations

import re

_PRIVATE = (
    r"access_?token|refresh_?token|client_?secret|password|authorization|api_?key|secret|"
    r"[a-z_]*e?mail[a-z_]*|[a-z_]*phone[a-z_]*|fax[a-z_]*"
)
_JSON = re.compile(rf'("(?:{_PRIVATE})"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s,}}\]]+)', re.IGNORECASE)
_FORM = re.compile(rf"((?:^|[&?\s])(?:{_PRIVATE})=)[^&\s]*", re.IGNORECASE)
_BEARER = re.compile(r"(bearer\s+)[^\s\"',]+", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")

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
    text = _JSON.sub(r'\1"***"', text)
    text = _FORM.sub(r"\1***", text)
    text = _BEARER.sub(r"\1***", text)
    text = _EMAIL.sub("***@***", text)
    return text if len(text) <= MAX_LOGGED else f"{text[:MAX_LOGGED]}… (shortened)"
