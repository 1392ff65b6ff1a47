"""Orders on hold are cancelled, released and changed, also when answers get lost."""

import json

import pytest

from xi_sdk_resellers import (
    ApiException,
    ApiValueError,
    MethodNotAllowedException,
    NotFoundException,
    Outcome,
)
from xi_sdk_resellers.sandbox import Fault

HOLD = [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]
CANCEL, CHANGE, DETAILS = "delete_ordercancel", "put_ordermodify", "get_orderdetails_v6_1"
LOST = [
    Fault("lost_answer"),
    Fault("reset", effect=True),
    Fault("status", status=500, effect=True),
    Fault("stall", effect=True),
]
NEVER_ARRIVED = [Fault("cut_request", at_byte=30), Fault("status", status=503), Fault("html"), Fault("empty")]


@pytest.fixture
def held(orders):
    """The number of an order on hold with two lines."""
    lines = [{"ingramPartNumber": part, "quantity": 2, "customerLineNumber": number} for number, part in PARTS.items()]
    placed = orders.place({"customerOrderNumber": "PO-1", "lines": lines, "additionalAttributes": HOLD})
    return placed.orders[0].ingram_order_number


PARTS = {"001": "8RB884", "002": "DF4128"}


def planned(fault, operation):
    names = ("kind", "at_byte", "status", "effect")
    return Fault(**{name: getattr(fault, name) for name in names}, operation=operation)


def sent(sandbox, operation):
    return [record for record in sandbox.ledger.requests if record.operation == operation]


def ids(fault):
    return f"{fault.kind}-{fault.status or ''}"


def test_an_order_is_read(orders, held):
    order = orders.get(held)
    assert (order.ingram_order_number, order.customer_order_number) == (held, "PO-1")
    assert orders.get(held, simulate_status="IM::SHIPPED").order_status != order.order_status


def test_an_order_is_cancelled(orders, held, sandbox):
    assert orders.cancel(held).numbers == (held,)
    assert sandbox.ledger.find(held).cancelled
    assert sent(sandbox, DETAILS) == []


@pytest.mark.parametrize("fault", LOST, ids=ids)
def test_a_cancellation_whose_answer_was_lost_is_done(orders, held, sandbox, fault):
    sandbox.faults.add(planned(fault, CANCEL))
    orders.cancel(held)
    assert sandbox.ledger.find(held).cancelled
    assert len(sent(sandbox, CANCEL)) == 1


@pytest.mark.parametrize("fault", NEVER_ARRIVED, ids=ids)
def test_a_cancellation_that_never_arrived_is_sent_again(orders, held, sandbox, fault):
    sandbox.faults.add(planned(fault, CANCEL))
    orders.cancel(held)
    assert sandbox.ledger.find(held).cancelled
    assert len({record.correlation_id for record in sent(sandbox, CANCEL)}) == 1


def test_cancelling_a_cancelled_order_is_done(orders, held):
    orders.cancel(held)
    orders.cancel(held)


def test_a_released_order_is_not_cancelled(orders, held, sandbox):
    orders.release(held)
    with pytest.raises(MethodNotAllowedException) as caught:
        orders.cancel(held)
    assert caught.value.outcome is Outcome.REJECTED
    assert "processing" in str(caught.value) or "no longer on hold" in str(caught.value)


def test_a_cancellation_that_came_too_late_is_rejected_even_when_its_answer_is_lost(orders, held, sandbox):
    orders.release(held)
    sandbox.faults.add(Fault("lost_answer", operation=CANCEL))
    with pytest.raises(ApiException) as caught:
        orders.cancel(held)
    assert caught.value.outcome is Outcome.REJECTED
    assert len(sent(sandbox, CANCEL)) == 1


@pytest.mark.parametrize("change", ["cancel", "release"])
def test_an_order_that_does_not_exist_is_not_found(orders, change):
    with pytest.raises(NotFoundException) as caught:
        getattr(orders, change)("20-ZZZZZ")
    assert caught.value.outcome is Outcome.REJECTED


@pytest.mark.parametrize("change", ["cancel", "release"])
@pytest.mark.parametrize("wrong", ["", "..", "a/b", None])
def test_a_bad_order_number_is_refused_before_anything_is_sent(orders, sandbox, change, wrong):
    with pytest.raises(ApiValueError):
        getattr(orders, change)(wrong)
    assert sandbox.ledger.requests == []


def test_an_order_is_released(orders, held, sandbox):
    assert orders.release(held).numbers == (held,)
    assert not sandbox.ledger.find(held).on_hold
    assert sent(sandbox, DETAILS) == []


@pytest.mark.parametrize("fault", LOST + NEVER_ARRIVED, ids=ids)
def test_an_order_is_released_although_an_answer_or_a_request_is_lost(orders, held, sandbox, fault):
    sandbox.faults.add(planned(fault, CHANGE))
    orders.release(held)
    order = sandbox.ledger.find(held)
    assert not order.on_hold
    assert not order.cancelled
    assert len(sent(sandbox, CHANGE)) == (1 if fault in LOST else 2)


def test_releasing_a_released_order_is_done(orders, held):
    orders.release(held)
    orders.release(held)


def test_a_cancelled_order_is_not_released(orders, held):
    orders.cancel(held)
    with pytest.raises(MethodNotAllowedException) as caught:
        orders.release(held)
    assert caught.value.outcome is Outcome.REJECTED


@pytest.mark.parametrize("change", ["cancel", "release"])
def test_when_the_order_cannot_be_read_the_outcome_stays_unknown(orders, held, sandbox, change):
    sandbox.faults.add(Fault("lost_answer", operation=CANCEL if change == "cancel" else CHANGE))
    sandbox.faults.add(Fault("status", status=500, operation=DETAILS, times=None))
    with pytest.raises(ApiException) as caught:
        getattr(orders, change)(held)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert "could not be read" in str(caught.value)


def test_a_vendor_that_is_down_leaves_a_cancellation_unknown(orders, held, sandbox):
    sandbox.faults.add(Fault("status", status=500, operation=CANCEL, times=None))
    with pytest.raises(ApiException) as caught:
        orders.cancel(held, attempts=3)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert len(sent(sandbox, CANCEL)) == 3
    assert sandbox.ledger.find(held).on_hold


def line(action, number=None, part=None, quantity=None, **more):
    values = {"addUpdateDeleteLine": action, "ingramLineNumber": number, "ingramPartNumber": part, "quantity": quantity}
    return {name: value for name, value in {**values, **more}.items() if value is not None}


UPDATE = {"lines": [line("UPDATE", "001", "8RB884", 5)]}
DELETE = {"lines": [line("DELETE", "2", "DF4128")]}
ADD = {"lines": [line("ADD", part="4U0212", quantity=3, customerLineNumber="009")]}
ADD_WITHOUT_A_NUMBER = {"lines": [line("ADD", part="4U0212", quantity=3)]}
NOTES = {"notes": "Ring twice"}


def quantities(sandbox, held):
    return {product.part_number: product.quantity_ordered for product in sandbox.ledger.find(held).products}


AFTER = {
    "update": (UPDATE, {"8RB884": 5, "DF4128": 2}),
    "delete": (DELETE, {"8RB884": 2}),
    "add": (ADD, {"8RB884": 2, "DF4128": 2, "4U0212": 3}),
    "several": ({"lines": UPDATE["lines"] + DELETE["lines"]}, {"8RB884": 5}),
}


@pytest.mark.parametrize("name", AFTER)
def test_an_order_is_changed(orders, held, sandbox, name):
    change, after = AFTER[name]
    changed = orders.modify(held, change)
    assert changed.ingram_order_number == held
    assert quantities(sandbox, held) == after


@pytest.mark.parametrize("fault", LOST, ids=ids)
@pytest.mark.parametrize("name", AFTER)
def test_a_change_whose_answer_was_lost_is_seen_in_the_order(orders, held, sandbox, name, fault):
    change, after = AFTER[name]
    sandbox.faults.add(planned(fault, CHANGE))
    changed = orders.modify(held, change)
    assert changed.ingram_order_number == held
    assert changed.order_total == sandbox.ledger.find(held).total
    assert {found.ingram_part_number: found.quantity_ordered for found in changed.lines} == after
    assert quantities(sandbox, held) == after
    assert len(sent(sandbox, CHANGE)) == 1


@pytest.mark.parametrize("name", ["update", "delete", "several"])
def test_a_harmless_change_that_never_arrived_is_sent_again(orders, held, sandbox, name):
    change, after = AFTER[name]
    sandbox.faults.add(Fault("cut_request", at_byte=30, operation=CHANGE))
    orders.modify(held, change)
    assert quantities(sandbox, held) == after


@pytest.mark.parametrize("change", [ADD, ADD_WITHOUT_A_NUMBER, NOTES], ids=["add", "add without a number", "notes"])
@pytest.mark.parametrize("fault", NEVER_ARRIVED, ids=ids)
def test_a_change_that_adds_is_never_sent_again(orders, held, sandbox, change, fault):
    sandbox.faults.add(planned(fault, CHANGE))
    with pytest.raises(ApiException) as caught:
        orders.modify(held, change)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert "could add lines or notes twice" in str(caught.value)
    assert len(sent(sandbox, CHANGE)) == 1


@pytest.mark.parametrize("change", [ADD_WITHOUT_A_NUMBER, NOTES], ids=["add without a number", "notes"])
def test_an_addition_that_cannot_be_recognized_stays_unknown(orders, held, sandbox, change):
    sandbox.faults.add(Fault("lost_answer", operation=CHANGE))
    with pytest.raises(ApiException) as caught:
        orders.modify(held, change)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert len(sent(sandbox, CHANGE)) == 1


def test_a_change_of_a_released_order_is_rejected(orders, held):
    orders.release(held)
    with pytest.raises(MethodNotAllowedException) as caught:
        orders.modify(held, UPDATE)
    assert caught.value.outcome is Outcome.REJECTED


def test_when_the_order_cannot_be_read_after_a_change_the_outcome_stays_unknown(orders, held, sandbox):
    sandbox.faults.add(Fault("lost_answer", operation=CHANGE))
    sandbox.faults.add(Fault("status", status=500, operation=DETAILS, times=None))
    with pytest.raises(ApiException) as caught:
        orders.modify(held, UPDATE)
    assert caught.value.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("wrong", [7, None, {"lines": [{"quantity": "many"}]}, {"lines": 3}])
def test_a_bad_change_is_refused_before_anything_is_sent(orders, sandbox, wrong):
    with pytest.raises(ApiValueError):
        orders.modify("20-ABCDE", wrong)
    assert sandbox.ledger.requests == []


@pytest.mark.parametrize(
    ("status", "sent_again", "outcome"),
    [
        ("Canceled", 0, None),
        ("CANCELLED", 0, None),
        ("im::voided", 0, None),
        ("On Hold", 1, None),
        ("ON HOLD", 1, None),
        ("im::hold", 1, None),
        ("Processing", 0, Outcome.REJECTED),
        ("SHIPPED", 0, Outcome.REJECTED),
        ("", 0, Outcome.UNKNOWN),
        (None, 0, Outcome.UNKNOWN),
    ],
)
def test_a_status_is_read_in_all_its_spellings(orders, held, sandbox, status, sent_again, outcome):
    sandbox.faults.add(Fault("cut_request", at_byte=30, operation=CANCEL))
    body = json.dumps({"ingramOrderNumber": held, "orderStatus": status})
    sandbox.faults.add(Fault("status", status=200, body=body, operation=DETAILS, times=None))
    if outcome is None:
        orders.cancel(held, lookup_wait=1)
    else:
        with pytest.raises(ApiException) as caught:
            orders.cancel(held, lookup_wait=1)
        assert caught.value.outcome is outcome
    # The first request was cut off before the sandbox could write it down.
    assert sum(record.status == 200 for record in sent(sandbox, CANCEL)) == sent_again


@pytest.mark.parametrize("listed", ["CANCELLED", None])
def test_an_order_that_is_gone_after_a_lost_cancellation_is_cancelled(orders, held, sandbox, listed):
    sandbox.faults.add(Fault("lost_answer", operation=CANCEL))
    sandbox.faults.add(Fault("status", status=404, operation=DETAILS, times=None))
    found = [{"ingramOrderNumber": held, "orderStatus": listed}] if listed else []
    body = json.dumps({"orders": found})
    sandbox.faults.add(Fault("status", status=200, body=body, operation="get_resellers_v6_ordersearch"))
    orders.cancel(held)


@pytest.mark.parametrize("limits", [{"attempts": 0}, {"attempts": "3"}, {"lookup_wait": -1}, {"timeout": float("nan")}])
def test_limits_that_make_no_sense_are_refused(orders, sandbox, limits):
    for call in (lambda: orders.cancel("20-ABCDE", **limits), lambda: orders.modify("20-ABCDE", UPDATE, **limits)):
        with pytest.raises(ApiValueError):
            call()
    assert sandbox.ledger.requests == []


@pytest.mark.parametrize("status", [405, 429])
def test_a_refusal_after_a_lost_change_leaves_it_unknown(orders, held, sandbox, status):
    sandbox.faults.add(Fault("cut_request", at_byte=30, operation=CHANGE))
    sandbox.faults.add(Fault("status", status=status, operation=CHANGE, times=None))
    with pytest.raises(ApiException) as caught:
        orders.modify(held, UPDATE)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert caught.value.status is None


@pytest.mark.parametrize("body", ["null", "[]", '{"orderStatus": {"a": 1}, "lines": 7}', '{"lines": [null, 3]}'])
@pytest.mark.parametrize("name", ["cancel", "release", "modify"])
def test_odd_details_leave_the_outcome_unknown(orders, held, sandbox, name, body):
    sandbox.faults.add(Fault("lost_answer", operation=CANCEL if name == "cancel" else CHANGE))
    sandbox.faults.add(Fault("status", status=200, body=body, operation=DETAILS, times=None))
    with pytest.raises(ApiException) as caught:
        orders.modify(held, ADD) if name == "modify" else getattr(orders, name)(held)
    assert caught.value.outcome is Outcome.UNKNOWN
