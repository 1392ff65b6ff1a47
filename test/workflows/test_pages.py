"""Where a search is: which page comes next, what is new on it, when it is over, how long to wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from xi_sdk_resellers import ApiTypeError, ApiValueError
from xi_sdk_resellers._workflows.orders.search import ORDER_PAGES
from xi_sdk_resellers._workflows.pages import Pager
from xi_sdk_resellers.api_response import ApiResponse, Headers
from xi_sdk_resellers.models import OrderSearchResponse


def answer(body: Mapping[str, Any], **headers: str) -> ApiResponse[OrderSearchResponse]:
    named = Headers((name.replace("_", "-"), value) for name, value in headers.items())
    data = OrderSearchResponse.from_dict(body)
    return ApiResponse(status_code=200, headers=named, data=data, raw_data=b"")


def page(numbers: str, total: object = None, **more: Any) -> dict[str, Any]:
    """A page with these orders; what the vendor says about the whole is left out where it is None."""
    said = {"recordsFound": total, **more}
    return {
        "orders": [{"ingramOrderNumber": number} for number in numbers.split()],
        **{key: value for key, value in said.items() if value is not None},
    }


@dataclass(frozen=True)
class Walk:
    """Pages as they come, what is handed out of each, and whether the search is over after each of them."""

    pages: list[dict[str, Any]]
    new: list[str]
    goes_on: str
    """One sign a page: + when another page is fetched, . when the search is over."""
    page_size: int = 2
    start_page: int = 1
    total: int | None = None
    length: int | None = None


WALKS = {
    # The vendor tells the total.
    "one page": Walk([page("a b", 2)], ["a b"], "+", total=2, length=2),
    "two pages": Walk([page("a b", 3), page("c", 3)], ["a b", "c"], "++", total=3, length=3),
    "two full pages": Walk([page("a b", 4), page("c d", 4)], ["a b", "c d"], "++", total=4, length=4),
    "nothing": Walk([page("", 0)], [""], ".", total=0, length=0),
    "the total grows": Walk([page("a b", 2, nextPage="/x"), page("c", 3)], ["a b", "c"], "++", total=3, length=3),
    "the total is too small, no link": Walk([page("a b", 2)], ["a b"], "+", total=2, length=2),
    "a link after less than a page": Walk(
        [page("a b", 2, nextPage="/x")], ["a b"], "+", page_size=4, total=2, length=2
    ),
    "the total is too large": Walk([page("a b", 9), page("", 9)], ["a b", ""], "+.", total=2, length=2),
    # The vendor does not tell it.
    "a full page": Walk([page("a b"), page("c")], ["a b", "c"], "++"),
    "full pages to the end": Walk([page("a b"), page("c d"), page("")], ["a b", "c d", ""], "++.", total=4, length=4),
    "less than a page": Walk([page("a")], ["a"], "+"),
    "an empty answer": Walk([{}], [""], ".", total=0, length=0),
    "a total that is no number": Walk([page("a b", "many"), page("c")], ["a b", "c"], "++"),
    # Pages have other sizes than asked for.
    "smaller, and says so": Walk(
        [page("a b", 5, pageSize=2), page("c d", 5, pageSize=2), page("e", 5, pageSize=2)],
        ["a b", "c d", "e"],
        "+++",
        page_size=4,
        total=5,
        length=5,
    ),
    "smaller, and does not say so": Walk(
        [page("a b", 5), page("c d", 5), page("e", 5)], ["a b", "c d", "e"], "+++", page_size=4, total=5, length=5
    ),
    "larger than asked for": Walk([page("a b c", 3, pageSize=3), page("", 3)], ["a b c", ""], "+.", total=3, length=3),
    "a size of nothing": Walk([page("a b", 3, pageSize=0), page("c", 3)], ["a b", "c"], "++", total=3, length=3),
    "smaller and no total": Walk([page("a b", pageSize=2), page("c", pageSize=2)], ["a b", "c"], "++", page_size=4),
    # Orders move while the search runs.
    "one moved to the next page": Walk([page("a b", 4), page("b c", 4)], ["a b", "c"], "++", total=4, length=4),
    "one twice on a page": Walk([page("a a", 2)], ["a"], "+", total=2, length=2),
    "a page of known ones": Walk(
        [page("a b", 9), page("b a", 9), page("c d", 9), page("e f", 9), page("g", 9)],
        ["a b", "", "c d", "e f", "g"],
        "+++++",
        total=9,
        length=9,
    ),
    "two pages of known ones": Walk(
        [page("a b", 9), page("b a", 9), page("a", 9), page("c d", 9)],
        ["a b", "", "", "c d"],
        "++++",
        total=9,
        length=9,
    ),
    "three pages of known ones": Walk(
        [page("a b", 9), page("b a", 9), page("a", 9), page("b", 9)], ["a b", "", "", ""], "+++.", total=2, length=2
    ),
    "three pages of known ones, not in a row": Walk(
        [page(numbers, 20) for numbers in ("a b", "b a", "c d", "d c", "e f", "f e", "g h")],
        ["a b", "", "c d", "", "e f", "", "g h"],
        "+++++++",
        total=20,
        length=20,
    ),
    "the same page again": Walk([page("a b", 9), page("a b", 9)], ["a b", ""], "+.", total=2, length=2),
    # From a page of its own.
    "from the second page": Walk([page("c", 3)], ["c"], "+", start_page=2, total=3, length=1),
    "from a page behind the end": Walk([page("", 3)], [""], ".", start_page=9, total=3, length=0),
}


@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
def test_every_order_comes_once_and_the_search_ends(walk: Walk) -> None:
    pager = Pager(ORDER_PAGES, {"order_status": "SHIPPED"}, walk.page_size, walk.start_page)
    handed_out, goes_on = [], ""
    for count, body in enumerate(walk.pages):
        number = walk.start_page + count
        assert not pager.over
        asked = {"order_status": "SHIPPED", "page_size": walk.page_size, "page_number": number}
        assert (pager.request(), pager.next_page) == (asked, number)
        pager.take(answer(body), now=0.0)
        assert pager.next_page == (number if pager.pending else None if pager.over else number + 1)
        handed_out.append(" ".join(str(order.ingram_order_number) for order in pager.pending))
        pager.pending.clear()
        goes_on += "." if pager.over else "+"
    assert (handed_out, goes_on) == (walk.new, walk.goes_on)
    assert (pager.total, pager.length) == (walk.total, walk.length)


def test_a_page_that_is_handed_out_whole_leaves_nothing_pending() -> None:
    pager = Pager(ORDER_PAGES, {}, 2, 1)
    taken = pager.take(answer(page("a b", 4)), now=0.0, whole=True)
    assert [order.ingram_order_number for order in taken.orders or ()] == ["a", "b"]
    assert (len(pager.pending), pager.next_page) == (0, 2)
    pager.take(answer(page("b c", 4)), now=0.0)
    assert [order.ingram_order_number for order in pager.pending] == ["c"]


def test_orders_without_a_number_are_told_apart_by_what_they_say() -> None:
    pager = Pager(ORDER_PAGES, {}, 2, 1)
    pager.take(answer({"orders": [{"orderTotal": 1}, {"orderTotal": 2}], "recordsFound": 4}), now=0.0)
    pager.take(answer({"orders": [{"orderTotal": 2}, {"orderTotal": 3}], "recordsFound": 4}), now=0.0)
    assert [order.order_total for order in pager.pending] == [1, 2, 3]


NOW = 1_750_000_000.0
SENT = "Sun, 15 Jun 2025 15:06:30 GMT"  # ten seconds before NOW
PAUSES: dict[str, tuple[dict[str, str], float]] = {
    "no limit": ({}, 0),
    "calls left": ({"X_RateLimit_Remaining": "1", "X_RateLimit_Reset": "30"}, 0),
    "none left": ({"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "30"}, 30),
    "none left, no end": ({"X_RateLimit_Remaining": "0"}, 0),
    "an end without a count": ({"X_RateLimit_Reset": "30"}, 0),
    "the end is now": ({"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "0"}, 0),
    "the end as a time": ({"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": f"{NOW + 20:.0f}"}, 20),
    "a time by the vendor's clock": (
        {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": f"{NOW + 20:.0f}", "Date": SENT},
        30,
    ),
    "a time by a clock that cannot be read": (
        {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": f"{NOW + 20:.0f}", "Date": "soon"},
        20,
    ),
    "a time that is over": ({"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": f"{NOW - 20:.0f}"}, 0),
    "a minute": ({"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "60"}, 60),
    "longer than the vendor counts": ({"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "61"}, 60),
    "a day by clocks that differ": ({"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": f"{NOW + 86400:.0f}"}, 60),
}


@pytest.mark.parametrize(("headers", "seconds"), PAUSES.values(), ids=PAUSES)
def test_the_rate_limit_is_waited_for_once(headers: dict[str, str], seconds: float) -> None:
    pager = Pager(ORDER_PAGES, {}, 2, 1)
    pager.take(answer(page("a b", 4), **headers), now=NOW)
    assert (pager.pause(), pager.pause()) == (seconds, 0.0)


@pytest.mark.parametrize(
    ("page_size", "start_page", "kind", "words"),
    [
        (0, 1, ApiValueError, "page_size must be from 1 to 100, not 0"),
        (101, 1, ApiValueError, "page_size must be from 1 to 100, not 101"),
        (1, 0, ApiValueError, "start_page must be from 1"),
        (1, 10**9 + 1, ApiValueError, "start_page must be from 1"),
        ("10", 1, ApiTypeError, "page_size must be a whole number, not str"),
        (True, 1, ApiTypeError, "page_size must be a whole number, not bool"),
        (1, 1.0, ApiTypeError, "start_page must be a whole number, not float"),
        (1, None, ApiTypeError, "start_page must be a whole number, not NoneType"),
    ],
)
def test_sizes_and_pages_that_make_no_sense_are_refused(
    page_size: Any, start_page: Any, kind: type[ApiValueError], words: str
) -> None:
    with pytest.raises(ApiValueError, match=words) as caught:
        Pager(ORDER_PAGES, {}, page_size, start_page)
    assert type(caught.value) is kind


@pytest.mark.parametrize(("page_size", "start_page"), [(1, 1), (100, 10**9)])
def test_the_least_and_the_most_are_taken(page_size: int, start_page: int) -> None:
    assert Pager(ORDER_PAGES, {}, page_size, start_page).next_page == start_page
