"""Tokens without a network: their state, their answers, their names in caches."""

from __future__ import annotations

import json

import pytest

from xi_sdk_resellers._auth.request import cache_key, token_in
from xi_sdk_resellers._settings.origin import token_base
from xi_sdk_resellers._settings.token import ASSUMED_LIFETIME, LONGEST_LIFETIME, Token, TokenState

DAY = 86_400.0
TOKEN = Token("t0p-secret", 0.0, DAY)


@pytest.mark.parametrize(
    ("life", "now", "state"),
    [
        (DAY, 0, TokenState.FRESH),
        (DAY, DAY - 301, TokenState.FRESH),
        (DAY, DAY - 300, TokenState.STALE),
        (DAY, DAY - 11, TokenState.STALE),
        (DAY, DAY - 10, TokenState.INVALID),
        (DAY, DAY + 1, TokenState.INVALID),
        (100, 89, TokenState.FRESH),
        (100, 91, TokenState.STALE),
        (100, 98.5, TokenState.INVALID),
        (1, 0, TokenState.FRESH),
        (0, 0, TokenState.INVALID),
    ],
)
def test_a_token_is_renewed_before_it_ends(life: float, now: float, state: TokenState) -> None:
    assert Token("x", 0.0, life).state(now) is state


@pytest.mark.parametrize(
    ("expires_in", "life"),
    [
        (DAY, DAY),
        ("86400", DAY),
        ("86400.0", DAY),
        (2_592_000, 2_592_000),
        (10**12, LONGEST_LIFETIME),
        ("1e999", LONGEST_LIFETIME),
        (None, ASSUMED_LIFETIME),
        ("soon", ASSUMED_LIFETIME),
        (0, ASSUMED_LIFETIME),
        (-5, ASSUMED_LIFETIME),
        ("nan", ASSUMED_LIFETIME),
        (True, ASSUMED_LIFETIME),
        ([], ASSUMED_LIFETIME),
    ],
)
def test_expires_in_is_a_number_or_a_text(expires_in: object, life: float) -> None:
    token = token_in(json.dumps({"access_token": "x", "expires_in": expires_in}).encode(), 1000.0)
    assert token.expires_at - token.issued_at == life
    assert token.issued_at == 1000.0


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "is not JSON"),
        (b"<html>t0p-secret</html>", "is not JSON"),
        (b"[]", "is not an object"),
        (b"null", "is not an object"),
        (b"{}", "has no access_token"),
        (b'{"access_token": ""}', "has no access_token"),
        (b'{"access_token": 5}', "has no access_token"),
        (b'{"access_token": "t0p-secret\\r\\nX: y"}', "has an access_token that cannot be sent"),
        (b'{"access_token": "t0p secret"}', "has an access_token that cannot be sent"),
        ('{"access_token": "t0p-secrét"}'.encode(), "has an access_token that cannot be sent"),
        (b'{"access_token": "t0p-secret"', "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
    ],
)
def test_an_answer_without_a_token_is_an_error_that_quotes_nothing(body: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=f"^the token endpoint's answer {said}$") as caught:
        token_in(body, 0.0)
    assert "t0p" not in str(caught.value)


def test_what_the_states_are_called() -> None:
    assert [state.value for state in TokenState] == ["fresh", "stale", "invalid"]


def test_tokens_go_through_caches_and_never_into_reprs() -> None:
    assert Token.from_json(TOKEN.to_json()) == TOKEN
    assert "t0p" not in repr(TOKEN)
    for damaged in (
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"access_token": 1}',
        b'{"access_token": "a b", "issued_at": 0}',
        "[" * 9999,
    ):
        assert Token.from_json(damaged) is None


def test_keys_hold_no_secret_and_differ_by_credentials() -> None:
    keys = {
        cache_key("https://a", "id", "secret"),
        cache_key("https://b", "id", "secret"),
        cache_key("https://a", "id2", "secret"),
        cache_key("https://a", "id", "secret2"),
        cache_key("https://a", "idsecret", ""),
    }
    assert len(keys) == 5
    assert all(len(key) == 64 and "secret" not in key for key in keys)


def test_the_vendors_sandbox_has_its_tokens_from_the_base() -> None:
    assert token_base("/sandbox") == ""
    assert token_base("/proxy/sandbox") == "/proxy"
    assert token_base("") == ""
    assert token_base("/mysandbox") == "/mysandbox"
