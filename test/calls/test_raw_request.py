"""Calls to what has no method: client.request of both clients, and its checks, retries and outcomes."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import xi_sdk_resellers
from test.support.answers import TWINS, AnswerServer, Asked, Reply, settings
from test.support.wire_server import WireServer, answer
from xi_sdk_resellers import (
    ApiResponse,
    ApiResponseException,
    ApiTypeError,
    ApiValueError,
    Configuration,
    NotFoundException,
    OpenApiException,
    Outcome,
    RejectedException,
    ServiceException,
    aio,
)
from xi_sdk_resellers.models import OrderModifyRequest

PATH = "/resellers/v6/invoices/20-RD1AB-11"


def request(twin: str, configuration: Configuration, *given: Any, **more: Any) -> ApiResponse[Any]:
    if twin == "blocking":
        with xi_sdk_resellers.ApiClient(configuration) as client:
            return client.request(*given, **more)

    async def run() -> ApiResponse[Any]:
        async with aio.ApiClient(configuration) as client:
            return await client.request(*given, **more)

    return asyncio.run(run())


@pytest.mark.parametrize("twin", TWINS)
def test_a_call_has_token_headers_query_and_an_answer(twin: str) -> None:
    with AnswerServer(lambda asked: Reply(200, {"invoiceNumber": "20-RD1AB-11", "total": 1.5})) as server:
        query = {"status": ["open", "paid"], "page": 2, "all": True, "day": date(2025, 6, 15), "none": None, "t": "a&b"}
        answer = request(twin, settings(server.url), "GET", PATH, query=query, headers={"X-Own": "7"})
    asked = server.calls[0]
    assert (asked.method, asked.path, asked.authorization) == ("GET", PATH, "Bearer t0")
    sent = {"status": ["open", "paid"], "page": ["2"], "all": ["true"], "day": ["2025-06-15"], "t": ["a&b"]}
    assert asked.query == sent
    assert (asked.headers["IM-CustomerNumber"], asked.headers["X-Own"], asked.body) == ("20-222222", "7", b"")
    assert (answer.status_code, answer.data) == (200, {"invoiceNumber": "20-RD1AB-11", "total": 1.5})
    assert answer.correlation_id == asked.headers["IM-CorrelationID"]
    assert answer.attempts == 1


def test_a_query_may_be_pairs() -> None:
    pairs = [("status", "open"), ["page", 2], ("status", "paid"), ("none", None)]
    with AnswerServer(lambda asked: Reply(200, {})) as server:
        request("blocking", settings(server.url), "GET", PATH, query=pairs)
    assert server.calls[0].query == {"status": ["open", "paid"], "page": ["2"]}


@pytest.mark.parametrize("twin", TWINS)
def test_a_read_is_tried_again_and_a_change_is_not(twin: str) -> None:
    with AnswerServer(lambda asked: Reply(503 if asked.number < 2 else 200, {})) as server:
        read = request(twin, settings(server.url), "POST", "/resellers/v6/search", json={"a": 1}, effect="read")
        assert (read.attempts, read.data, server.calls[2].body) == (3, {}, b'{"a": 1}')
    with AnswerServer(lambda asked: Reply(503)) as server:
        with pytest.raises(ServiceException) as caught:
            request(twin, settings(server.url), "POST", "/resellers/v6/returns", json={"a": 1}, effect="change")
        assert (caught.value.outcome, len(server.calls)) == (Outcome.UNKNOWN, 1)
        assert caught.value.operation == "POST /resellers/v6/returns"


BODIES: dict[str, tuple[Any, Any]] = {
    "a list": ([{"id": 1}], [{"id": 1}]),
    "null": (None, None),
    "a model in it": ({"order": OrderModifyRequest(notes="x")}, {"order": {"notes": "x"}}),
    "a date": ({"day": date(2025, 6, 15)}, {"day": "2025-06-15"}),
    "bytes": (b'{"exact": 1.10}', {"exact": 1.1}),
}


@pytest.mark.parametrize(("given", "sent"), BODIES.values(), ids=BODIES)
def test_any_json_can_be_sent(given: Any, sent: Any) -> None:
    with AnswerServer(lambda asked: Reply(204)) as server:
        answer = request("blocking", settings(server.url), "PUT", "/x", json=given, effect="change")
    assert json.loads(server.calls[0].body) == sent
    assert server.calls[0].headers["Content-Type"] == "application/json"
    assert (answer.status_code, answer.data) == (204, None)


ANSWERS: dict[str, tuple[Reply, str, type[Exception], Outcome | None]] = {
    "a page": (Reply(200, b"<html>Sign in</html>", kind="text/html"), "change", ApiResponseException, Outcome.UNKNOWN),
    "a page to a read": (Reply(200, b"<html/>", kind="text/html"), "read", ApiResponseException, Outcome.REJECTED),
    "a refusal": (Reply(200, {"errors": [{"message": "no"}]}), "change", RejectedException, Outcome.REJECTED),
    "an error to a read": (Reply(200, {"error": "no"}), "read", ApiResponseException, None),
    "not there": (Reply(404, {"message": "no"}), "read", NotFoundException, Outcome.REJECTED),
}


@pytest.mark.parametrize(("reply", "effect", "kind", "outcome"), ANSWERS.values(), ids=ANSWERS)
def test_what_is_no_success_is_none(reply: Reply, effect: Any, kind: type[Exception], outcome: Outcome | None) -> None:
    with AnswerServer(lambda asked: reply) as server, pytest.raises(kind) as caught:
        request("blocking", settings(server.url), "POST", "/x", json={}, effect=effect)
    assert len(server.calls) == 1
    if outcome is not None and effect == "change":
        assert getattr(caught.value, "outcome", None) == outcome


@pytest.mark.parametrize("twin", TWINS)
def test_an_answer_that_is_cut_short_is_no_result(twin: str) -> None:
    with WireServer([answer({"a": 1}, content_length="99", connection="close")]) as server:
        with pytest.raises(ApiResponseException, match=r"POST .*/x") as caught:
            request(twin, settings(server.url, access_token="t"), "POST", "/x", json={}, effect="change")
    assert (caught.value.status, caught.value.outcome) == (200, Outcome.UNKNOWN)
    assert caught.value.operation == "POST /x"


BAD: dict[str, tuple[tuple[Any, ...], dict[str, Any], str]] = {
    "no effect": (("POST", "/x"), {}, "effect is missing: 'read' or 'change'"),
    "a wrong effect": (("POST", "/x"), {"effect": "write"}, "effect must be 'read' or 'change'"),
    "a method": (("FETCH", "/x"), {}, "method must be one of"),
    "a whole URL": (("GET", "https://other.example/x"), {}, "path must begin with a slash"),
    "another host": (("GET", "//other.example/x"), {}, "path must begin with a slash"),
    "a query in it": (("GET", "/x?a=1"), {}, "give it as query="),
    "dots": (("GET", "/a/../b"), {}, "dot segments"),
    "not quoted": (("GET", "/a b"), {}, "must begin with a slash and be quoted"),
    "a query of text": (("GET", "/x"), {"query": "a=1"}, "query must be a mapping or pairs"),
    "texts for pairs": (("GET", "/x"), {"query": ["ab"]}, "query must be a mapping or pairs"),
    "a pair of one": (("GET", "/x"), {"query": [("a",)]}, "query must be a mapping or pairs"),
    "a pair of three": (("GET", "/x"), {"query": [("a", 1, 2)]}, "query must be a mapping or pairs"),
    "a name that is no text": (("GET", "/x"), {"query": [(1, "a")]}, "the names of a query must be text"),
    "a name of nothing": (("GET", "/x"), {"query": {"": "a"}}, "the names of a query must be text"),
    "a value that is no JSON": (("PUT", "/x"), {"json": object(), "effect": "change"}, "json cannot be written"),
    "not a number": (("PUT", "/x"), {"json": float("nan"), "effect": "change"}, "json cannot be written"),
}


@pytest.mark.parametrize(("given", "more", "message"), BAD.values(), ids=BAD)
def test_bad_input_is_refused_before_anything_is_sent(
    given: tuple[Any, ...], more: dict[str, Any], message: str
) -> None:
    with AnswerServer(lambda asked: Reply()) as server:
        with pytest.raises((ApiValueError, ApiTypeError), match=message):
            request("blocking", settings(server.url), *given, **more)
    assert not server.calls
    assert not server.tokens


@pytest.mark.parametrize("twin", TWINS)
def test_headers_that_few_operations_want_are_sent_when_they_are_set(twin: str) -> None:
    with AnswerServer(lambda asked: Reply(body=b"{}")) as server:
        request(twin, settings(server.url), "GET", "/x")
        given = {"im_application_id": "shop", "im_customer_contact": "jo@example.com"}
        request(twin, settings(server.url, **given), "GET", "/x")
    sent = [
        {name for name in call.headers if name in ("IM-ApplicationID", "IM-CustomerContact")} for call in server.calls
    ]
    assert sent == [set(), {"IM-ApplicationID", "IM-CustomerContact"}]


def test_decimals_are_no_json_and_the_message_says_so() -> None:
    with pytest.raises(OpenApiException, match="a Decimal is no JSON"):
        request("blocking", settings("http://127.0.0.1:1"), "PUT", "/x", json=Decimal("1.5"), effect="change")


def test_an_account_that_is_not_set_is_named() -> None:
    def answer(asked: Asked) -> Reply:
        return Reply()

    with AnswerServer(answer) as server, pytest.raises(ApiTypeError, match="im_customer_number is missing"):
        request("blocking", settings(server.url, im_customer_number=None), "GET", "/x")
