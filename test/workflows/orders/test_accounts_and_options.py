"""The options that every workflow takes, and workflows for several accounts on one set of connections."""

from __future__ import annotations

import asyncio
import inspect
import traceback

import pytest

from test.support.journaled import ORDER, UPDATE, held, request
from xi_sdk_resellers import ApiClient, ApiTimeoutException, Configuration, OpenApiException, Orders, aio
from xi_sdk_resellers.sandbox import Fault

SECRET = "planted-secret"
NAMED = {
    "im_customer_number": "20-222222", "im_country_code": "CA", "im_correlation_id": "mine", "im_sender_id": "me",
}  # fmt: skip
HEADERS = {"X-Team": "blue", "im-correlationid": "mine", "IM-SenderID": "me"}
WORK = {
    "place": lambda orders, number, **given: orders.place(ORDER, **given),
    "place_async": lambda orders, number, **given: orders.place_async(ORDER, **given, resume=True),
    "get": lambda orders, number, **given: orders.get(number, **given),
    "search": lambda orders, number, **given: next(iter(orders.search(customer_order_number="PO-0", **given))),
    "modify": lambda orders, number, **given: orders.modify(number, UPDATE, **given),
    "cancel": lambda orders, number, **given: orders.cancel(number, **given),
    "release": lambda orders, number, **given: orders.release(number, **given),
}


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_headers_go_with_every_call_of_a_workflow(orders, sandbox, work):
    number = held(orders, sandbox)
    before = len(sandbox.ledger.requests)
    if work is not WORK["place_async"]:  # which looks first, and never sends again
        sandbox.faults.add(Fault("lost_answer"))
    result = work(orders, number, headers=HEADERS)
    calls = [found for found in sandbox.ledger.requests[before:] if found.operation != "get_accesstoken"]
    assert len(calls) > 1
    for found in calls:
        assert [found.headers[name] for name in ("X-Team", "IM-CorrelationID", "IM-SenderID")] == ["blue", "mine", "me"]
    receipt = getattr(result, "receipt", result)
    assert getattr(receipt, "correlation_id", "mine") == "mine"


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_an_account_and_a_sender_go_with_every_call_of_a_workflow(orders, sandbox, work):
    number = held(orders, sandbox)
    before = len(sandbox.ledger.requests)
    settings = getattr(orders, "_orders", orders).api_client.configuration
    settings.im_customer_number, settings.im_country_code = "20-000000", "DE"
    work(orders, number, **NAMED)
    names = ("IM-CustomerNumber", "IM-CountryCode", "IM-CorrelationID", "IM-SenderID")
    calls = [found for found in sandbox.ledger.requests[before:] if found.operation != "get_accesstoken"]
    assert {tuple(found.headers[name] for name in names) for found in calls} == {tuple(NAMED.values())}


def test_an_account_in_the_headers_is_that_of_the_workflow(orders, recorded, journal):
    receipt = recorded.place(request(), headers={"IM-CountryCode": "DE"}).receipt
    assert receipt.country == "DE"
    assert [entry.country for entry in journal.unresolved()] == []


READS = {
    "get": lambda orders, number: orders.get(number, timeout=0.3),
    "search": lambda orders, number: next(iter(orders.search(timeout=0.3))),
}


@pytest.mark.parametrize("work", READS.values(), ids=READS)
def test_reads_take_a_limit_of_time(orders, sandbox, work):
    number = held(orders, sandbox)
    sandbox.faults.add(Fault("stall", times=None))
    with pytest.raises(ApiTimeoutException):
        work(orders, number)


def test_headers_of_a_search_do_not_show():
    search = Orders().search(headers={"X-Api-Key": "planted"}, timeout=5)
    assert "planted" not in repr(search)
    assert "X-Api-Key" in repr(search)
    assert "headers" not in repr(Orders().search())


@pytest.mark.parametrize("kind", [Orders, aio.Orders])
def test_every_method_that_calls_takes_headers(kind):
    for name, method in inspect.getmembers(kind, inspect.isfunction):
        parameters = inspect.signature(method).parameters
        if not name.startswith("_") and "im_customer_number" in parameters:
            assert {"headers", "timeout"} <= set(parameters), name


@pytest.mark.parametrize("kind", [Orders, aio.Orders])
@pytest.mark.parametrize("name", ["place", "place_async", "modify", "cancel", "release", "get", "search", "resolve"])
def test_a_secret_header_stands_in_no_frame(kind, name):
    client = (ApiClient if kind is Orders else aio.ApiClient)(Configuration(host="https://localhost"))
    orders, headers = kind(client), {"X-Api-Key": SECRET}
    arguments = {"place": [{}], "place_async": [{}], "modify": ["1", {"lines": 5}], "search": []}.get(name, [None])
    if name == "resolve":
        arguments = []
    elif name == "search":
        headers = {"X-Api-Key": SECRET, "": SECRET}
    with pytest.raises(OpenApiException) as caught:
        work(getattr(orders, name)(*arguments, headers=headers))
    for frame, _ in traceback.walk_tb(caught.tb):
        if "xi_sdk_resellers" in frame.f_code.co_filename:
            assert [name for name, value in frame.f_locals.items() if SECRET in repr(value)] == []


def work(result):
    """Carry out whatever a method gives."""
    if inspect.iscoroutine(result):
        return asyncio.run(result)
    return asyncio.run(first(result)) if hasattr(result, "__aiter__") else next(iter(result))


async def first(found):
    return await anext(found)
