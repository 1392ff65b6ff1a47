"""What is said about a change when something from outside cuts its workflow off: the change, not the call after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from test.support.plans import Failure, lost, not_sent, status
from xi_sdk_resellers import ApiConnectionException, ApiException, Outcome, interrupted_call
from xi_sdk_resellers._operations.orders import (
    DELETE_ORDERCANCEL,
    GET_RESELLERS_V6_ORDERSEARCH,
    POST_CREATEORDER_V6,
    PUT_ORDERMODIFY,
)
from xi_sdk_resellers._workflows.doubt import Doubt
from xi_sdk_resellers._workflows.plan import Call, Wait
from xi_sdk_resellers.api_response import ApiResponse
from xi_sdk_resellers.models import OrderCreateRequest
from xi_sdk_resellers.operation import Operation

CREATION = {"customerOrderNumber": "PO-1"}


def succeed(doubt: Doubt, operation: Operation, correlation_id: str = "c1", **arguments: Any) -> None:
    response: ApiResponse[Any] = ApiResponse(
        status_code=200, headers={}, data=None, raw_data=b"", correlation_id=correlation_id
    )
    doubt.done(Call(operation, arguments), response)


def said(doubt: Doubt) -> tuple[Any, ...] | None:
    error = KeyboardInterrupt()
    doubt.ended(error)
    return interrupted_call(error)


BODIES: dict[str, tuple[object, str | None]] = {
    "a model": (OrderCreateRequest.from_dict(CREATION), "PO-1"),
    "the wire's names": (CREATION, "PO-1"),
    "Python's names": ({"customer_order_number": "PO-2"}, "PO-2"),
    "both": ({"customer_order_number": "PO-2", "customerOrderNumber": "PO-1"}, "PO-1"),
    "no number": ({}, None),
    "a number that is no text": ({"customerOrderNumber": 7}, None),
    "no body": (None, None),
}


@pytest.mark.parametrize(("body", "number"), BODIES.values(), ids=BODIES)
def test_a_change_that_was_made_is_told_with_the_number_of_its_request(body: object, number: str | None) -> None:
    doubt = Doubt()
    succeed(doubt, POST_CREATEORDER_V6, order_create_request=body)
    assert said(doubt) == (Outcome.UNKNOWN, "post_createorder_v6", "c1", number)


def test_a_change_without_a_correlation_id_has_none() -> None:
    doubt = Doubt()
    succeed(doubt, DELETE_ORDERCANCEL, "", order_number="20-1")
    assert said(doubt) == (Outcome.UNKNOWN, "delete_ordercancel", None, None)


def failure(make: Failure, **facts: Any) -> ApiException:
    error: Any = make()
    error.__dict__.update({"operation": "post_createorder_v6", "effect": "the order was placed", **facts})
    return error


DOUBTED: dict[str, tuple[ApiException, bool]] = {
    "lost": (failure(lost), True),
    "rejected after a repetition": (failure(status(400, attempts=2)), True),
    "a gateway's 401": (failure(status(401)), True),
    "rejected": (failure(status(400)), False),
    "not sent": (failure(not_sent), False),
    "a read": (failure(lost, effect=None), False),
}


@pytest.mark.parametrize(("error", "told"), DOUBTED.values(), ids=DOUBTED)
def test_a_change_that_failed_is_told_when_it_may_have_been_made(error: ApiException, told: bool) -> None:
    doubt = Doubt()
    error.correlation_id, error.customer_order_number = "c2", "PO-9"
    doubt.failed(Call(POST_CREATEORDER_V6, {}), error)
    assert said(doubt) == ((Outcome.UNKNOWN, "post_createorder_v6", "c2", "PO-9") if told else None)


def test_the_first_change_counts() -> None:
    doubt = Doubt()
    doubt.done(Wait(1.0), None)
    succeed(doubt, GET_RESELLERS_V6_ORDERSEARCH, "c0")
    assert said(doubt) is None
    succeed(doubt, POST_CREATEORDER_V6, "c1", order_create_request=CREATION)
    succeed(doubt, PUT_ORDERMODIFY, "c2", order_modify_request={})
    doubt.failed(Call(PUT_ORDERMODIFY, {}), failure(lost, operation="put_ordermodify"))
    assert said(doubt) == (Outcome.UNKNOWN, "post_createorder_v6", "c1", "PO-1")


def test_an_exception_of_our_own_speaks_for_itself() -> None:
    doubt = Doubt()
    succeed(doubt, POST_CREATEORDER_V6, order_create_request=CREATION)
    error = ApiConnectionException(outcome=Outcome.NOT_SENT)
    known: Mapping[str, Any] = dict(vars(error))
    doubt.ended(error)
    assert vars(error) == known
