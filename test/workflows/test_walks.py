"""Walks yield everything exactly once and end, whatever pages say of themselves, in any area of the API."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from test.support.answers import TWINS, AnswerServer, Asked, Reply, call, settings, walk
from xi_sdk_resellers import ApiTypeError, ApiValueError
from xi_sdk_resellers._workflows.orders.search import ORDER_PAGES
from xi_sdk_resellers._workflows.pages import Pager, Paging
from xi_sdk_resellers._workflows.walk import Walk
from xi_sdk_resellers.api_response import ApiResponse, Headers
from xi_sdk_resellers.models import OrderSearchResponse
from xi_sdk_resellers.operation import Operation, Parameter

RECORD = [{"traceid": "0f3c1d", "type": "Errors", "message": "Record not found", "fields": []}]
NOW = 1_800_000_000.0


def numbers(first: int, count: int) -> list[str]:
    return [f"20-{number:05}" for number in range(first, first + count)]


def page(order_numbers: list[str], **said: object) -> dict[str, Any]:
    return {"orders": [{"ingramOrderNumber": number} for number in order_numbers], **said}


def pages(*sizes: int, total: Callable[[int], object] = lambda number: None, **said: object) -> list[dict[str, Any]]:
    """Make pages of these sizes, and what the vendor says of the total on each."""
    made, first = [], 0
    for number, size in enumerate(sizes, 1):
        made.append(page(numbers(first, size), recordsFound=total(number), pageNumber=number, **said))
        first += size
    return made


ENDS: dict[str, Reply | str] = {
    "an empty page": Reply(200, {"recordsFound": 0, "orders": []}),
    "null": Reply(200, {"orders": None}),
    "204": Reply(204),
    "404": Reply(404, RECORD),
    "the last page again": "last",
}
TOTALS: dict[str, Callable[[int], object]] = {
    "none": lambda number: None,
    "right": lambda number: 120,
    "too low": lambda number: 60,
    "too high": lambda number: 9999,
    "text": lambda number: "60",
    "words": lambda number: "many",
    "changing": lambda number: (110, 7, 130)[number - 1],
    "zero": lambda number: 0,
}


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("total", TOTALS)
def test_short_pages_and_wrong_totals_lose_nothing(twin: str, end: str, total: str) -> None:
    made = pages(50, 50, 20, total=TOTALS[total], pageSize=100)

    def answer(asked: Asked) -> Reply:
        number = int(asked.query["pageNumber"][0])
        if number <= len(made):
            return Reply(200, made[number - 1])
        return Reply(200, made[-1]) if end == "the last page again" else ENDS[end]  # type: ignore[return-value]

    with AnswerServer(answer) as server:
        found = [order.ingram_order_number for order in walk(twin, settings(server.url))]
    assert found == numbers(0, 120)
    assert [asked.query["pageNumber"] for asked in server.calls] == [["1"], ["2"], ["3"], ["4"]]


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("end", ["an empty page", "404", "the last page again"])
def test_the_page_that_ends_a_walk_is_not_handed_out(twin: str, end: str) -> None:
    made = pages(2, 1)

    def answer(asked: Asked) -> Reply:
        if asked.number < len(made):
            return Reply(200, made[asked.number])
        return Reply(200, made[-1]) if end == "the last page again" else ENDS[end]  # type: ignore[return-value]

    async def sizes_later(orders: Any) -> list[int]:
        return [len(each.orders) async for each in orders.search().pages()]

    def sizes(orders: Any) -> list[int]:
        return [len(each.orders) for each in orders.search().pages()]

    with AnswerServer(answer) as server:
        assert call(twin, settings(server.url), sizes if twin == "blocking" else sizes_later, of="Orders") == [2, 1]
    assert len(server.calls) == 3


@pytest.mark.parametrize("twin", TWINS)
def test_a_search_without_a_match_hands_out_its_one_page(twin: str) -> None:
    async def totals_later(orders: Any) -> tuple[Any, ...]:
        search = await orders.search().start()
        return search.total, len(search), [each.orders async for each in search.pages()], search.next_page

    def totals(orders: Any) -> tuple[Any, ...]:
        search = orders.search()
        return search.total, len(search), [each.orders for each in search.pages()], search.next_page

    with AnswerServer(lambda asked: Reply(404, RECORD)) as server:
        found = call(twin, settings(server.url), totals if twin == "blocking" else totals_later, of="Orders")
    assert found == (0, 0, [[]], None)
    assert len(server.calls) == 1


def test_the_total_is_an_estimate_that_grows_and_is_exact_in_the_end() -> None:
    made = iter([*pages(2, 2, 1, total=lambda number: 3), {"recordsFound": 0}])
    search = Walk(lambda arguments: answered(next(made)), Pager(ORDER_PAGES, {}, 2, 1), lambda seconds: None)
    seen = [(search.total, len(search))]
    seen += [(search.total, len(search)) for _ in search]
    assert seen == [(3, 3), (3, 3), (3, 3), (4, 4), (4, 4), (5, 5)]
    assert (search.total, len(search), bool(search), search.next_page) == (5, 5, True, None)


def answered(body: dict[str, Any], *headers: tuple[str, str]) -> ApiResponse[OrderSearchResponse]:
    data = OrderSearchResponse.from_dict(body)
    assert data is not None
    return ApiResponse(status_code=200, headers=Headers(headers), data=data, raw_data=b"")


# Any area.


@dataclass
class Product:
    """An item that two fields tell from others."""

    model_fields: ClassVar[dict[str, object]] = {"vendor": None, "part": None}
    vendor: str
    part: str
    price: int = 0

    def to_json(self) -> str:
        return repr(self)


@dataclass
class Catalogue:
    """A page of them."""

    catalog: list[Product] | None = None
    total: object = None


SEARCH = Operation(
    "get_products",
    "GET",
    "/catalog",
    parameters=(Parameter("records", "pageSize", "query", kind="integer", minimum=1, maximum=50),),
    answers={200: None},
)
PRODUCTS: Paging[Catalogue, Product] = Paging(
    SEARCH,
    items="catalog",
    identity=("vendor", "part"),
    noun="products",
    page_argument="page",
    size_argument="records",
    total="total",
)


def of_products(*made: Catalogue, size: int = 50) -> tuple[list[Product], list[dict[str, Any]]]:
    """Walk through such pages; empty ones follow. Return what came, and what was asked for."""
    asked: list[dict[str, Any]] = []
    coming = iter(made)

    def fetch(arguments: dict[str, Any]) -> ApiResponse[Catalogue]:
        asked.append(arguments)
        return ApiResponse(status_code=200, headers=Headers(), data=next(coming, Catalogue()), raw_data=b"")

    return list(Walk(fetch, Pager(PRODUCTS, {"keyword": "x"}, size, 1), lambda seconds: None)), asked


def test_another_area_says_where_its_pages_hold_what() -> None:
    one, two, three = Product("a", "1"), Product("b", "1"), Product("a", "2")
    found, asked = of_products(Catalogue([one, two], 2), Catalogue([two, three], 2))
    assert found == [one, two, three]
    assert asked == [{"keyword": "x", "records": 50, "page": number} for number in (1, 2, 3)]


def test_the_contract_says_how_large_a_page_may_be() -> None:
    assert (PRODUCTS.largest, ORDER_PAGES.largest) == (50, 100)
    with pytest.raises(ApiValueError, match="page_size must be from 1 to 50, not 51"):
        of_products(size=51)
    with pytest.raises(ApiTypeError, match="page_size must be a whole number"):
        of_products(size=True)
    free = Paging[Catalogue, Product](SEARCH._replace(parameters=()), items="catalog", identity=("part",))
    assert Pager(free, {}, 10_000, 1).page_size == 10_000


def test_one_number_twice_on_a_page_comes_twice_only_with_something_else() -> None:
    cheap, dear = Product("a", "1", 1), Product("a", "1", 2)
    assert of_products(Catalogue([cheap, cheap, dear]), Catalogue([dear]))[0] == [cheap, dear]


@dataclass
class Shop:
    """A vendor who splits his items over pages as he likes, and moves some to later pages meanwhile."""

    sizes: list[int]
    totals: list[object]
    moved: list[int]
    made: list[list[str]] = field(default_factory=list)

    def pages(self) -> Iterator[Catalogue]:
        first, before = 0, list[str]()
        for size, total, moved in zip(self.sizes, self.totals, self.moved, strict=True):
            names = before[len(before) - min(moved, len(before)) :] + numbers(first, size)
            first, before = first + size, names
            yield Catalogue([Product("v", name) for name in names], total)

    @property
    def all(self) -> list[str]:
        return numbers(0, sum(self.sizes))


page_facts = st.tuples(
    st.integers(1, 6), st.none() | st.integers(0, 99) | st.sampled_from(["7", "many"]), st.integers(0, 3)
)


@given(st.lists(page_facts, max_size=8))
def test_everything_comes_exactly_once_whatever_is_said(facts: list[tuple[int, object, int]]) -> None:
    shop = Shop([size for size, _, _ in facts], [total for _, total, _ in facts], [moved for _, _, moved in facts])
    found, asked = of_products(*shop.pages())
    assert [product.part for product in found] == shop.all
    assert len(asked) == len(facts) + 1


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=4), min_size=1, max_size=4))
def test_a_vendor_who_goes_round_in_circles_is_left(circle: list[list[str]]) -> None:
    around = [Catalogue([Product("v", part) for part in parts]) for parts in circle] * 20
    found, asked = of_products(*around)
    assert len({product.part for product in found}) == len(found)
    assert len(asked) <= len(circle) + 3


# No faster than the rate limit allows.

PAUSES: dict[str, tuple[dict[str, str], float]] = {
    "calls left": ({"X-RateLimit-Remaining": "1", "X-RateLimit-Reset": "30"}, 0),
    "seconds since 1970": ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1800000030"}, 30),
    "milliseconds since 1970": ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1800000030000"}, 30),
    "seconds to wait": ({"X-RateLimit-Remaining": "0, 0", "X-RateLimit-Reset": "30, 30"}, 30),
    "a date": ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "2027-01-15T08:00:30Z"}, 30),
    "the IETF's names": ({"RateLimit-Remaining": "0", "RateLimit-Reset": "30"}, 30),
    "structured": ({"RateLimit": "limit=60, remaining=0, reset=30"}, 30),
    "longer than the vendor counts": ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1800086400"}, 60),
    "no end": ({"X-RateLimit-Remaining": "0"}, 0),
}


@pytest.mark.parametrize(("headers", "seconds"), PAUSES.values(), ids=PAUSES)
def test_a_walk_waits_for_the_limit_in_every_form(headers: dict[str, str], seconds: float) -> None:
    pager = Pager(ORDER_PAGES, {}, 2, 1)
    pager.take(answered(page(["20-1"]), *headers.items()), NOW)
    assert (pager.pause(), pager.pause()) == (seconds, 0)
