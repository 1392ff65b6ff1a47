"""Stock falls when orders are placed, rises when they end or deliveries come in, and is told of by signed events."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from test.sandbox.test_events import SECRET, Receiver
from xi_sdk_resellers import webhooks
from xi_sdk_resellers.sandbox import Sandbox
from xi_sdk_resellers.sandbox.world import events

PRICES = "/resellers/v6/catalog/priceandavailability?includeAvailability=true&includePricing=false"
PART = "2GZ200"
STOCK = 250
DAY = 24 * 60 * 60


class Clock:
    now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.close()


@pytest.fixture
def sandbox(start: Callable[..., Sandbox], receiver: Receiver, clock: Clock) -> Sandbox:
    return start(webhook_url=receiver.url, webhook_secret=SECRET, clock=clock)


def stock(caller: Any, part: str = PART) -> int:
    (entry,) = caller("POST", PRICES, {"products": [{"ingramPartNumber": part}]}).json
    availability = entry["availability"]
    assert availability["totalAvailability"] == sum(
        place["quantityAvailable"] for place in availability["availabilityByWarehouse"]
    )
    return int(availability["totalAvailability"])


def lines(quantity: int, part: str = PART) -> list[dict[str, Any]]:
    return [{"customerLineNumber": "1", "ingramPartNumber": part, "quantity": quantity}]


def order(caller: Any, number: str, quantity: int, **more: Any) -> Any:
    return caller.create(number, lines=lines(quantity), **more).json["orders"][0]


def test_an_order_takes_what_is_there_and_the_rest_is_backordered(caller: Any) -> None:
    assert stock(caller) == STOCK
    assert order(caller, "PO-1", 200)["lines"][0]["quantityBackOrdered"] == 0
    assert stock(caller) == 50
    assert order(caller, "PO-2", 80)["lines"][0]["quantityBackOrdered"] == 30
    assert stock(caller) == 0
    assert order(caller, "PO-3", 1)["lines"][0]["quantityBackOrdered"] == 1


@pytest.mark.parametrize("end", ["cancelled", "voided", "voided by hand"])
def test_an_order_that_ends_gives_back_what_it_took(caller: Any, sandbox: Sandbox, clock: Clock, end: str) -> None:
    placed = order(caller, "PO-1", 300, hold=True)
    assert stock(caller) == 0
    if end == "cancelled":
        assert caller.cancel(placed["ingramOrderNumber"]).status == 200
    elif end == "voided by hand":
        sandbox.void(placed["ingramOrderNumber"])
    else:
        clock.now += DAY + 1
        caller.headers["Authorization"] = f"Bearer {sandbox.issue_token()}"
        assert caller.search().status == 200
    assert stock(caller) == STOCK


def test_changes_of_an_order_move_the_stock(caller: Any) -> None:
    number = order(caller, "PO-1", 100, hold=True)["ingramOrderNumber"]

    def change(**line: Any) -> None:
        assert caller.modify(number, {"lines": [line]}).status in (200, 201)

    change(ingramLineNumber="001", ingramPartNumber=PART, addUpdateDeleteLine="UPDATE", quantity=240)
    assert stock(caller) == 10
    change(ingramPartNumber=PART, addUpdateDeleteLine="ADD", quantity=4)
    assert stock(caller) == 6
    change(ingramLineNumber="001", ingramPartNumber=PART, addUpdateDeleteLine="UPDATE", quantity=40)
    assert stock(caller) == 206
    change(ingramLineNumber="002", ingramPartNumber=PART, addUpdateDeleteLine="DELETE")
    assert stock(caller) == 210
    change(ingramLineNumber="001", ingramPartNumber=PART, addUpdateDeleteLine="UPDATE", quantity=260)
    assert stock(caller) == 0


def test_what_is_shipped_does_not_come_back(caller: Any, sandbox: Sandbox) -> None:
    number = order(caller, "PO-1", 100)["ingramOrderNumber"]
    sandbox.ship(number)
    assert stock(caller) == 150


def test_deliveries_come_in(caller: Any, sandbox: Sandbox) -> None:
    assert stock(caller, "DF4128") == 0
    assert sandbox.restock("df4128", 40, warehouse="20") == 40
    assert stock(caller, "DF4128") == 40
    assert order(caller, "PO-1", 300)["lines"][0]["quantityBackOrdered"] == 50
    assert sandbox.restock(PART, -1000) == 0
    with pytest.raises(KeyError, match="no product 'XXX1'"):
        sandbox.restock("XXX1", 1)


def test_what_its_maker_ships_is_not_the_distributors_stock(caller: Any) -> None:
    placed = caller.create("PO-1", lines=lines(400, "RQ6000")).json["orders"][0]
    assert (placed["lines"][0]["quantityBackOrdered"], stock(caller, "RQ6000")) == (0, 5)


def test_seeded_orders_are_of_the_past(caller: Any, sandbox: Sandbox) -> None:
    sandbox.seed_orders(50)
    assert sandbox.report_stock() == 0


def test_changes_are_told_once_by_a_signed_event(caller: Any, sandbox: Sandbox, receiver: Receiver) -> None:
    order(caller, "PO-1", 30)
    sandbox.restock("DF4128", 7)
    assert sandbox.report_stock() == 2
    sandbox.drain()
    ((headers, body),) = receiver.received
    event = json.loads(body)
    proof = base64.b64encode(hmac.new(SECRET.encode(), event["eventId"].encode(), hashlib.sha512).digest()).decode()
    assert headers["x-hub-signature"] == proof
    assert (event["topic"], event["event"]) == ("resellers/catalog", "im::updated")
    assert [(each["ingramPartNumber"], each["totalAvailability"]) for each in event["resource"]] == [
        (PART, "220"), ("DF4128", "7"),
    ]  # fmt: skip
    found = webhooks.parse(body, headers, secret=SECRET, seen=None)
    assert isinstance(found, webhooks.StockUpdateEvent)
    assert found.quantities == {PART: 220, "DF4128": 7}
    assert (sandbox.report_stock(), sandbox.restock("DF4128", -7), sandbox.restock("DF4128", 7)) == (0, 0, 7)
    assert sandbox.report_stock() == 0


def test_many_changes_come_in_several_events(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "MOST_IN_ONE_EVENT", 3)
    for number in range(8):
        sandbox.restock(f"A{number:02d}K7", 1)
    assert sandbox.report_stock() == 8
    sandbox.drain()
    assert [len(delivery.event["resource"]) for delivery in sandbox.deliveries] == [3, 3, 2]
    assert len({delivery.event_id for delivery in sandbox.deliveries}) == 3


def test_events_of_ones_own_choice_are_forwarded(
    caller: Any, sandbox: Sandbox, receiver: Receiver, sample: Any
) -> None:
    event = sample("availability-update-webhook-request-order-with-header-comments")
    headers = {"targeturl": receiver.url, "x-hub-signature": "any text"}
    reply = caller("POST", "/resellers/v1/webhooks/availabilityupdate", event, headers=headers)
    assert (reply.status, reply.body) == (200, b"")
    sandbox.drain()
    ((got, body),) = receiver.received
    assert (got["x-hub-signature"], json.loads(body)) == ("any text", event)


@pytest.mark.parametrize("url", ["", "nowhere", "ftp://a/b", "http://"])
def test_what_is_no_url_is_400(caller: Any, url: str, sample: Any) -> None:
    event = sample("availability-update-webhook-request-order-with-header-comments")
    headers = {"targeturl": url, "x-hub-signature": "s"}
    reply = caller("POST", "/resellers/v1/webhooks/availabilityupdate", event, headers=headers)
    assert (reply.status, reply.fields) == (400, {"targeturl"})
