"""Watching an order until nothing is left to wait for."""

import json

import pytest

from xi_sdk_resellers import ApiTypeError, ApiValueError, NotFoundException, Status
from xi_sdk_resellers.sandbox import Fault

DETAILS = "get_orderdetails_v6_1"
LINES = [{"customerLineNumber": number, "ingramPartNumber": "VF4187", "quantity": 1} for number in ("1", "2")]


@pytest.fixture
def number(orders):
    placed = orders.place({"customerOrderNumber": "PO-1", "lines": LINES})
    return placed.orders[0].ingram_order_number


def asked(sandbox):
    return sum(record.operation == DETAILS for record in sandbox.ledger.requests)


def says(sandbox, status, *lines, headers=None):
    body = {"orderStatus": status, "lines": [{"lineStatus": line} for line in lines]}
    sandbox.faults.add(Fault("status", status=200, body=json.dumps(body), operation=DETAILS, headers=headers or {}))


def test_an_order_comes_at_first_and_with_each_change_until_all_of_it_has_left(orders, sandbox, clock, number):
    watch = orders.watch(number, every=60)
    assert next(watch).status is Status.PROCESSING
    assert clock.sleeps == []
    sandbox.ship(number, lines=[1])
    assert [line.status for line in next(watch).lines] == [Status.SHIPPED, Status.PROCESSING]
    sandbox.ship(number)
    (last,) = watch
    assert last.status is Status.SHIPPED
    assert [*watch] == []
    assert clock.sleeps == [60, 60]
    assert asked(sandbox) == 3


def test_every_look_is_made_with_the_given_headers(orders, sandbox):
    says(sandbox, "Processing")
    says(sandbox, "Canceled")
    own = {"im_customer_number": "20-333333", "im_country_code": "CA", "im_sender_id": "me"}
    assert len([*orders.watch("20-1", im_correlation_id="my-own-id", **own)]) == 2
    for record in [record for record in sandbox.ledger.requests if record.operation == DETAILS]:
        sent = [record.headers[f"IM-{name}"] for name in ("CorrelationID", "CustomerNumber", "CountryCode", "SenderID")]
        assert sent == ["my-own-id", "20-333333", "CA", "me"]


@pytest.mark.parametrize("name", ["every", "timeout"])
def test_a_number_that_is_none_is_named(orders, name):
    with pytest.raises(ApiTypeError, match=f"^{name} must be a number"):
        orders.watch("20-1", **{name: "1"})


def test_what_has_not_changed_does_not_come(orders, sandbox, clock):
    for status in ("Processing", "Processing", "Backordered", "Backordered", "Backordered", "Canceled"):
        says(sandbox, status)
    assert [order.order_status for order in orders.watch("20-1")] == ["Processing", "Backordered", "Canceled"]
    assert clock.sleeps == [300] * 5


@pytest.mark.parametrize(
    ("status", "lines", "over"),
    [
        ("Shipped", (), True),
        ("SHIPPED", ("Shipped", "IM::invoiced", "Canceled"), True),
        ("Shipped", ("Shipped", "Backordered"), False),
        ("im::order_invoiced", ("Shipped",), True),
        ("Partially Shipped", ("Shipped", "Backordered"), False),
        ("Delivered", ("Backordered",), True),
        ("VOIDED", ("Open",), True),
        ("CLOSED", (), True),
        ("On Hold", (), False),
        ("Teleported", (), False),
        (None, (), False),
    ],
)
def test_the_watch_ends_when_nothing_is_left_to_wait_for(orders, sandbox, status, lines, over):
    says(sandbox, status, *lines)
    says(sandbox, "Closed")
    assert len([*orders.watch("20-1")]) == (1 if over else 2)


def test_the_caller_tells_when_it_is_over(orders, sandbox):
    for status in ("Open", "Processing", "Shipped"):
        says(sandbox, status)
    watch = orders.watch("20-1", until=lambda order: order.status is Status.PROCESSING)
    assert [order.status for order in watch] == [Status.OPEN, Status.PROCESSING]


@pytest.mark.parametrize(("timeout", "calls"), [(0, 1), (99, 1), (100, 2), (250, 3)])
def test_no_call_is_made_after_the_timeout(orders, sandbox, clock, number, timeout, calls):
    watch = orders.watch(number, every=100, timeout=timeout)
    assert [order.status for order in watch] == [Status.PROCESSING]
    assert asked(sandbox) == calls
    assert clock.now <= timeout


def test_the_rate_limit_is_waited_for(orders, sandbox, clock):
    for reset, status in (("30", "Open"), ("2", "Processing"), (None, "Closed")):
        limited = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset} if reset else None
        says(sandbox, status, headers=limited)
    assert len([*orders.watch("20-1", every=10)]) == 3
    assert [round(pause) for pause in clock.sleeps] == [30, 10]


def test_a_watch_goes_on_after_an_exception(orders, sandbox, number):
    watch = orders.watch(number)
    next(watch)
    sandbox.faults.add(Fault("status", status=404, operation=DETAILS))
    sandbox.ship(number)
    with pytest.raises(NotFoundException):
        next(watch)
    assert next(watch).status is Status.SHIPPED


@pytest.mark.parametrize(
    ("options", "error"),
    [({"every": 0.5}, ApiValueError), ({"timeout": -1}, ApiValueError), ({"every": "1"}, ApiTypeError)],
)
def test_numbers_are_checked_at_once(orders, sandbox, options, error):
    with pytest.raises(error):
        orders.watch("20-1", **options)
    assert asked(sandbox) == 0
