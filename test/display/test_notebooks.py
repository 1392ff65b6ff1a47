"""What a notebook shows: cards without their style, searches that were gone through, lists, days, polars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timezone
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell

from xi_sdk_resellers import ApiClient, ApiValueError, Link, OrderDetailB2B, Orders, OrderSearchResponseOrder, aio
from xi_sdk_resellers.dataframes import LINE_COLUMNS, ORDER_COLUMNS, to_dataframe, to_polars
from xi_sdk_resellers.sandbox import Sandbox


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        made.seed_orders(30, start=date(2026, 10, 1), end=date(2026, 10, 31), seed=2)
        yield made


@pytest.fixture(scope="module")
def orders(sandbox: Sandbox) -> Iterator[Orders]:
    with ApiClient(sandbox.configuration()) as client:
        yield Orders(client)


class Bare(HTMLParser):
    """The text of a page whose styles were taken out: only blocks and cells end a line."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL))

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.text += (
            "\n" if tag in ("div", "tr", "table", "summary", "caption") else "\t" if tag in ("td", "th") else ""
        )

    def handle_data(self, data: str) -> None:
        self.text += data


def bare(shown: Any) -> str:
    return Bare(shown._repr_html_()).text


def test_a_card_can_be_read_without_its_style() -> None:
    order = OrderDetailB2B.from_dict(
        {
            "ingramOrderNumber": "20-1",
            "orderStatus": "SHIPPED",
            "orderTotal": "12.5",
            "currencyCode": "USD",
            "customerOrderNumber": "PO-1",
            "ingramOrderDate": "2026-10-05T08:54:39Z",
            "lines": [{"ingramPartNumber": "A", "lineStatus": "im::shipped"}],
        }
    )
    lines = [line.strip() for line in bare(order).splitlines() if line.strip()]
    assert lines[:3] == [
        "Order 20-1 Shipped OrderDetailB2B 12.50 USD",
        "PO number PO-1",
        "Order date 2026-10-05 08:54 UTC",
    ]
    assert lines[-1].split("\t") == ["A", "Shipped"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("2026-10-05T08:54:39+00:00", "2026-10-05 08:54 UTC"),
        ("2026-10-05T08:54:39.123Z", "2026-10-05 08:54 UTC"),
        ("2026-10-05T08:54:39-07:00", "2026-10-05 08:54 -07:00"),
        ("2026-10-05 08:54:39", "2026-10-05 08:54"),
        ("2026-10-05T00:00:00", "2026-10-05"),
        ("2026-10-05T00:00:00Z", "2026-10-05 00:00 UTC"),
        ("2026-10-05", "2026-10-05"),
        ("05/10/2026", "05/10/2026"),
    ],
)
def test_days_are_days_and_moments_tell_their_zone(text: str, fact: str) -> None:
    order = OrderDetailB2B.from_dict({"ingramOrderDate": text, "lines": [{"promisedDeliveryDate": text}]})
    assert f"Order date {fact}" in bare(order)
    assert f"Order date  {fact}" in str(order)


def test_a_search_says_where_it_is(orders: Orders) -> None:
    search = orders.search(page_size=10)
    assert "\nThe first 10 are shown. A loop or to_dataframe() gives all of them." in bare(search)
    for _ in range(9):
        next(search)
    assert "\n9 were handed out, the next one is shown. A loop or to_dataframe() goes on from here." in bare(search)
    next(search)
    assert "\n10 were handed out. A loop or to_dataframe() goes on from here." in bare(search)
    assert len(list(search)) == 20
    assert "\nUsed up: all 30 were handed out. Search again to go through them again." in bare(search)
    assert "\nNo order fits." in bare(orders.search(vendor_name="Nobody"))


def test_a_search_that_is_used_up_makes_no_empty_table(orders: Orders) -> None:
    search = orders.search()
    kept = list(search)
    for make in (search.to_dataframe, search.to_polars):
        with pytest.raises(ApiValueError, match="used up, its 30 orders were handed out before"):
            make()
    assert len(to_dataframe(kept)) == 30
    half = orders.search(page_size=20)
    next(half)
    assert len(half.to_dataframe()) == 29
    assert len(orders.search(vendor_name="Nobody").to_dataframe()) == 0
    by_page = orders.search(page_size=20)
    assert [len(page.orders or []) for page in by_page.pages()] == [20, 10]
    with pytest.raises(ApiValueError, match="used up"):
        by_page.to_dataframe()


async def test_a_search_of_asyncio_that_is_used_up(sandbox: Sandbox) -> None:
    async with aio.ApiClient(sandbox.configuration()) as client:
        search = aio.Orders(client).search()
        assert len([order async for order in search]) == 30
        for make in (search.to_dataframe, search.to_polars):
            with pytest.raises(ApiValueError, match="used up"):
                await make()


def test_lists_show_as_tables_when_a_notebook_asks_for_it(orders: Orders) -> None:
    shell = InteractiveShell.instance()
    try:
        found = list(orders.search())
        details = [orders.get(order.ingram_order_number or "") for order in found[:3]]
        html = shell.display_formatter.formatters["text/html"]
        assert html(found) is None
        shell.run_line_magic("load_ext", "xi_sdk_resellers")
        assert html(found).count("<tr>") == 1 + 25
        assert "… and 5 more" in html(found)
        assert [order.customer_order_number in html(details) for order in found[:4]] == [True, True, True, False]
        assert "self" in html([Link(topic="self", href="/x"), Link(topic="other", href="/y")])
        for other in ([], [1, 2], [found[0], details[0]], [found[0], 1]):
            assert html(other) is None
    finally:
        InteractiveShell.clear_instance()


def test_a_moment_with_an_offset_is_kept_as_an_instant_too() -> None:
    texts = ["2026-10-05T08:54:39-07:00", "2026-10-05T08:54:39Z", "2026-10-05", "2026-10-05 08:54", "soon", None]
    texts += ["9999-12-31T23:59:59-10:00"]
    frame = to_dataframe([OrderSearchResponseOrder.from_dict({"ingramOrderDate": text}) for text in texts])
    assert str(frame.ordered_at.dtype) == "datetime64[us, UTC]"
    assert [None if pd.isna(each) else each.isoformat() for each in frame.ordered_at] == [
        "2026-10-05T15:54:39+00:00",
        "2026-10-05T08:54:39+00:00",
        *[None] * 5,
    ]
    assert str(frame.ingram_order_date[0]) == "2026-10-05 08:54:39"


def test_money_plots_when_it_is_asked_for_as_floats(orders: Orders) -> None:
    pytest.importorskip("matplotlib").use("agg")
    frame = orders.search().to_dataframe(money="float")
    assert frame.order_total.plot() is not None
    exact = orders.search().to_dataframe()
    assert exact.order_total.astype(float).equals(frame.order_total)


def test_polars_gets_the_same_table(orders: Orders) -> None:
    pl = pytest.importorskip("polars")
    table, frame = orders.search().to_polars(), orders.search().to_dataframe()
    types = {"text": pl.String, "integer": pl.Int64, "moment": pl.Datetime("us"), "money": pl.Decimal(38, 2)}
    types["instant"] = pl.Datetime("us", "UTC")
    assert dict(table.schema) == {column.name: types[column.kind] for column in ORDER_COLUMNS}
    assert table["order_total"].to_list() == [*frame.order_total]
    assert table["ordered_at"].to_list() == [each.to_pydatetime() for each in frame.ordered_at]
    assert table["currency_code"].null_count() == len(frame)
    assert orders.search().to_polars(money="float")["order_total"].dtype == pl.Float64


def test_polars_holds_what_it_can(orders: Orders) -> None:
    pl = pytest.importorskip("polars")
    prices = ["12.5", "0.12345", "1E+40", "nothing", None, 10]
    made = OrderDetailB2B.from_dict({"ingramOrderNumber": "20-1", "lines": [{"unitPrice": each} for each in prices]})
    table = made.to_polars()
    assert [*table.columns] == [column.name for column in LINE_COLUMNS]
    assert table["unit_price"].dtype == pl.Decimal(38, 5)
    assert table["unit_price"].to_list() == [Decimal("12.5"), Decimal("0.12345"), None, None, None, Decimal(10)]
    assert to_polars([]).columns == [column.name for column in ORDER_COLUMNS]
    at = datetime(2026, 10, 5, 15, 54, 39, tzinfo=timezone.utc)
    order = OrderSearchResponseOrder.from_dict({"ingramOrderDate": "2026-10-05T08:54:39-07:00"})
    assert to_polars(order)["ordered_at"].to_list() == [at]
