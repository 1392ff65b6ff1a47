"""Exceptions on their way through the serializers of Celery: what they say arrives."""

from __future__ import annotations

import json
import pickle
import traceback
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any
from uuid import uuid4

import pytest
from celery import Celery
from celery.result import AsyncResult

from xi_sdk_resellers import ApiException, ApiValueError, FieldProblem, OpenApiException, Outcome, exceptions
from xi_sdk_resellers.orders import DifferentOrderException, OrderPendingException

KINDS = sorted(
    {
        found
        for found in vars(exceptions).values()
        if isinstance(found, type) and issubclass(found, ApiException)
    } | {DifferentOrderException},
    key=lambda kind: kind.__name__,
)  # fmt: skip
KNOWN: dict[str, Any] = {
    "message": "Order 20-1 is wrong",
    "fields": (FieldProblem("quantity", "too many", 5), FieldProblem(None, None), FieldProblem("sku", "odd", "A1")),
    "correlation_id": "c" * 32,
    "customer_order_number": "PO-1",
    "operation": "post_createorder_v6",
    "method": "POST",
    "effect": "the order was placed",
    "path": "/resellers/v6/orders",
    "attempts": 2,
    "retry_at": datetime(2026, 1, 1, 12, 30, 15, 250_000, tzinfo=timezone.utc),
    "hint": "Do this.",
    "detail": "because",
}


@pytest.fixture(params=["json", "pickle"])
def serializer(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def carried(serializer: str) -> Callable[[Exception], BaseException]:
    """Store an exception as a worker does, and raise it where the result is asked for."""
    app = Celery("queue", backend="cache+memory://", set_as_current=False)
    app.conf.update(result_serializer=serializer, accept_content=[serializer])

    def carry(error: Exception) -> BaseException:
        task = uuid4().hex  # the memory of the backend is one for all applications of a process
        try:
            raise error
        except Exception as raised:
            app.backend.store_result(task, raised, "FAILURE", traceback=traceback.format_exc())
        with pytest.raises(type(error)) as caught:
            AsyncResult(task, app=app).get()
        return caught.value

    return carry


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("kind", KINDS)
def test_everything_a_job_needs_arrives(
    carried: Callable[[Exception], BaseException], kind: type[ApiException], outcome: Outcome
) -> None:
    error = kind(429, "Too Many Requests", outcome=outcome, **KNOWN)
    if isinstance(error, DifferentOrderException):
        error.order_numbers = ("20-A", "20-B")
    said, told = str(error), error.to_dict()
    assert error.args == (429, "Too Many Requests")
    made: Any = carried(error.portable())
    assert type(made) is kind
    assert (made.status, made.reason, made.outcome) == (429, "Too Many Requests", outcome)
    assert isinstance(made.outcome, Outcome)
    assert {name: getattr(made, name) for name in KNOWN if name != "fields"} == {
        name: value for name, value in KNOWN.items() if name != "fields"
    }
    assert getattr(made, "order_numbers", ()) == getattr(error, "order_numbers", ())
    assert (str(made), made.to_dict()) == (said, told)
    # One more queue, and a pickle of 1.0.0's kind.
    again = pickle.loads(pickle.dumps(carried(made.portable())))
    assert (str(again), again.to_dict()) == (said, told)


def test_no_answer_at_all_arrives(carried: Callable[[Exception], BaseException]) -> None:
    made: Any = carried(exceptions.ApiTimeoutException(None, "timed out", outcome=Outcome.NOT_SENT).portable())
    assert (made.status, made.reason, made.outcome, made.retry_at) == (None, "timed out", Outcome.NOT_SENT, None)


def test_without_it_json_loses_what_pickle_keeps(
    carried: Callable[[Exception], BaseException], serializer: str
) -> None:
    made: Any = carried(ApiException(400, "Bad Request", outcome=Outcome.REJECTED, **KNOWN))
    assert made.outcome is (Outcome.REJECTED if serializer == "pickle" else Outcome.UNKNOWN)
    assert made.correlation_id == (KNOWN["correlation_id"] if serializer == "pickle" else None)


@pytest.mark.parametrize(
    "error",
    [
        ApiValueError("page_size must be from 1 to 100, not 101"),
        exceptions.ClientClosedError("the client is closed"),
        OrderPendingException("the result of the v7 order has not come\n  customer order number: PO-1"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_other_exceptions_arrive_as_they_are(
    carried: Callable[[Exception], BaseException], error: OpenApiException
) -> None:
    assert error.portable() is error
    made: Any = carried(error)
    assert (str(made), made.outcome) == (str(error), error.outcome)
    assert json.loads(json.dumps(made.to_dict()))["type"] == type(error).__name__


def test_what_is_told_is_small_and_nobodys_secret() -> None:
    page = "<html>" + "x" * 100_000
    error = ApiException(502, "Bad Gateway", body=page, raw_body=page.encode(), headers={"Set-Cookie": "s3cr3t"})
    told = json.dumps(error.to_dict())
    assert len(told) < 1000
    assert "s3cr3t" not in told
    made = ApiException(*json.loads(json.dumps(error.portable().args)))
    assert "body: <html>xxx" in str(made)
    error = ApiException(400, "Bad Request", fields=(FieldProblem("email", "odd", "a@b.c"),), body=page)
    assert "a@b.c" not in json.dumps(error.to_dict())
    assert "x" * 100 not in json.dumps(error.to_dict())
    odd = ApiException(400, fields=(FieldProblem("sku", "odd", {"set": {1}}),))
    assert json.loads(json.dumps(odd.to_dict()))["fields"] == [["sku", "odd", "{'set': {1}}"]]


@pytest.mark.parametrize(
    "odd",
    [
        {"outcome": "fine"},
        {"outcome": None},
        {"retry_at": "soon"},
        {"retry_at": 5},
        {"fields": [5]},
        {"fields": 5},
        {"fields": [[1, 2, 3, 4]]},
        {"_lines": "x", "__class__": "x", "type": "x"},
    ],
    ids=str,
)
def test_what_was_spoilt_on_the_way_never_sounds_better_than_it_is(odd: dict[str, Any]) -> None:
    made = ApiException(500, "Server Error", {**odd, "correlation_id": "c"})
    assert (made.status, made.outcome, made.retry_at, made.fields) == (500, Outcome.UNKNOWN, None, ())
    assert made.correlation_id == "c"
    assert str(made).startswith("500 Internal Server Error")
