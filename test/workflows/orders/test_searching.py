"""Walking through all orders of a search, whatever the pages look like."""

import json
import sys
import time
from collections import Counter
from datetime import date, datetime, timedelta

import pytest
import rich.progress
import tqdm

from xi_sdk_resellers import ApiValueError, ServiceException
from xi_sdk_resellers.models.enums import OrderSearchStatus, OrderStatus
from xi_sdk_resellers.sandbox import Fault

SEARCH = "get_resellers_v6_ordersearch"
LAST = date(2026, 6, 30)


@pytest.fixture
def history(sandbox):
    """137 orders of a quarter, newest first as the search has them."""
    return sandbox.seed_orders(137, start=LAST - timedelta(days=90), end=LAST, seed=3)[::-1]


def numbers(found):
    return [order.ingram_order_number for order in found]


def searches(sandbox):
    return [record for record in sandbox.ledger.requests if record.operation == SEARCH]


def page(*order_numbers, total=None, **more):
    """A page as the vendor may send it."""
    body = {"orders": [{"ingramOrderNumber": number} for number in order_numbers], **more}
    if total is not None:
        body["recordsFound"] = total
    return Fault("status", status=200, body=json.dumps(body), operation=SEARCH)


EMPTY = Fault("empty", status=204, operation=SEARCH)


@pytest.mark.parametrize("page_size", [7, 25, 100])
def test_all_orders_of_all_pages_come_once(orders, sandbox, history, page_size):
    found = numbers(orders.search(page_size=page_size))
    assert found == numbers(history)
    assert len(searches(sandbox)) == -(-137 // page_size) + 1  # the last one is empty: totals are not believed


def test_nothing_is_fetched_before_it_is_needed(orders, sandbox, history):
    search = orders.search(page_size=10)
    assert searches(sandbox) == []
    for _ in range(10):
        next(search)
    assert len(searches(sandbox)) == 1
    next(search)
    assert len(searches(sandbox)) == 2


def test_no_order_is_no_error(orders, sandbox):
    search = orders.search(customer_order_number="nobody's")
    assert (search.total, len(search), bool(search)) == (0, 0, False)
    assert list(search) == []
    assert len(searches(sandbox)) == 1


def test_the_total_is_known_with_the_first_page(orders, sandbox, history):
    search = orders.search(page_size=50)
    assert (search.total, len(search), bool(search)) == (137, 137, True)
    assert len(searches(sandbox)) == 1
    assert len(list(search)) == 137
    assert len(searches(sandbox)) == 4  # with the empty page that ends it
    assert (search.total, len(search)) == (137, 137)


def test_a_total_that_nobody_knows_is_a_clear_error(orders, sandbox):
    sandbox.faults.add(page("20-A"), EMPTY)
    search = orders.search()
    with pytest.raises(TypeError, match="how many"):
        len(search)
    assert search
    assert search.total is None
    assert numbers(search) == ["20-A"]


def test_tqdm_and_rich_take_a_search_as_it_is(orders, history, capsys):
    bar = tqdm.tqdm(orders.search(page_size=50))
    assert bar.total == 137
    assert numbers(bar) == numbers(history)
    console = rich.console.Console(file=sys.stderr)
    assert numbers(rich.progress.track(orders.search(page_size=50), console=console)) == numbers(history)
    assert "137/137" in capsys.readouterr().err


def test_progress_shows_a_bar_of_its_own(orders, history, capsys):
    assert len(list(orders.search(page_size=50, progress=True))) == 137
    assert "137/137" in capsys.readouterr().err
    assert sum(len(found.orders) for found in orders.search(page_size=50, progress=True).pages()) == 137
    assert "137/137" in capsys.readouterr().err


def test_without_tqdm_progress_names_the_extra(orders, monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(ImportError, match=r"xi-resellers\[notebook\]"):
        orders.search(progress=True)


def shipped_on(order):
    return {shipment.shipped_on for line in order.lines for shipment in line.shipments}


def invoiced_on(order):
    return {shipment.invoiced_on for line in order.lines for shipment in line.shipments}


def within(days, first, last):
    return any(day is not None and first <= day <= last for day in days)


MAY, JUNE = date(2026, 5, 1), date(2026, 6, 10)
FILTERS = [
    pytest.param({"order_status": "SHIPPED"}, lambda order: order.status == "SHIPPED", id="status as text"),
    pytest.param(
        {"order_status": OrderSearchStatus.BACKORDERED}, lambda order: order.status == "BACKORDERED", id="as an enum"
    ),
    pytest.param({"order_status": OrderStatus.CANCELED}, lambda order: order.status == "CANCELLED", id="as answers do"),
    pytest.param(
        {"order_status": [OrderStatus.SHIPPED, "canceled"]},
        lambda order: order.status in ("SHIPPED", "CANCELLED"),
        id="several as answers do",
    ),
    pytest.param(
        {"order_status": ["SHIPPED", OrderSearchStatus.BACKORDERED]},
        lambda order: order.status in ("SHIPPED", "BACKORDERED"),
        id="several statuses",
    ),
    pytest.param({"order_status_in": ("CANCELLED",)}, lambda order: order.status == "CANCELLED", id="status in"),
    pytest.param({"ingram_order_date": MAY}, lambda order: order.placed_on == MAY, id="a day"),
    pytest.param({"ingram_order_date": "May 1, 2026"}, lambda order: order.placed_on == MAY, id="a day as text"),
    pytest.param(
        {"ingram_order_date": (MAY, datetime(2026, 6, 10, 12))},
        lambda order: MAY <= order.placed_on <= JUNE,
        id="a range of date and datetime",
    ),
    pytest.param(
        {"ingram_order_date_bt": ("2026-05-01", JUNE)},
        lambda order: MAY <= order.placed_on <= JUNE,
        id="a range by _bt",
    ),
    pytest.param(
        {"ship_date": (MAY, JUNE)}, lambda order: within(shipped_on(order), MAY, JUNE), id="shipped in a range"
    ),
    pytest.param({"ship_date": MAY}, lambda order: within(shipped_on(order), MAY, MAY), id="shipped on a day"),
    pytest.param(
        {"invoice_date_bt": (MAY, JUNE)}, lambda order: within(invoiced_on(order), MAY, JUNE), id="invoiced in a range"
    ),
    pytest.param(
        {"vendor_name": "Cisco", "order_status": "SHIPPED"},
        lambda order: order.status == "SHIPPED" and any(line.vendor_name == "Cisco" for line in order.lines),
        id="two filters",
    ),
]


@pytest.mark.parametrize(("filters", "fits"), FILTERS)
def test_filters_are_typed_and_named(orders, history, filters, fits):
    assert numbers(orders.search(page_size=9, **filters)) == [
        order.ingram_order_number for order in history if fits(order)
    ]


@pytest.mark.parametrize(
    "name", ["ingram_order_number", "customer_order_number", "ingram_part_number", "vendor_part_number"]
)
def test_filters_by_number_find_their_order(orders, history, name):
    order = history[20]
    value = {
        "ingram_order_number": order.ingram_order_number,
        "customer_order_number": order.customer_order_number,
        "ingram_part_number": order.lines[0].part_number,
        "vendor_part_number": order.lines[0].vendor_part_number,
    }[name]
    assert order.ingram_order_number in numbers(orders.search(**{name: value}))


def test_a_status_that_is_not_known_today_is_left_to_the_vendor(orders, sandbox):
    sandbox.faults.add(EMPTY)
    assert numbers(orders.search(order_status="Teleported")) == []
    assert searches(sandbox)[0].query["orderStatus-in"] == ["Teleported"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"page_size": 0},
        {"page_size": 101},
        {"page_size": True},
        {"page_size": "25"},
        {"start_page": 0},
        {"start_page": 1.0},
        {"ingram_order_date": (MAY,)},
        {"ingram_order_date_bt": (MAY, JUNE, JUNE)},
        {"ship_date_bt": MAY},
        {"ingram_order_date": (MAY, JUNE), "ingram_order_date_bt": (MAY, JUNE)},
        {"order_status": ["SHIPPED"], "order_status_in": ["SHIPPED"]},
        {"order_status": 7},
    ],
)
def test_filters_that_make_no_sense_are_refused_at_once(orders, sandbox, wrong):
    with pytest.raises(ApiValueError):
        orders.search(**wrong)
    assert sandbox.ledger.requests == []


def test_filters_that_the_client_refuses_raise_with_the_first_page(orders, sandbox):
    search = orders.search(customer_order_number="x" * 36)
    with pytest.raises(ApiValueError, match="customer_order_number"):
        next(search)
    assert searches(sandbox) == []


def test_a_search_goes_on_where_it_was_after_an_error(orders, sandbox, history):
    search = orders.search(page_size=50)
    found = [next(search) for _ in range(50)]
    sandbox.faults.add(Fault("status", status=500, operation=SEARCH, times=4))
    with pytest.raises(ServiceException):
        next(search)
    assert search.next_page == 2
    assert numbers(found) + numbers(search) == numbers(history)


def test_another_search_resumes_from_a_page(orders, history):
    search = orders.search(page_size=50)
    assert search.next_page == 1
    for _ in range(60):
        next(search)
    assert search.next_page == 2
    rest = orders.search(page_size=50, start_page=search.next_page)
    assert len(rest) == 87
    assert numbers(rest) == numbers(history)[50:]
    assert rest.next_page is None


@pytest.mark.parametrize("look", [lambda search: None, lambda search: search.total, len])
def test_pages_come_whole(orders, sandbox, history, look):
    search = orders.search(page_size=50)
    look(search)
    pages = list(search.pages())
    assert [len(found.orders) for found in pages] == [50, 50, 37]
    assert [found.page_number for found in pages] == [1, 2, 3]
    assert [order.ingram_order_number for found in pages for order in found.orders] == numbers(history)
    assert len(searches(sandbox)) == 4  # the empty page that ends it is not handed out
    assert search.next_page is None


def test_pages_go_on_after_the_orders_that_were_taken_one_by_one(orders, history):
    search = orders.search(page_size=50)
    first = [next(search) for _ in range(3)]
    rest = [order for found in search.pages() for order in found.orders]
    assert numbers(first) + numbers(rest) + numbers(search) == numbers(history[:3] + history[50:] + history[3:50])


def test_orders_that_move_while_the_search_runs_come_once(orders, sandbox, history):
    search = orders.search(page_size=20)
    found = []
    for count, order in enumerate(search):
        found.append(order.ingram_order_number)
        if count in (10, 45, 100):
            sandbox.seed_orders(5, start=LAST + timedelta(days=1), end=LAST + timedelta(days=1), seed=count)
    counted = Counter(found)
    assert set(numbers(history)) <= set(counted)
    assert set(counted.values()) == {1}


A, B, C = ["20-A1", "20-A2"], ["20-B1", "20-B2"], ["20-C1"]
# The calls count the empty page, or the one without anything new, that ends each walk.
ODD_PAGES = [
    pytest.param([page(*A), page(*B), page(*C), EMPTY], A + B + C, 4, id="no totals, a short page at the end"),
    pytest.param([page(*A), page(*B), EMPTY], A + B, 3, id="no totals, 204 at the end"),
    pytest.param([page(*A, total=4), page(*B, total=4)], A + B, 3, id="the total does not end it"),
    pytest.param([page(*A, total="4"), page(*B, total="4")], A + B, 3, id="the total as text"),
    pytest.param([page(*A, total=99), page(*B, total=99), EMPTY], A + B, 3, id="a total that is too large"),
    pytest.param([page(*A, total=5), page(*C, total=5), page(*B, total=5)], A + C + B, 4, id="a short page within"),
    pytest.param([page(*A, total=99)] * 9, A, 2, id="the same page again and again"),
    pytest.param([page(*A), page(*B), page(*A), page(*B), page(*A)] * 3, A + B, 5, id="pages in a circle"),
    pytest.param([page(*A, total=2, nextPage="/2"), EMPTY], A, 2, id="a total that is too small beside a next page"),
    pytest.param([page(*A, total=4), page(A[1], B[0], total=5), page(B[1], total=5)], A + B, 4, id="moved by one"),
    pytest.param([page(total=99)], [], 1, id="an empty page"),
    pytest.param([Fault("status", status=200, body="null", operation=SEARCH)], [], 1, id="null"),
    pytest.param([Fault("status", status=200, body='{"orders": null}', operation=SEARCH)], [], 1, id="no list"),
]


@pytest.mark.parametrize(("pages", "expected", "calls"), ODD_PAGES)
def test_every_order_of_odd_pages_comes_once_and_the_search_ends(orders, sandbox, pages, expected, calls):
    sandbox.faults.add(*pages)
    assert numbers(orders.search(page_size=2)) == expected
    assert len(searches(sandbox)) == calls


def test_orders_without_a_number_are_told_apart_by_what_they_say(orders, sandbox):
    one, two = ({"orders": [{"customerOrderNumber": number}]} for number in ("PO-1", "PO-2"))
    faults = [Fault("status", status=200, body=json.dumps(body), operation=SEARCH) for body in (one, two, two)]
    sandbox.faults.add(*faults)
    assert [order.customer_order_number for order in orders.search(page_size=1)] == ["PO-1", "PO-2"]


def test_a_server_that_gives_smaller_pages_than_asked_for_is_followed(orders, sandbox):
    sandbox.faults.add(page(*A, total=5, pageSize=2), page(*B, total=5, pageSize=2), page(*C, total=5, pageSize=2))
    assert numbers(orders.search(page_size=100)) == A + B + C


def test_even_when_it_does_not_say_so(orders, sandbox):
    sandbox.faults.add(
        page(*A, total=5, pageSize=100), page(*B, total=5, pageSize=100), page(*C, total=5, pageSize=100)
    )
    search = orders.search(page_size=100)
    assert len(search) == 5
    assert numbers(search) == A + B + C


def test_what_is_left_is_counted_in_the_pages_that_the_server_gives(orders, sandbox):
    sandbox.faults.add(page(*B, total=5, pageSize=2), page(*C, total=5, pageSize=2))
    search = orders.search(page_size=100, start_page=2)
    assert len(search) == 3
    assert numbers(search) == B + C


def test_the_search_keeps_to_the_rate_limit(start, orders_on, clock):
    sandbox = start(rate_limit=3, clock=lambda: time.time() + clock.now)
    history = sandbox.seed_orders(100, start=date(2026, 1, 1), end=date(2026, 2, 1))
    found = numbers(orders_on(sandbox, clock).search(page_size=10))
    assert sorted(found) == sorted(numbers(history))
    assert [record.status for record in searches(sandbox)] == [200] * 10 + [204]  # the empty page ends it
    assert len(clock.sleeps) == 3
    assert all(0 < pause <= 61 for pause in clock.sleeps)


@pytest.mark.parametrize("twin", ["blocking"])
def test_a_search_says_what_it_is(orders, history):
    search = orders.search(order_status="SHIPPED")
    assert repr(search) == "OrderSearch({'order_status': 'SHIPPED'}, total=None, next_page=1)"
