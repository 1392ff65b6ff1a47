"""Bodies: their size and encoding, the vendor's error shapes, and what may be logged of them."""

from __future__ import annotations

import gzip
import json
import pickle
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xi_sdk_resellers import ApiException, ApiResponse, Outcome, RateLimit
from xi_sdk_resellers._calls.error_body import read_error
from xi_sdk_resellers._calls.errors import outcome_of_status
from xi_sdk_resellers._calls.messages import Answer, utf8
from xi_sdk_resellers._calls.redact import redacted
from xi_sdk_resellers._transport.body import Body
from xi_sdk_resellers.api_response import Headers, rate_limit_of
from xi_sdk_resellers.exceptions import FieldProblem

FIELD = {"field": "quantity", "message": "too many", "value": 5}
SHAPES = {
    "errors": ({"errors": [{"id": "1", "type": "t", "message": "no", "fields": [FIELD]}]}, "no", 1),
    "several errors": ({"errors": [{"message": "no"}, {"message": "never"}, {"message": "no"}]}, "no; never", 0),
    "one error object": ({"errors": {"message": "no", "fields": FIELD}}, "no", 1),
    "flat": ({"traceid": "1", "type": "t", "message": "no", "fields": [FIELD, FIELD]}, "no", 2),
    "the vendor's misspelling": ({"messaage": "no"}, "no", 0),
    "message": ({"message": "no"}, "no", 0),
    "fault": ({"fault": {"faultstring": "no", "detail": {"errorcode": "x"}}}, "no", 0),
    "faultcode": ({"faultcode": "Server", "faultstring": "no"}, "no", 0),
    "OAuth": ({"error": "invalid_client", "error_description": "no"}, "no", 0),
    "OAuth without words": ({"error": "invalid_client"}, "invalid_client", 0),
    "a list": ([{"message": "no"}], "no", 0),
    "nothing useful": ({"message": None, "fields": "x"}, None, 0),
    "a text": ("no", None, 0),
    "null": (None, None, 0),
}


@pytest.mark.parametrize(("body", "message", "fields"), SHAPES.values(), ids=SHAPES)
def test_every_shape_of_error_is_understood(body: object, message: str | None, fields: int) -> None:
    found = read_error(Answer(400, "", Headers(), json.dumps(body).encode()))[:2]
    assert found == (message, (FieldProblem("quantity", "too many", 5),) * fields)


@pytest.mark.parametrize("body", [b"", b"<html>", b"[" * 100_000, b"\xff\xfe\x00", b"{"])
def test_an_error_that_is_no_json_has_no_details(body: bytes) -> None:
    assert read_error(Answer(400, "", Headers(), body))[:2] == (None, ())


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["errors", "error", "fault", "fields", "message"]), inner)
    ),
)


@given(json_values)
def test_no_error_body_breaks_the_reader(body: object) -> None:
    read_error(Answer(400, "", Headers(), json.dumps(body).encode()))


def test_outcomes_of_statuses() -> None:
    rejected = {status for status in range(300, 600) if outcome_of_status(status) is Outcome.REJECTED}
    assert rejected == set(range(400, 500)) - {408}


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        (b"\xef\xbb\xbf{}", None, "{}"),
        ("ü".encode("latin-1"), "application/json; Charset=ISO-8859-1", "ü"),
        ("ü".encode(), "application/json; charset=utf-8", "ü"),
        ("ü".encode(), "application/json; charset=nonsense", "ü"),
        ("ü".encode("utf-16"), None, "ü"),
        ("ü".encode("utf-16-le"), 'text/plain; charset="utf-16-le"; x=y', "ü"),
    ],
)
def test_bodies_become_utf8(body: bytes, kind: str | None, text: str) -> None:
    headers = Headers([] if kind is None else [("content-type", kind)])
    assert utf8(body, headers).decode() == text


# Sizes and compression.


def feed(body: Body, data: bytes, step: int) -> bytes:
    for start in range(0, len(data), step):
        if not body.feed(data[start : start + step]):
            break
    return body.end()


@given(
    data=st.binary(max_size=3000), step=st.integers(1, 4000), encoding=st.sampled_from(["gzip", "deflate", "raw", None])
)
def test_bodies_come_out_as_they_went_in(data: bytes, step: int, encoding: str | None) -> None:
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "raw": lambda raw: zlib.compress(raw)[2:-4]}
    body = Body({"raw": "deflate"}.get(encoding or "", encoding), 10_000)
    wire = packed[encoding](data) if encoding else data
    if encoding == "raw" and step == 1:
        step = 2
    assert feed(body, wire, step) == data
    assert body.fault is None


@given(size=st.integers(0, 300), limit=st.integers(0, 300), packed=st.booleans())
def test_the_limit_holds_after_decompression(size: int, limit: int, packed: bool) -> None:
    data = b"x" * size
    body = Body("gzip" if packed else None, limit)
    assert feed(body, gzip.compress(data) if packed else data, 50) == data[:limit]
    assert (body.fault is not None) is (size > limit)


def test_a_bomb_is_stopped_early() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000, 9)
    body = Body("gzip", 1000)
    assert not body.feed(bomb)
    assert body.fault is not None
    assert len(body.end()) == 1000


def test_damage_is_told_from_size() -> None:
    for wire in (b"nonsense", gzip.compress(b"x" * 100)[:20], gzip.compress(b"x" * 1000)[:-9] + b"wrong end"):
        body = Body("gzip", 10_000)
        feed(body, wire, 7)
        assert body.fault is not None
        assert body.fault.kind == "truncated"
    body = Body(None, 10)
    body.feed(b"abc")
    assert body.end(cut="it broke") == b"abc"
    assert body.fault is not None
    assert "after 3 bytes: it broke" in body.fault.detail


# The log.

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


# Headers and rate limits.


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
