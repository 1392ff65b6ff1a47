"""What comes with an answer: its headers and the rate limit that they tell."""

from __future__ import annotations

import pickle

import pytest

from xi_sdk_resellers import ApiException, ApiResponse, RateLimit
from xi_sdk_resellers.api_response import Headers, rate_limit_of


def test_headers_know_no_letter_case() -> None:
    headers = Headers([("X-One", "1"), ("x-one", "2"), ("B", "3")])
    assert headers["x-ONE"] == "1, 2"
    assert headers.get("nothing") is None
    assert headers.get("nothing", 5) == 5
    assert "b" in headers
    assert 5 not in headers
    assert list(headers) == ["X-One", "B"]
    assert len(headers) == 2
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        made = pickle.loads(pickle.dumps(headers, protocol))
        assert dict(made) == dict(headers) == {"X-One": "1, 2", "B": "3"}
        error = pickle.loads(pickle.dumps(ApiException(404, headers=headers), protocol))
        assert error.headers == headers


@pytest.mark.parametrize(
    ("items", "found"),
    [
        (
            {"X-RateLimit-Limit": "60", "x-ratelimit-remaining": "0", "X-RateLimit-Reset": "1800000000"},
            RateLimit(60, 0, 1.8e9),
        ),
        ({"X-RateLimit-Limit": "60"}, RateLimit(60, None, None)),
        ({"X-RateLimit-Limit": "many", "X-RateLimit-Remaining": "-1", "X-RateLimit-Reset": "nan"}, None),
        ({}, None),
    ],
)
def test_rate_limits_are_read(items: dict[str, str], found: RateLimit | None) -> None:
    assert rate_limit_of(Headers(items.items())) == found
    response = ApiResponse(status_code=200, headers=Headers(items.items()), data=None, raw_data=b"{}")
    assert response.rate_limit == found
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        made = pickle.loads(pickle.dumps(response, protocol))
        assert (made.rate_limit, made.raw_data, made.headers) == (found, b"{}", response.headers)
    assert "raw" not in repr(response)


def test_the_reset_as_a_time() -> None:
    found = RateLimit(None, None, 0.0).reset_at
    assert found is not None
    assert found.isoformat() == "1970-01-01T00:00:00+00:00"
    assert RateLimit(1, 1, None).reset_at is None
    assert RateLimit(1, 1, 999999999999.0).reset_at is None
    assert RateLimit(1, 1, float("nan")).reset_at is None
