"""Which proxy a request takes: the configured one, or the one that the environment names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from xi_sdk_resellers import Configuration
from xi_sdk_resellers._settings.origin import parse_origin
from xi_sdk_resellers._transport.proxy import choose_proxy


@pytest.fixture(autouse=True)
def _clean_default() -> Iterator[None]:
    yield
    Configuration.set_default(None)


ENVIRONMENT = {"HTTPS_PROXY": "http://up:1", "https_proxy": "http://low:1", "HTTP_PROXY": "http://plain:1"}


@pytest.mark.parametrize(
    ("url", "configured", "environment", "proxy"),
    [
        ("https://a.example", None, {}, None),
        ("https://a.example", "http://own:1", ENVIRONMENT, "http://own:1"),
        ("https://a.example", None, ENVIRONMENT, "http://low:1"),
        ("https://a.example", None, {"HTTPS_PROXY": "http://up:1"}, "http://up:1"),
        ("http://a.example", None, ENVIRONMENT, "http://plain:1"),
        ("http://a.example", None, {**ENVIRONMENT, "REQUEST_METHOD": "GET"}, None),
        ("https://a.example", None, {"ALL_PROXY": "http://all:1"}, "http://all:1"),
        ("https://localhost", None, ENVIRONMENT, None),
        ("https://127.0.0.1", None, ENVIRONMENT, None),
        ("https://127.0.0.1", "http://own:1", ENVIRONMENT, "http://own:1"),
        ("http://127.0.0.1:8080", None, {"HTTP_PROXY": "http://localhost:3128"}, "http://localhost:3128"),
        ("http://127.0.0.1:8080", None, {"HTTP_PROXY": "http://localhost:3128", "NO_PROXY": "127.0.0.1"}, None),
        ("http://127.0.0.1:8080", None, {"HTTP_PROXY": "no proxy"}, None),
        *[
            ("https://api.a.example", None, {**ENVIRONMENT, "NO_PROXY": entry}, None)
            for entry in ("*", "a.example", ".a.example", "*.a.example", "x, API.A.EXAMPLE", "api.a.example:443")
        ],
        *[
            ("https://api.a.example", None, {**ENVIRONMENT, "NO_PROXY": entry}, "http://low:1")
            for entry in ("", "b.example", "pi.a.example", "api.a.example:80", "10.0.0.0/8")
        ],
        ("https://10.1.2.3", None, {**ENVIRONMENT, "no_proxy": "10.0.0.0/8"}, None),
        ("https://11.1.2.3", None, {**ENVIRONMENT, "no_proxy": "10.0.0.0/8"}, "http://low:1"),
        ("https://[fd00::1]", None, {**ENVIRONMENT, "no_proxy": "fd00::1"}, None),
    ],
)
def test_the_proxy_is_chosen_the_usual_way(
    url: str, configured: str | None, environment: dict[str, str], proxy: str | None
) -> None:
    assert choose_proxy(parse_origin(url), configured, environment) == proxy
