"""What may be logged of a body."""

from __future__ import annotations

import pytest

from xi_sdk_resellers._calls.redact import redacted
from xi_sdk_resellers._settings.headers import masked

PRIVATE = {
    '{"client_secret": "planted", "a": 1}': '{"client_secret": "***", "a": 1}',
    '{"access_token":"pla\\"nted"}': '{"access_token":"***"}',
    '{"access_token": "planted': '{"access_token": "***"',
    '{"phoneNumber": 5551234, "b": 2}': '{"phoneNumber": "***", "b": 2}',
    '{"contactEmail": "planted@example.com"}': '{"contactEmail": "***"}',
    '{"notes": "write to planted@mail.example.com now"}': '{"notes": "write to ***@*** now"}',
    "grant_type=x&client_secret=planted&client_id=i": "grant_type=x&client_secret=***&client_id=i",
    "Authorization: Bearer planted": "Authorization: Bearer ***",
    '{"quantity": 5}': '{"quantity": 5}',
}


@pytest.mark.parametrize(("body", "logged"), PRIVATE.items())
def test_secrets_and_contacts_are_masked(body: str, logged: str) -> None:
    assert redacted(body) == logged
    assert redacted(body.encode()) == logged


SHOWN = (
    "Accept", "Accept-Encoding", "Accept-Language", "Accept-Ranges", "Age", "Allow", "Cache-Control", "Connection",
    "Content-Encoding", "Content-Language", "Content-Length", "Content-Type", "Date", "ETag", "Expires", "Host",
    "Keep-Alive", "Last-Modified", "Pragma", "Retry-After", "Server", "Strict-Transport-Security", "Trailer",
    "Transfer-Encoding", "Upgrade", "User-Agent", "Vary", "Via", "WWW-Authenticate", "Request-ID", "Traceparent",
    "X-Request-ID", "X-Correlation-ID", "IM-CustomerNumber", "X-RateLimit-Reset", "X-Rate-Limit-Reset",
    "RateLimit-Reset", "RateLimit",
)  # fmt: skip


def test_headers_are_shown_when_they_are_known_to_hold_no_secret() -> None:
    for name in SHOWN:
        assert masked({name: "value"}) == {name: "value"}
    for name in ("Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "X-Signature", "X-Own", "Location"):
        assert masked({name: "planted"}) == {name: "***"}


def test_long_bodies_are_shortened() -> None:
    text = redacted("x" * 100_000)
    assert len(text) < 11_000
    assert text.endswith("(shortened)")
    assert redacted(None) == redacted(b"") == ""
