"""Exceptions: one tree, readable, stable in their first line, and they travel."""

from __future__ import annotations

import copy
import pickle
from datetime import datetime, timezone
from types import SimpleNamespace
from typing import Any

import pytest

import xi_sdk_resellers as package
from xi_sdk_resellers import (
    ApiAttributeError,
    ApiConnectionException,
    ApiException,
    ApiKeyError,
    ApiResponseException,
    ApiTimeoutException,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    ClientClosedError,
    OpenApiException,
    Outcome,
    ServiceException,
    TlsException,
)
from xi_sdk_resellers.api_response import Headers
from xi_sdk_resellers.exceptions import FieldProblem, exception_class

FULL: dict[str, Any] = {
    "headers": Headers([("X", "y")]),
    "body": '{"message": "no"}',
    "raw_body": b'{"message": "no"}',
    "message": "Order 20-1 is wrong",
    "fields": (
        FieldProblem("quantity", "too many", 5),
        FieldProblem(None, None),
        FieldProblem("email", "bad", "a@b.c"),
    ),
    "correlation_id": "c" * 32,
    "customer_order_number": "PO-1",
    "outcome": Outcome.REJECTED,
    "operation": "post_createorder_v6",
    "method": "POST",
    "effect": "the order was placed",
    "path": "/resellers/v6/orders",
    "attempts": 2,
    "retry_at": datetime(2026, 1, 1, tzinfo=timezone.utc),
    "hint": "Do this.",
    "detail": "because",
}


def test_the_tree() -> None:
    assert issubclass(ApiValueError, ValueError)
    assert issubclass(ApiTypeError, TypeError)
    assert issubclass(ApiTypeError, ApiValueError)
    assert issubclass(ApiAttributeError, AttributeError)
    assert issubclass(ApiKeyError, KeyError)
    assert issubclass(ClientClosedError, RuntimeError)
    assert issubclass(ApiTimeoutException, TimeoutError)
    for kind in (ApiConnectionException, ApiResponseException, TlsException, ServiceException):
        assert issubclass(kind, ApiException)
    for name in package.__all__:
        found = getattr(package, name)
        if isinstance(found, type) and issubclass(found, Exception):
            assert issubclass(found, OpenApiException), name


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestException"),
        (401, "UnauthorizedException"),
        (403, "ForbiddenException"),
        (404, "NotFoundException"),
        (405, "MethodNotAllowedException"),
        (409, "ConflictException"),
        (418, "ApiException"),
        (422, "UnprocessableEntityException"),
        (429, "TooManyRequestsException"),
        (500, "ServiceException"),
        (599, "ServiceException"),
        (302, "ApiException"),
    ],
)
def test_each_status_has_its_class(status: int, name: str) -> None:
    assert exception_class(status).__name__ == name


def test_the_text_says_everything() -> None:
    assert str(BadRequestException(400, "Bad Request", **FULL)).splitlines() == [
        "post_createorder_v6: 400 Bad Request",
        "  request: POST /resellers/v6/orders (2 attempts)",
        "  message: Order 20-1 is wrong",
        "  field quantity: too many (value 5)",
        "  field (unnamed): refused",
        "  field email: bad",
        "  cause: because",
        f"  correlation ID: {'c' * 32}",
        "  customer order number: PO-1",
        "  not before: 2026-01-01T00:00:00+00:00",
        "  outcome: rejected. The order was NOT placed.",
        "  what to do: Do this.",
    ]


def test_the_first_line_holds_no_identifiers() -> None:
    first = {
        str(
            BadRequestException(
                400, f"Bad Request {number}", **{**FULL, "correlation_id": number, "path": f"/{number}"}
            )
        ).splitlines()[0]
        for number in ("1", "2", "3")
    }
    assert first == {"post_createorder_v6: 400 Bad Request"}


@pytest.mark.parametrize(
    ("effect", "outcome", "text"),
    [
        ("the order was placed", Outcome.NOT_SENT, "The order was NOT placed"),
        ("the order was changed", Outcome.REJECTED, "The order was NOT changed"),
        ("the order was cancelled", Outcome.UNKNOWN, "It is not known whether the order was cancelled"),
        (None, Outcome.UNKNOWN, None),
    ],
)
def test_the_outcome_is_said_in_words(effect: str | None, outcome: Outcome, text: str | None) -> None:
    said = str(ApiException(None, "x", effect=effect, outcome=outcome))
    assert ("outcome:" in said) is (text is not None)
    assert (text or "") in said


def test_the_body_is_shown_when_nothing_better_is_there() -> None:
    text = str(ServiceException(502, "", body="<html>\n  " + "x" * 1000, operation="op"))
    assert "body: <html> xxx" in text
    assert len(text) < 700


def test_an_unknown_status_keeps_its_reason() -> None:
    assert str(ApiException(799, "Odd")) == "799 Odd"
    assert str(ApiException(reason="no answer")) == "no answer"
    assert str(ApiException()) == "failed"


@pytest.mark.parametrize(
    "error",
    [
        BadRequestException(400, "Bad Request", **FULL),
        ApiTimeoutException(None, "no answer in time", outcome=Outcome.UNKNOWN),
        ApiException(http_resp=SimpleNamespace(status=400, reason="x", data=b"raw", getheaders=lambda: {"a": "b"})),
        ApiValueError("bad", ["lines", 0]),
        ApiTypeError("bad", ["lines", 0], (int,), True),
        ApiKeyError("k"),
        ApiAttributeError("a"),
        ClientClosedError("closed"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_exceptions_travel(error: OpenApiException) -> None:
    for made in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(made) is type(error)
        assert str(made) == str(error)
        assert made.outcome is error.outcome
        assert {k: v for k, v in vars(made).items() if k != "headers"} == {
            k: v for k, v in vars(error).items() if k != "headers"
        }


def test_the_vendors_constructor_works() -> None:
    raw = SimpleNamespace(status=404, reason="Not Found", data=b"gone", getheaders=lambda: {"a": "b"})
    error = ApiException(http_resp=raw)
    assert (error.status, error.reason, error.body, error.headers) == (404, "Not Found", "gone", {"a": "b"})
    made = ApiException.from_response(http_resp=raw, body="text", data=None)
    assert (type(made).__name__, made.body) == ("NotFoundException", "text")


def test_errors_before_sending_say_where() -> None:
    assert str(ApiTypeError("wrong", ["lines", 0, "quantity"])) == "wrong at ['lines'][0]['quantity']"
    assert ApiValueError("wrong").outcome is Outcome.NOT_SENT
    assert str(Outcome.NOT_SENT) == "not_sent"
    assert Outcome("unknown") is Outcome.UNKNOWN
