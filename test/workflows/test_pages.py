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
    """Pages as they come, what is new on each, and the total after each; the last page ends the search."""

    pages: list[dict[str, Any]]
    new: list[str]
    totals: list[int | None]
    length: int | None
    page_size: int = 2
    start_page: int = 1


EMPTY = page("")
WALKS = {
    # Totals are estimates; what ends a search is a page that holds nothing.
    "one page": Walk([page("a b", 2), EMPTY], ["a b", ""], [2, 2], 2),
    "two pages": Walk([page("a b", 3), page("c", 3), EMPTY], ["a b", "c", ""], [3, 3, 3], 3),
    "nothing": Walk([page("", 0)], [""], [0], 0),
    "an empty answer": Walk([{}], [""], [0], 0),
    "nothing, and yet a total": Walk([page("", 5)], [""], [0], 0),
    "orders that are none": Walk([{"orders": [1, None, "x"], "recordsFound": 3}], [""], [0], 0),
    "the total is too small": Walk([page("a b", 2), page("c", 2), EMPTY], ["a b", "c", ""], [2, 3, 3], 3),
    "the total is too large": Walk([page("a b", 9), page("", 9)], ["a b", ""], [9, 2], 2),
    "the total changes": Walk([page("a b", 2), page("c", 7), EMPTY], ["a b", "c", ""], [2, 7, 3], 3),
    "the total comes late": Walk([page("a b"), page("c", 3), EMPTY], ["a b", "c", ""], [None, 3, 3], 3),
    "the last page tells another total": Walk([page("a b", 2), page("", 0)], ["a b", ""], [2, 2], 2),
    "no total": Walk([page("a b"), page("c"), EMPTY], ["a b", "c", ""], [None, None, 3], 3),
    "a total that is no number": Walk([page("a b", "many"), EMPTY], ["a b", ""], [None, 2], 2),
    "less than a page, then more": Walk([page("a", 3), page("b c", 3), EMPTY], ["a", "b c", ""], [3, 3, 3], 3),
    "larger than asked for": Walk([page("a b c", 3), EMPTY], ["a b c", ""], [3, 3], 3),
    # Orders move while the search runs.
    "one moved to the next page": Walk([page("a b", 3), page("b c", 3), EMPTY], ["a b", "c", ""], [3, 3, 3], 3),
    "one twice on a page": Walk([page("a a", 2), EMPTY], ["a", ""], [2, 1], 1),
    "a page of known ones": Walk(
        [page("a b", 4), page("b a", 4), page("c d", 4), EMPTY], ["a b", "", "c d", ""], [4, 4, 4, 4], 4
    ),
    "two pages of known ones": Walk(
        [page("a b"), page("b a"), page("a"), page("c"), EMPTY], ["a b", "", "", "c", ""], [None] * 4 + [3], 3
    ),
    "three pages of known ones": Walk(
        [page("a b", 9), page("b a", 9), page("a", 9), page("b", 9)], ["a b", "", "", ""], [9, 9, 9, 2], 2
    ),
    "three pages of known ones, not in a row": Walk(
        [*(page(numbers) for numbers in ("a b", "b a", "c d", "d c", "e f", "f e", "g")), EMPTY],
        ["a b", "", "c d", "", "e f", "", "g", ""],
        [None] * 7 + [7],
        7,
    ),
    "the same page again": Walk([page("a b", 9), page("a b", 9)], ["a b", ""], [9, 2], 2),
    "the same page again, not at once": Walk(
        [page("a b"), page("c"), page("a b"), page("d"), EMPTY], ["a b", "c", "", "d", ""], [None] * 4 + [4], 4
    ),
    # From a page of its own: what stands before it was not seen.
    "from the second page": Walk([page("c", 3), EMPTY], ["c", ""], [3, 3], 1, start_page=2),
    "from the second page, the last page tells another total": Walk(
        [page("c", 3), page("", 9)], ["c", ""], [3, 3], 1, start_page=2
    ),
    "from the second page, no total": Walk([page("c"), EMPTY], ["c", ""], [None, None], None, start_page=2),
    "from the second page, the total is too small": Walk([page("c d", 2), EMPTY], ["c d", ""], [4, 4], 2, start_page=2),
    "from the second page of smaller ones": Walk(
        [page("c d", 5, pageSize=2), page("e", 5, pageSize=2), EMPTY],
        ["c d", "e", ""],
        [5, 5, 5],
        3,
        page_size=4,
        start_page=2,
    ),
    "from the second page, a size of nothing": Walk(
        [page("c", 3, pageSize=0), EMPTY], ["c", ""], [3, 3], 1, start_page=2
    ),
    "from the second page, a larger size": Walk([page("c", 3, pageSize=50), EMPTY], ["c", ""], [3, 3], 1, start_page=2),
    "from a page behind the end": Walk([page("", 3)], [""], [3], 0, start_page=9),
    "from a page behind the end, no total": Walk([EMPTY], [""], [0], 0, start_page=9),
}


@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS)
def test_every_order_comes_once_and_the_search_ends(walk: Walk) -> None:
    pager = Pager(ORDER_PAGES, {"order_status": "SHIPPED"}, walk.page_size, walk.start_page)
    new, totals = [], []
    for number, body in enumerate(walk.pages, walk.start_page):
        assert not pager.over
        asked = {"order_status": "SHIPPED", "page_size": walk.page_size, "page_number": number}
        assert (pager.request(), pager.next_page) == (asked, number)
        answered = answer(body)
        taken = pager.take(answered, now=0.0)
        assert taken is (None if pager.over and number > walk.start_page else answered.data)
        assert pager.next_page == (number if pager.pending else None if pager.over else number + 1)
        new.append(" ".join(str(order.ingram_order_number) for order in pager.pending))
        totals.append(pager.total)
        pager.pending.clear()
    assert pager.over
    assert (new, totals, pager.length) == (walk.new, walk.totals, walk.length)


def test_a_page_that_is_handed_out_whole_leaves_nothing_pending() -> None:
    pager = Pager(ORDER_PAGES, {}, 2, 1)
    taken = pager.take(answer(page("a b", 4)), now=0.0, whole=True)
    assert taken is not None
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
