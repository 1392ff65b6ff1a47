"""What workflows tell of themselves: the receipt of a result, and the one line of the log."""

from __future__ import annotations

import copy
import logging
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from test.support.journaled import ADD, CHANGE, PLACE, QUEUE, UPDATE, held, request
from xi_sdk_resellers import ApiException, OrderCreateResponse, Receipt
from xi_sdk_resellers.sandbox import Fault

REFUSED = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "XXXXXX", "quantity": 1}]}
PART = request(lines=[*request()["lines"], {"ingramPartNumber": "XXXXXX", "quantity": 1}])
CANCEL = "delete_ordercancel"


def told(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    """The lines of the workflows, without those of calls."""
    return [record for record in caplog.records if record.name == "xi_sdk_resellers.orders"]


def lost(operation: str, **more: Any) -> Fault:
    return Fault("lost_answer", operation=operation, **more)


def placed(orders: Any, number: str) -> Receipt:
    receipt: Receipt = orders.place(request()).receipt
    return receipt


def placed_again(orders: Any, number: str) -> Receipt:
    orders.place(request())
    receipt: Receipt = orders.place(request(), resume=True).receipt
    return receipt


def accepted_again(orders: Any, number: str) -> Receipt:
    placed = orders.place(request()).receipt
    receipt: Receipt = orders.place_async(request(), resume=True).receipt
    assert receipt.numbers == placed.numbers
    return receipt


DEEDS: dict[str, tuple[Callable[[Any, str], Receipt], tuple[Fault, ...], str, dict[str, Any]]] = {
    "placed": (placed, (), "order placed", {"status": 201, "attempts": 1, "calls": 1}),
    "placed in part": (
        lambda orders, number: orders.place(PART).receipt,
        (),
        "order placed in part",
        {"status": 207, "attempts": 1, "partial": True},
    ),
    "found after a lost answer": (
        placed,
        (lost(PLACE),),
        "order found placed",
        {"status": None, "attempts": 1, "found": True, "calls": 3},
    ),
    "placed before": (placed_again, (), "order found placed", {"status": 400, "attempts": 1, "found": True}),
    "sent again": (
        placed,
        (Fault("status", operation=PLACE, status=503),),
        "order placed",
        {"status": 201, "attempts": 2, "calls": 9},
    ),
    "accepted": (
        lambda orders, number: orders.place_async(request()).receipt,
        (),
        "order accepted",
        {"status": 200, "attempts": 1, "operation": QUEUE},
    ),
    "found accepted": (
        accepted_again,
        (),
        "order found accepted",
        {"found": True, "operation": QUEUE, "customer_order_number": "PO-1"},
    ),
    "changed": (
        lambda orders, number: orders.modify(number, UPDATE).receipt,
        (),
        "order changed",
        {"status": 201, "attempts": 1, "operation": CHANGE},
    ),
    "found changed": (
        lambda orders, number: orders.modify(number, ADD).receipt,
        (lost(CHANGE),),
        "order found changed",
        {"status": None, "attempts": 1, "found": True},
    ),
    "cancelled": (
        lambda orders, number: orders.cancel(number),
        (),
        "order cancelled",
        {"status": 200, "attempts": 1, "operation": CANCEL},
    ),
    "found cancelled": (
        lambda orders, number: orders.cancel(number),
        (lost(CANCEL),),
        "order found cancelled",
        {"attempts": 1, "found": True, "calls": 2},
    ),
    "released": (lambda orders, number: orders.release(number), (), "order released", {"attempts": 1}),
}


@pytest.mark.parametrize(("work", "faults", "said", "facts"), DEEDS.values(), ids=DEEDS)
def test_a_workflow_tells_how_it_went(orders, sandbox, caplog, work, faults, said, facts):
    number = held(orders, sandbox)
    sandbox.faults.add(*faults)
    caplog.set_level(logging.INFO, "xi_sdk_resellers")
    receipt = work(orders, number)
    assert {name: getattr(receipt, name) for name in facts} == facts
    line = [record for record in told(caplog) if record.levelno == logging.INFO][-1]
    text = line.getMessage()
    assert text.startswith(f"{said}: ")
    assert receipt.numbers or receipt.operation == QUEUE
    shown = (
        ("customer order number ", receipt.customer_order_number),
        ("number ", ", ".join(receipt.numbers)),
        ("account ", "20-222222 US"),
        ("status ", receipt.status),
        ("attempts ", receipt.attempts),
        ("", f"{receipt.elapsed:.2f} s"),
    )
    told_of = ", ".join(f"{word}{value}" for word, value in shown if value)
    assert text == f"{said}: {told_of} ({sandbox.url}) [{receipt.correlation_id}]"
    # The same facts as attributes of the record, for formatters that write JSON.
    extra = {name.removeprefix("xi_"): value for name, value in vars(line).items() if name.startswith("xi_")}
    values = {name: value for name, value in receipt._asdict().items() if value not in (None, ())}
    event = "found" if receipt.found else said.removeprefix("order ").replace(" ", "_")
    assert extra == {**values, "event": event, "outcome": "done", "host": sandbox.url}
    if receipt.operation in (PLACE, QUEUE):
        assert receipt.customer_order_number == "PO-1"
        assert "PO-1" in text


@pytest.mark.parametrize("partly_rejected", [False, True])
def test_a_journal_tells_of_what_was_done_before(recorded, sandbox, caplog, partly_rejected):
    wanted = PART if partly_rejected else request()
    first = recorded.place(wanted)
    caplog.set_level(logging.INFO, "xi_sdk_resellers.orders")
    again = recorded.place(wanted)
    assert (again.receipt.attempts, again.receipt.found, again.receipt.status) == (0, True, None)
    assert again.receipt.numbers == first.receipt.numbers
    assert [record.xi_event for record in told(caplog)] == ["found"]


ENDS = {
    "refused": (REFUSED, (), "order refused", "refused"),
    "unknown": (request(), (lost(PLACE), Fault("status", status=503, times=None)), "order outcome unknown", "unknown"),
    "not sent": (request(), (), "order not sent", "not_sent"),
}


@pytest.mark.parametrize(("wanted", "faults", "said", "event"), ENDS.values(), ids=ENDS)
def test_a_workflow_that_fails_says_so_in_one_line(orders, sandbox, caplog, wanted, faults, said, event):
    sandbox.faults.add(*faults)
    if event == "not_sent":
        sandbox.stop()
    caplog.set_level(logging.INFO, "xi_sdk_resellers.orders")
    with pytest.raises(ApiException) as caught:
        orders.place(wanted, attempts=1)
    (line,) = told(caplog)
    assert line.levelno == logging.INFO
    assert line.getMessage().startswith(f"{said}: customer order number PO-1, account 20-222222 US, ")
    assert line.getMessage().endswith(f"({sandbox.url}) [{caught.value.correlation_id}]")
    assert (line.xi_event, line.xi_outcome) == (event, str(caught.value.outcome))
    assert line.xi_error == type(caught.value).__name__


def test_a_duplicate_is_refused_and_names_what_is_there(orders, caplog):
    first = orders.place(request())
    caplog.set_level(logging.INFO, "xi_sdk_resellers.orders")
    with pytest.raises(ApiException):
        orders.place(request())
    (line,) = told(caplog)
    assert line.getMessage().startswith("order refused: ")
    assert line.xi_numbers == first.receipt.numbers


def test_a_creation_that_is_sent_again_warns(orders, sandbox, caplog):
    sandbox.faults.add(Fault("status", operation=PLACE, status=503))
    caplog.set_level(logging.WARNING, "xi_sdk_resellers.orders")
    receipt = orders.place(request()).receipt
    (line,) = told(caplog)
    assert line.getMessage().startswith(f"{PLACE} is sent again: customer order number PO-1, ")
    assert (line.levelno, line.xi_event, line.xi_correlation_id) == (
        logging.WARNING,
        "sent_again",
        receipt.correlation_id,
    )


def test_one_correlation_id_ties_a_creation_and_its_looks_together(orders, sandbox):
    sandbox.faults.add(Fault("status", operation=PLACE, status=503))
    receipt = orders.place(request()).receipt
    calls = [record for record in sandbox.ledger.requests if record.operation != "get_accesstoken"]
    assert len(calls) == receipt.calls > 2
    assert {record.correlation_id for record in calls} == {receipt.correlation_id}


def test_a_receipt_is_no_part_of_its_result(orders):
    order = orders.place(request())
    again = OrderCreateResponse.from_json(order.to_json())
    assert order == again
    assert pickle.dumps(order) == pickle.dumps(again)
    assert (order.to_dict(), repr(order), order.model_fields_set) == (
        again.to_dict(),
        repr(again),
        again.model_fields_set,
    )
    for other in (again, copy.copy(order), copy.deepcopy(order), pickle.loads(pickle.dumps(order)), order.orders[0]):
        assert not hasattr(other, "receipt")
        with pytest.raises(AttributeError, match="has no receipt: what workflows"):
            _ = other.receipt
    assert OrderCreateResponse.from_dict({"receipt": 1}).receipt == 1


def test_a_receipt_can_be_pickled_and_names_a_public_module(orders):
    receipt = orders.place(request()).receipt
    assert pickle.loads(pickle.dumps(receipt)) == receipt
    assert type(receipt).__module__ == "xi_sdk_resellers"
