"""Orders that were placed before: told, compared, returned to those who resume, and never a stranger's."""

import json
import pickle
from datetime import datetime, timezone

import pytest

from xi_sdk_resellers import ApiValueError, BadRequestException, Outcome
from xi_sdk_resellers.orders import DuplicateOrderException
from xi_sdk_resellers.sandbox import Fault

PLACE = "post_createorder_v6"
DETAILS = "get_orderdetails_v6_1"
DUPLICATES = [{"attributeName": "AllowDuplicateCustomerOrderNumber", "attributeValue": "True"}]


def request(number="PO-1", lines=(("DF4128", 2),), **more):
    return {
        "customerOrderNumber": number,
        "lines": [{"ingramPartNumber": part, "quantity": quantity} for part, quantity in lines],
        **more,
    }


def sent(sandbox, operation=PLACE):
    return [record for record in sandbox.ledger.requests if record.operation == operation]


def test_a_duplicate_at_the_first_attempt_is_told_and_compared(orders, sandbox):
    number = orders.place(request()).orders[0].ingram_order_number
    with pytest.raises(DuplicateOrderException) as caught:
        orders.place(request())
    error = caught.value
    assert isinstance(error, BadRequestException)
    assert (error.status, error.outcome, error.same) == (400, Outcome.UNKNOWN, True)
    assert error.order_numbers == (number,)
    assert [order.ingram_order_number for order in error.orders] == [number]
    assert f"This call placed nothing, but the order is there: {number}." in str(error)
    assert len(sandbox.ledger.orders) == 1


def test_a_resumed_order_is_returned_as_if_nothing_had_happened(orders, sandbox):
    plain = orders.place(request(lines=(("8RB884", 2), ("RQ6000", 1))), resume=True)
    found = orders.place(request(lines=(("8RB884", 2), ("RQ6000", 1))), resume=True)
    assert {order.ingram_order_number for order in found.orders} == {
        order.ingram_order_number for order in plain.orders
    }
    assert found.purchase_order_total == plain.purchase_order_total
    assert len(sandbox.ledger.orders) == 2


@pytest.mark.parametrize("resume", [False, True])
def test_a_strangers_order_is_never_returned(orders, sandbox, resume):
    theirs = orders.place(request(lines=(("4U0212", 5),))).orders[0].ingram_order_number
    with pytest.raises(DuplicateOrderException) as caught:
        orders.place(request(), resume=resume)
    assert (caught.value.same, caught.value.order_numbers) == (False, (theirs,))
    assert caught.value.outcome is Outcome.REJECTED


@pytest.mark.parametrize("resume", [False, True])
def test_somebody_elses_smaller_order_is_never_taken_for_ours(orders, sandbox, resume):
    orders.place(request(lines=(("DF4128", 1),)))
    with pytest.raises(DuplicateOrderException) as caught:
        orders.place(request(), resume=resume, lookup_wait=1)
    assert (caught.value.same, caught.value.outcome) == (False, Outcome.REJECTED)
    orders.place(request("PO-2", lines=(("8RB884", 2),)))
    with pytest.raises(DuplicateOrderException) as caught:
        orders.place(request("PO-2", lines=(("8RB884", 2), ("DF4128", 1))), resume=resume, lookup_wait=1)
    assert (caught.value.same, caught.value.outcome) == (None, Outcome.UNKNOWN)
    assert "holds a part of what was asked for" in str(caught.value)


@pytest.mark.parametrize("resume", [False, True])
def test_a_duplicate_that_cannot_be_compared_is_unknown(orders, sandbox, resume):
    number = orders.place(request()).orders[0].ingram_order_number
    sandbox.faults.add(Fault("status", status=500, operation=DETAILS, times=None))
    with pytest.raises(DuplicateOrderException) as caught:
        orders.place(request(), resume=resume, lookup_wait=1)
    assert (caught.value.same, caught.value.order_numbers) == (None, (number,))
    assert caught.value.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("resume", [False, True])
def test_a_duplicate_that_no_search_shows_is_unknown(start, orders_on, clock, resume):
    sandbox = start(index_delay=1000)
    orders = orders_on(sandbox, clock)
    orders.place(request())
    with pytest.raises(DuplicateOrderException) as caught:
        orders.place(request(), resume=resume)
    assert (caught.value.same, caught.value.order_numbers, caught.value.outcome) == (None, (), Outcome.UNKNOWN)
    assert clock.now == 20


def test_a_duplicate_that_is_listed_late_is_waited_for(start, orders_on, clock):
    sandbox = start(index_delay=3)
    orders = orders_on(sandbox, clock)
    number = orders.place(request()).orders[0].ingram_order_number
    assert orders.place(request(), resume=True).orders[0].ingram_order_number == number
    assert clock.now > 0


@pytest.mark.parametrize("hours", [-240, -24, 24, 240])
def test_how_old_an_order_is_is_measured_by_the_vendors_clock(start, orders_on, clock, hours):
    # That the vendor's clock is ahead is the same as that this machine's is behind.
    sandbox = start(clock=lambda: datetime.now(timezone.utc).timestamp() + hours * 3600)
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    placed = orders_on(sandbox, clock).place(request())
    assert placed.orders[0].ingram_order_number == sandbox.ledger.orders[0].ingram_order_number
    assert len(sent(sandbox)) == 1


def test_an_order_of_last_week_is_old_whatever_this_machine_believes(start, orders_on, clock):
    ahead = [240 * 3600.0]
    sandbox = start(clock=lambda: datetime.now(timezone.utc).timestamp() + ahead[0])
    orders = orders_on(sandbox, clock)
    old = orders.place(request()).orders[0].ingram_order_number
    ahead[0] += 168 * 3600
    sandbox.faults.add(Fault("cut_request", at_byte=10, operation=PLACE))
    with pytest.raises(DuplicateOrderException) as caught:  # and not returned, as a fresh one would be
        orders.place(request())
    assert caught.value.order_numbers == (old,)


def test_only_what_can_be_told_apart_can_be_resumed(orders, sandbox):
    for wrong in (request(additionalAttributes=DUPLICATES), request(number=" ")):
        with pytest.raises(ApiValueError, match="resume=True needs a customer order number"):
            orders.place(wrong, resume=True)
    assert sandbox.ledger.requests == []


def test_what_is_known_of_a_duplicate_travels(orders, sandbox):
    number = orders.place(request()).orders[0].ingram_order_number
    with pytest.raises(DuplicateOrderException) as caught:
        orders.place(request())
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        twin = pickle.loads(pickle.dumps(caught.value, protocol))
        assert (twin.same, twin.order_numbers, twin.outcome) == (True, (number,), Outcome.UNKNOWN)
        assert str(twin) == str(caught.value)
        assert [order.ingram_order_number for order in twin.orders] == [number]
    told = json.loads(json.dumps(caught.value.portable().args))
    again = DuplicateOrderException(*told)
    assert (again.same, again.order_numbers, again.outcome) == (True, (number,), Outcome.UNKNOWN)
