"""What may be logged of a body."""

from __future__ import annotations

import pytest

from xi_sdk_resellers._calls.redact import redacted

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


def test_long_bodies_are_shortened() -> None:
    text = redacted("x" * 100_000)
    assert len(text) < 11_000
    assert text.endswith("(shortened)")
    assert redacted(None) == redacted(b"") == ""
