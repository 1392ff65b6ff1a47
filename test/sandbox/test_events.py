"""The sandbox confirms v7 orders, places them behind its answer and delivers signed events over HTTP."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from xi_sdk_resellers import webhooks
from xi_sdk_resellers.sandbox import Sandbox

SECRET = "a webhook secret"


class Receiver:
    """A webhook receiver that remembers what was posted to it."""

    def __init__(self) -> None:
        self.received: list[tuple[dict[str, str], bytes]] = []
        self.status = 200
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.received.append(({k.lower(): v for k, v in self.headers.items()}, body))
                self.send_response(receiver.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook?tenant=7"

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.close()


@pytest.fixture
def sandbox(start: Callable[..., Sandbox], receiver: Receiver) -> Sandbox:
    return start(webhook_url=receiver.url, webhook_secret=SECRET)


def confirm(caller: Any, number: str | None = "V7-1", *parts: str, **more: Any) -> Any:
    lines = [{"customerLineNumber": f"{n}", "ingramPartNumber": p, "quantity": "2"} for n, p in enumerate(parts, 1)]
    body: dict[str, Any] = {"customerOrderNumber": number} if number else {}
    return caller("POST", "/resellers/v7/orders", {**body, "lines": lines, **more})


def only(event: Any) -> Any:
    """Return the one thing that is there or in the list there."""
    if isinstance(event, list):
        (event,) = event
    return event


def test_a_confirmed_order_is_placed_and_announced(caller: Any, sandbox: Sandbox, receiver: Receiver) -> None:
    reply = confirm(caller, "V7-1", "8RB884")
    assert reply.status == 200
    assert reply.json["confirmationNumber"] == 1669783293
    sandbox.drain()
    (order,) = sandbox.ledger.placed("V7-1")
    assert (order.source, order.confirmation_number) == ("v7", 1669783293)
    ((headers, body),) = receiver.received
    event = only(json.loads(body))
    assert (event["event"], event["eventType"]) == ("IM::created", "IM::async_order_create")
    resource = only(event["resource"])
    assert resource["customerOrderNumber"] == "V7-1"
    assert resource["orders"][0]["ingramOrderNumber"] == order.ingram_order_number
    signature = hmac.new(SECRET.encode(), event["eventId"].encode(), hashlib.sha512).digest()
    assert headers["x-hub-signature"] == base64.b64encode(signature).decode()
    assert headers["content-type"] == "application/json"


def test_the_shapes_take_turns(caller: Any, sandbox: Sandbox, receiver: Receiver) -> None:
    confirmations = [confirm(caller, f"V7-{n}", "8RB884").json["confirmationNumber"] for n in range(3)]
    assert [type(confirmation) for confirmation in confirmations] == [int, str, int]
    assert confirmations[1].startswith("US-I-T-")
    sandbox.drain()
    bodies = [json.loads(body) for _, body in receiver.received]
    assert [type(body) for body in bodies] == [dict, list, dict]
    assert [type(only(body)["resource"]) for body in bodies] == [dict, dict, dict]
    assert [("eventid" in only(body), "eventId" in only(body)) for body in bodies] == [
        (False, True),
        (True, False),
        (False, True),
    ]
    ids = [delivery.event_id for delivery in sandbox.deliveries]
    assert len(set(ids)) == 3
    assert all(len(identity) == 18 for identity in ids)


def test_status_events_come_in_both_spellings(caller: Any, sandbox: Sandbox, receiver: Receiver) -> None:
    sandbox.ship(caller.place("PO-1", "8RB884"))
    sandbox.drain()
    shipped, invoiced = (json.loads(body) for _, body in receiver.received)
    assert [event["resource"][0]["eventType"] for event in (shipped, invoiced)] == [
        "im::order_shipped",
        "im::order_invoiced",
    ]
    line = shipped["resource"][0]["lines"][0]
    assert (line["ingramLineNumber"], line["shippedQuantity"], line["backOrderedQuantity"]) == ("001", 2, 0)
    assert len(line["serialNumberDetails"]) == 2
    line = invoiced["resource"][0]["lines"][0]
    assert (line["LineNumber"], line["shippedQuantity"], line["backorderedQuantity"]) == ("001", "2", "0")


@pytest.mark.parametrize("event_type", ["im::order_hold", "im::order_voided", "IM::ORDER_BACKORDERED"])
def test_deliver_any_status_event(caller: Any, sandbox: Sandbox, receiver: Receiver, event_type: str) -> None:
    number = caller.place("PO-1", "8RB884")
    sandbox.deliver(number, event_type)
    sandbox.drain()
    (event,) = (json.loads(body) for _, body in receiver.received)
    assert event["resource"][0]["eventType"] == event_type
    assert event["resource"][0]["orderNumber"] == number
    assert sandbox.ledger.orders[0].status == "PROCESSING"


def test_deliver_only_what_there_is(caller: Any, sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="im::order_shipped"):
        sandbox.deliver(caller.place(), "im::order_lost")
    with pytest.raises(KeyError):
        sandbox.deliver("20-NONE0", "im::order_hold")


@pytest.mark.parametrize(
    ("parts", "placed", "rejected"),
    [(["8RB884", "XXX1"], 1, ["XXX1"]), (["XXX1", "XXX2"], 0, ["XXX1", "XXX2"]), (["8RB884", "RQ6000"], 2, [])],
)
def test_what_becomes_of_the_lines_is_in_the_event(
    caller: Any, sandbox: Sandbox, parts: list[str], placed: int, rejected: list[str]
) -> None:
    assert confirm(caller, "V7-1", *parts).status == 200
    sandbox.drain()
    assert len(sandbox.ledger.placed("V7-1")) == placed
    (delivery,) = sandbox.deliveries
    resource = only(delivery.event["resource"])
    assert resource["orderSplit"] is (placed > 1)
    assert resource["processedPartially"] is bool(rejected and placed)
    lines = resource["orders"][0].get("rejectedLineItems", [])
    assert [line["ingramPartNumber"] for line in lines] == rejected


def test_a_quote_decides_the_lines(caller: Any, sandbox: Sandbox) -> None:
    quote = "QUO-10985-C4C3F7"
    confirmed = confirm(caller, "V7-1", "4U0212", quoteNumber=quote.lower())
    assert confirmed.json["quoteNumber"] == quote.lower()
    again = confirm(caller, "V7-2", quoteNumber=quote)
    assert (again.status, again.fields) == (400, {"quoteNumber"})
    sandbox.drain()
    (order,) = sandbox.ledger.placed("V7-1")
    assert [(line.part_number, line.quantity_ordered) for line in order.lines] == [("2GZ200", 3), ("8RB884", 2)]
    assert order.quote_number == quote.lower()


def test_the_sample_is_confirmed(caller: Any, sandbox: Sandbox, sample: Any) -> None:
    body = sample("post-createorder-v7-request-sample")
    assert caller("POST", "/resellers/v7/orders", body).status == 200
    sandbox.drain()
    assert sandbox.ledger.placed(body["customerOrderNumber"])


@pytest.mark.parametrize(
    ("number", "parts", "more", "field"),
    [
        ("V7-0", ["8RB884"], {}, "customerOrderNumber"),
        ("V7-9", [], {}, "lines"),
        ("V7-9", [], {"quoteNumber": "4711"}, "quoteNumber"),
    ],
)
def test_requests_that_are_not_confirmed(
    caller: Any, sandbox: Sandbox, number: str, parts: list[str], more: dict[str, Any], field: str
) -> None:
    confirm(caller, "V7-0", "8RB884")
    reply = confirm(caller, number, *parts, **more)
    assert (reply.status, reply.fields) == (400, {field})
    assert "traceid" in reply.json["errors"][0]
    sandbox.drain()
    assert len(sandbox.deliveries) == 1


def test_maintenance_loses_v6_and_queues_v7(caller: Any, sandbox: Sandbox, receiver: Receiver) -> None:
    sandbox.maintenance = True
    assert caller.create("V6", "8RB884").status == 500
    assert confirm(caller, "V7", "8RB884").status == 200
    # The queued order already counts against duplicates.
    assert confirm(caller, "v7", "8RB884").status == 400
    sandbox.drain()
    assert sandbox.ledger.orders == []
    assert receiver.received == []
    sandbox.maintenance = False
    sandbox.drain()
    assert [order.customer_order_number for order in sandbox.ledger.orders] == ["V7"]
    assert len(receiver.received) == 1


def test_events_without_a_receiver_are_kept(start: Callable[..., Sandbox], caller_for: Any) -> None:
    sandbox = start()
    confirm(caller_for(sandbox), "V7-1", "8RB884")
    sandbox.drain()
    (delivery,) = sandbox.deliveries
    assert delivery.status is None
    assert "webhook_url" in (delivery.error or "")
    assert json.loads(delivery.body) == delivery.event


def test_the_receiver_can_be_named_later(start: Callable[..., Sandbox], caller_for: Any, receiver: Receiver) -> None:
    sandbox = start()
    assert sandbox.webhook_url is None
    sandbox.webhook_url = receiver.url
    sandbox.deliver(caller_for(sandbox).place(), "im::order_hold")
    sandbox.drain()
    assert len(receiver.received) == 1


def test_what_the_receiver_says_is_kept(caller: Any, sandbox: Sandbox, receiver: Receiver) -> None:
    receiver.status = 503
    sandbox.deliver(caller.place(), "im::order_hold")
    sandbox.drain()
    assert [delivery.status for delivery in sandbox.deliveries] == [503]


def test_a_receiver_that_is_not_there(start: Callable[..., Sandbox], caller_for: Any) -> None:
    sandbox = start(webhook_url="http://127.0.0.1:9/")
    sandbox.deliver(caller_for(sandbox).place(), "im::order_hold")
    sandbox.drain()
    (delivery,) = sandbox.deliveries
    assert (delivery.error or "").startswith("ConnectionRefusedError")


def test_a_receiver_that_hangs_does_not_hold_up_the_end(start: Callable[..., Sandbox], caller_for: Any) -> None:
    """A second sandbox with a stalling fault plays the receiver."""
    from xi_sdk_resellers.sandbox import Fault, FaultPlan

    hanging = start(faults=FaultPlan([Fault("stall", times=None)]))
    sandbox = start(webhook_url=hanging.url)
    sandbox.deliver(caller_for(sandbox).place(), "im::order_hold")
    while not hanging.ledger.requests:
        pass
    with pytest.raises(TimeoutError, match="1 deliveries"):
        sandbox.drain(timeout=0.05)
    sandbox.stop()
    assert hanging.ledger.requests[0].method == "POST"


TEST_EVENT = "/resellers/v1/webhooks/orderstatusevent"


def test_a_test_event_is_posted_as_it_is_with_the_signature_that_was_given(
    caller: Any, sandbox: Sandbox, receiver: Receiver, sample: Callable[[str], Any]
) -> None:
    event = sample("order-status-webhook-request-order-with-header-comments")
    signature = webhooks.sign(event["eventId"], "another secret")
    headers = {"targeturl": receiver.url, "x-hub-signature": signature, "IM-CustomerNumber": None}
    reply = caller("POST", TEST_EVENT, event, headers=headers)
    assert (reply.status, reply.body) == (200, b"")
    sandbox.drain()
    ((sent, body),) = receiver.received
    assert sent["x-hub-signature"] == signature
    assert json.loads(body) == event
    assert webhooks.parse(body, sent, secret="another secret", seen=None).event_type == "im::order_shipped"
    (delivery,) = sandbox.deliveries
    assert (delivery.url, delivery.status, delivery.event_type) == (receiver.url, 200, "im::order_shipped")
    assert sandbox.ledger.orders == []


@pytest.mark.parametrize(
    "url", ["ftp://x/", "http://", "http://x:0/", "http://x:99999/", "http://[x/", "http://\xe4/", None]
)
def test_a_test_event_needs_a_url(caller: Any, sandbox: Sandbox, url: str | None) -> None:
    headers = {"targeturl": url, "x-hub-signature": "s"}
    reply = caller("POST", TEST_EVENT, {"eventId": "1"}, headers=headers)
    assert (reply.status, reply.fields) == (400, {"targeturl"})
    sandbox.drain()
    assert sandbox.deliveries == []


@pytest.mark.parametrize("event", [{}, {"resource": 5}, {"resource": [None, {"eventType": None}]}, {"eventId": 7}])
def test_odd_test_events_are_sent_or_refused(caller: Any, sandbox: Sandbox, receiver: Receiver, event: Any) -> None:
    headers = {"targeturl": receiver.url, "x-hub-signature": "s"}
    reply = caller("POST", TEST_EVENT, event, headers=headers)
    sandbox.drain()
    assert [json.loads(body) for _, body in receiver.received] == ([event] if reply.status == 200 else [])
    assert caller.search().status == 204
