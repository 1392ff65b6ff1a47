"""Walks through very much: a request a page, no limit met, little held, and another process goes on after a kill."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import xi_sdk_resellers
from test.support.shelves import invoice, product, shelves
from test.support.walker import NUMBERS, PARTS, settings
from test.support.workflow_twins import TWINS, Clock, Loop, SearchFromLoop, workflows
from xi_sdk_resellers import ApiClient, aio
from xi_sdk_resellers._workflows.seen import Seen
from xi_sdk_resellers.models.invoice_search_response import InvoiceSearchResponseInvoice
from xi_sdk_resellers.models.product_search_response import ProductSearchItem
from xi_sdk_resellers.sandbox import Sandbox

MANY = 450
ALL = {
    "Catalog": [product(place)["ingramPartNumber"] for place in range(MANY)],
    "Invoices": [invoice(place)["invoiceNumber"] for place in range(MANY)],
}
ITEMS = {"Catalog": ProductSearchItem, "Invoices": InvoiceSearchResponseInvoice}
OPERATIONS = {"Catalog": "get_reseller_v6_productsearch", "Invoices": "get_resellers_v6_invoicesearch"}
SIZES = {"Catalog": 100, "Invoices": 2}
both_areas = pytest.mark.parametrize("area", ALL)


@contextmanager
def searching(twin: str, area: str, url: str) -> Iterator[Callable[..., Any]]:
    """Give the search of an area of one twin."""
    if twin == "blocking":
        with ApiClient(settings(url)) as client:
            yield getattr(xi_sdk_resellers, area)(client).search
        return
    loop = Loop()
    try:
        on_loop = aio.ApiClient(settings(url))
        yield lambda **given: SearchFromLoop(getattr(aio, area)(on_loop).search(**given), loop)
        loop(on_loop.close())
    finally:
        loop.close()


def numbers(area: str, found: Any) -> list[str]:
    return [getattr(item, NUMBERS[area]) for item in found]


@both_areas
def test_each_page_is_asked_for_once_and_no_more_than_two_are_held(twin: str, area: str) -> None:
    def alive() -> int:
        return sum(type(thing) is ITEMS[area] for thing in gc.get_objects())

    with shelves(MANY, MANY) as server, searching(twin, area, server.url) as search:
        before, held, found = alive(), [], []
        walk = search()
        while part := numbers(area, islice(walk, 130)):
            found += part
            held.append(alive() - before)
        assert found == ALL[area]
        # The last page is short, and pages may be: only one that holds nothing is the end.
        assert [asked.query["pageNumber"] for asked in server.calls] == [[str(page)] for page in range(1, 7)]
    assert len(held) == 4
    assert max(held) <= 200


@both_areas
def test_no_limit_is_met_and_hardly_any_of_it_is_left(
    start: Callable[..., Sandbox], clock: Clock, twin: str, area: str
) -> None:
    sandbox = start(rate_limit=8, rate_window=60, clock=lambda: 1_800_000_000 + clock.now)
    last = date(2026, 6, 30)
    sandbox.seed_orders(60, start=last - timedelta(days=90), end=last, seed=3)
    with workflows(twin, sandbox, clock, clock.sleep, area, retries=0, im_application_id="tests") as made:
        found = list(made.search(page_size=SIZES[area]))
    statuses = [request.status for request in sandbox.ledger.requests if request.operation == OPERATIONS[area]]
    assert len(found) > 20
    assert 429 not in statuses
    windows = -(-len(statuses) // 8)
    assert windows > 3
    assert (windows - 1) * 60 <= clock.now <= (windows - 1) * 60 / 0.97


@pytest.mark.parametrize(
    ("taken", "place"),
    [(0, (1, 0)), (1, (1, 1)), (9, (1, 9)), (10, (2, 0)), (11, (2, 1)), (24, (3, 4)), (25, (4, 0))],
)
def test_another_search_goes_on_at_the_very_item(twin: str, taken: int, place: tuple[int, int]) -> None:
    with shelves(25, 0) as server, searching(twin, "Catalog", server.url) as search:
        first = search(page_size=10)
        begun = numbers("Catalog", islice(first, taken))
        assert (first.next_page, first.next_item) == place
        rest = search(page_size=10, start_page=first.next_page, start_item=first.next_item)
        assert (rest.next_page, rest.next_item) == place
        assert [*begun, *numbers("Catalog", rest)] == ALL["Catalog"][:25]
        assert (rest.next_page, rest.next_item) == (None, 0)


def walked(*arguments: str, token: str = "token") -> tuple[int, list[str], list[str]]:
    """Walk in another process: how it ended, the numbers that came, and where it was."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "WALKER_TOKEN": token}
    command = [sys.executable, "-m", "test.support.walker", *arguments]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, timeout=50)
    told = [line.split() for line in done.stdout.splitlines()]
    return done.returncode, [number for number, _, _ in told], told[-1][1:]


@both_areas
@pytest.mark.parametrize("twin", TWINS)
def test_a_process_that_is_killed_is_gone_on_with_in_another(twin: str, area: str) -> None:
    with shelves(MANY, MANY) as server:
        walk = [twin, area, server.url]
        ended, first, where = walked(*walk, "1", "0", "237")
        assert (ended, where) == (-signal.SIGKILL, ["3", "37"])
        ended, second, where = walked(*walk, *where, "63")  # at the end of a page
        assert (ended, where) == (-signal.SIGKILL, ["4", "0"])
        ended, third, _ = walked(*walk, *where)
    assert (ended, [*first, *second, *third]) == (0, ALL[area])


@pytest.mark.parametrize("twin", TWINS)
def test_prices_go_on_in_another_process_after_a_kill(twin: str, sandbox: Sandbox) -> None:
    walk, token = [twin, "Prices", sandbox.url, "0"], sandbox.issue_token()
    ended, first, where = walked(*walk, "0", "120", token=token)
    assert (ended, where) == (-signal.SIGKILL, ["0", "120"])
    ended, second, _ = walked(*walk, where[1], token=token)
    assert (ended, [*first, *second]) == (0, PARTS)


# What is remembered of all that has come.


@given(st.lists(st.lists(st.text("ab中 ", max_size=3), min_size=1, max_size=2)))
def test_what_has_come_is_known_as_in_a_set(keys: list[list[str]]) -> None:
    seen, known = Seen(), set[tuple[str, ...]]()
    for key in map(tuple, keys):
        mark = seen.mark(key)
        assert (mark in seen) == (key in known)
        assert seen.add(mark) == (key not in known)
        known.add(key)
        assert (mark in seen, len(seen)) == (True, len(known))


def test_little_is_kept_of_each() -> None:
    seen = Seen()
    marks = [seen.mark((f"{number:06X}",)) for number in range(20_000)]
    assert [seen.add(mark) for mark in marks] == [True] * 20_000
    assert [seen.add(mark) for mark in marks] == [False] * 20_000
    assert len(seen) == 20_000
    assert all(mark in seen for mark in marks)
    assert seen.mark(("others",)) not in seen
    assert sys.getsizeof(seen._slots) <= 20 * 20_000
