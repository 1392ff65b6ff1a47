"""Base URLs: their parts, this machine and others, and which may carry a token."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from xi_sdk_resellers import Configuration
from xi_sdk_resellers._settings.origin import is_loopback, parse_origin, without_password
from xi_sdk_resellers._transport.proxy import may_carry_token


@pytest.fixture(autouse=True)
def _clean_default() -> Iterator[None]:
    yield
    Configuration.set_default(None)


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://a.example", ("https", "a.example", 443, "")),
        ("http://a.example:8080/x/", ("http", "a.example", 8080, "/x")),
        ("https://[::1]:9", ("https", "::1", 9, "")),
    ],
)
def test_base_urls_are_taken_apart(url: str, parts: tuple[object, ...]) -> None:
    assert tuple(parse_origin(url)) == parts
    assert parse_origin("https://[::1]:9").netloc == "[::1]:9"


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST.", "localhost.", "a.localhost", "a.b.localhost.", "127.0.0.1", "127.9.9.9", "::1"]
)
def test_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    [
        "evillocalhost",
        "evillocalhost.",
        "localhost.example.com",
        "localhosts",
        "127.0.0.1.example.com",
        "127.example.com",
        "128.0.0.1",
        "0.0.0.0",
        "127.0.0.999",
        "127.0.0",
        "127.0.0.x",
        "::2",
    ],
)
def test_other_machines(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("url", "proxy", "allow", "may"),
    [
        ("https://a.example", None, False, True),
        ("https://a.example", "http://proxy:1", False, True),
        ("http://a.example", None, False, False),
        ("http://a.example", None, True, True),
        ("http://localhost", None, False, True),
        ("http://localhost", "http://proxy:1", False, False),
        ("http://localhost", "http://127.0.0.1:1", False, True),
        ("http://localhost.", None, False, True),
        ("http://evillocalhost", None, False, False),
        ("http://localhost", "http://evillocalhost:1", False, False),
    ],
)
def test_tokens_stay_off_plain_http(url: str, proxy: str | None, allow: bool, may: bool) -> None:
    assert may_carry_token(parse_origin(url), proxy, allow_insecure=allow) is may


def test_passwords_in_urls_are_masked() -> None:
    assert without_password("http://user:p@ss@host:1/x") == "http://***@host:1/x"
    assert without_password("user:pass@host") == "***@host"
    assert without_password("http://host/a@b") == "http://host/a@b"
    assert without_password(None) is None
