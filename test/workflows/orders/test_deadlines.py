"""The time that a workflow is given is the time that it takes, whatever hangs meanwhile."""

import time

import pytest

from test.support.workflow_twins import workflows
from xi_sdk_resellers import ApiException, Configuration, Outcome, Retries
from xi_sdk_resellers._calls.prepare import prepare
from xi_sdk_resellers._operations.orders import GET_ORDERDETAILS_V6_1
from xi_sdk_resellers._workflows.plan import GRACE, Patience
from xi_sdk_resellers.sandbox import Fault

PLACE, CHANGE, DETAILS = "post_createorder_v6", "put_ordermodify", "get_orderdetails_v6_1"
ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 2}]}
HELD = {**ORDER, "additionalAttributes": [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]}
UPDATE = {"lines": [{"addUpdateDeleteLine": "UPDATE", "ingramLineNumber": "001", "quantity": 5}]}
MUCH_LESS_THAN_THE_LIMITS_OF_CALLS = 20.0

HANGS = {
    "everything": [Fault("stall", times=None)],
    "the answer and every search": [
        Fault("stall", operation=PLACE, effect=True),
        Fault("stall", operation="get_resellers_v6_ordersearch", times=None),
    ],
    "every reading": [
        Fault("status", status=500, operation=PLACE, effect=True),
        Fault("stall", operation=DETAILS, times=None),
    ],
    "tokens": [Fault("stall", operation="get_accesstoken", times=None)],
}


@pytest.mark.parametrize("faults", HANGS.values(), ids=HANGS)
def test_placing_ends_in_its_time(twin, sandbox, faults):
    sandbox.faults.add(*faults)
    patient = {"retries": Retries(backoff=0, budget=1000), "total_timeout": 1000, "read_timeout": 1000}
    with workflows(twin, sandbox, time.monotonic, time.sleep, **patient) as orders:
        began = time.monotonic()
        with pytest.raises(ApiException):
            orders.place(ORDER, timeout=0.5)
        assert time.monotonic() - began < MUCH_LESS_THAN_THE_LIMITS_OF_CALLS


@pytest.mark.parametrize("name", ["cancel", "release", "modify"])
def test_changes_end_in_their_time(twin, sandbox, name):
    with workflows(twin, sandbox, time.monotonic, time.sleep) as orders:
        number = orders.place(HELD).orders[0].ingram_order_number
        sandbox.faults.add(Fault("stall", times=None))
        began = time.monotonic()
        with pytest.raises(ApiException) as caught:
            getattr(orders, name)(number, *([UPDATE] if name == "modify" else []), timeout=0.5)
        assert caught.value.outcome is Outcome.UNKNOWN
        assert time.monotonic() - began < MUCH_LESS_THAN_THE_LIMITS_OF_CALLS


def test_an_order_is_still_looked_for_when_its_answer_hangs(twin, sandbox):
    """A part of the time is kept for that."""
    sandbox.faults.add(Fault("stall", operation=PLACE, effect=True))
    with workflows(twin, sandbox, time.monotonic, time.sleep) as orders:
        placed = orders.place(ORDER, timeout=4)
    assert placed.orders[0].ingram_order_number == sandbox.ledger.orders[0].ingram_order_number


@pytest.mark.parametrize(
    ("timeout", "lookup_wait", "passed", "change", "read"),
    [
        (300, 20, 0, 280, 300 + GRACE),
        (300, 20, 299, 0.75, 1 + GRACE),
        (40, 20, 0, 30, 40 + GRACE),
        (40, 0, 0, 40, 40 + GRACE),
        (40, 20, 40, 0, GRACE),
        (40, 20, 40.4, 0, GRACE - 0.4),
        (40, 20, 40.5, 0, None),
    ],
)
def test_each_call_is_given_what_is_left(timeout, lookup_wait, passed, change, read):
    now = [100.0]
    patience = Patience(attempts=1, lookup_wait=lookup_wait, timeout=timeout, clock=lambda: now[0])
    now[0] += passed
    assert patience.change(GET_ORDERDETAILS_V6_1, {}).within == pytest.approx(change)
    assert patience.change(GET_ORDERDETAILS_V6_1, {}, then_look=False).within == pytest.approx(max(0, timeout - passed))
    call = patience.read(GET_ORDERDETAILS_V6_1, {})
    assert (None if call is None else call.within) == (None if read is None else pytest.approx(read))


def test_what_a_call_may_take_bounds_its_retries_too():
    settings = Configuration(access_token="t", im_customer_number="1", im_country_code="US", total_timeout=None)
    arguments = {"ordernumber": "20-1", "_retries": Retries(budget=1000)}
    request = prepare(GET_ORDERDETAILS_V6_1, arguments, configuration=settings, default_headers={}, within=3)
    assert (request.total_timeout, request.retries.budget) == (3, 3)
    assert prepare(GET_ORDERDETAILS_V6_1, arguments, configuration=settings, default_headers={}).retries.budget == 1000
