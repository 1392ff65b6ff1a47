"""Tables for pandas: the columns, their types, and the rows, for everything that holds orders."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from test.support.samples import sample
from xi_sdk_resellers import ApiClient, ApiTypeError, ApiValueError, Orders, OrdersApi, aio
from xi_sdk_resellers.dataframes import LINE_COLUMNS, ORDER_COLUMNS, to_dataframe
from xi_sdk_resellers.models import (
    Link,
    OrderCreateResponse,
    OrderDetailB2B,
    OrderModifyResponse,
    OrderSearchResponse,
)
from xi_sdk_resellers.sandbox import Sandbox

DETAIL = "get-orderdetails-v6-1-response-200-success"
SEARCH = "get-resellers-v6-ordersearch-response-200-success-200"
PARTIAL = "post-createorder-v6-response-207-partial-success"
TYPES = {"text": "string", "integer": "Int64", "moment": "datetime64[us]", "instant": "datetime64[us, UTC]"}
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture(scope="module")
def orders() -> Iterator[Orders]:
    """The workflows of a client whose sandbox holds three months of orders."""
    with Sandbox() as sandbox:
        sandbox.seed_orders(120, start=date(2026, 8, 1), end=date(2026, 10, 31), seed=1)
        with ApiClient(sandbox.configuration()) as client:
            yield Orders(client)


def check_types(frame: pd.DataFrame, money: str = "object") -> None:
    columns = LINE_COLUMNS if "line_number" in frame else ORDER_COLUMNS
    assert [*frame.columns] == [column.name for column in columns]
    assert {name: str(kind) for name, kind in frame.dtypes.items()} == {
        column.name: TYPES.get(column.kind, money) for column in columns
    }


def test_an_order_gives_one_row_a_line() -> None:
    frame = OrderDetailB2B.from_dict(sample(DETAIL)).to_dataframe()
    check_types(frame)
    (row,) = frame.to_dict("records")
    assert {name: row[name] for name in ("ingram_order_number", "line_number", "line_status", "vendor_name")} == {
        "ingram_order_number": "20-RD3QV",
        "line_number": "002",
        "line_status": "In Progress",
        "vendor_name": "CISCO - HW UNIFIED COMM",
    }
    assert row["unit_price"] == Decimal("20887.57")
    assert row["ingram_order_date"] == pd.Timestamp("2020-05-13 00:38:52")  # as the vendor's clock showed it
    assert row["first_shipped_date"] == row["last_delivered_date"] == pd.Timestamp("2022-10-07")
    assert row["tracking_numbers"] == "390064340282"
    assert row["quantity_shipped"] == 1
    assert row["requested_delivery_date"] is pd.NaT
    assert row["reject_code"] is None


def test_an_order_gives_one_row_when_asked() -> None:
    frame = OrderDetailB2B.from_dict(sample(DETAIL)).to_dataframe(rows="orders")
    check_types(frame)
    (row,) = frame.to_dict("records")
    assert row["order_total"] == Decimal("25371.27")
    assert row["end_user_company_name"] == "ASBURY METHODIST CHURCH"
    assert row["sub_orders"] == 1


def test_a_search_gives_one_row_an_order() -> None:
    page = OrderSearchResponse.from_dict(sample(SEARCH))
    frame = page.to_dataframe()
    check_types(frame)
    (row,) = frame.to_dict("records")
    assert row["order_total"] == Decimal("120.00")
    assert row["sub_orders"] == 1
    assert row["currency_code"] is None
    with pytest.raises(ApiValueError, match="has no lines: get the details"):
        page.to_dataframe(rows="lines")


def test_a_creation_gives_its_lines_and_the_rejected_ones() -> None:
    created = OrderCreateResponse.from_dict(sample(PARTIAL))
    frame = created.to_dataframe()
    check_types(frame)
    assert [*frame.line_status] == ["im::backordered", "Rejected"]
    assert [*frame.customer_order_number] == ["TESTING_APR08"] * 2
    assert [*frame.currency_code] == ["USD"] * 2
    assert frame.reject_reason[1] == "SKU-NOTFOUND    DF4128MW"
    assert frame.quantity_shipped[1] is pd.NA
    assert [*created.orders[0].to_dataframe().line_status] == [*frame.line_status]  # type: ignore[index]


def test_money_can_be_floats() -> None:
    frame = OrderDetailB2B.from_dict(sample(DETAIL)).to_dataframe(money="float")
    check_types(frame, "float64")
    assert frame.extended_price.sum() == pytest.approx(20887.57)
    exact = OrderDetailB2B.from_dict(sample(DETAIL)).to_dataframe()
    assert exact.extended_price.sum() == Decimal("20887.57")


@pytest.mark.parametrize("money", ["decimal", "float"])
@pytest.mark.parametrize("rows", ["orders", "lines"])
def test_columns_are_the_same_without_rows(rows: Any, money: Any) -> None:
    empty = to_dataframe([], rows=rows, money=money)
    assert len(empty) == 0
    check_types(empty, "float64" if money == "float" else "object")
    full = to_dataframe(OrderDetailB2B.from_dict(sample(DETAIL)), rows=rows, money=money)
    assert pd.concat([full, full]).dtypes.equals(empty.dtypes)


def test_models_without_anything_give_rows_of_nothing() -> None:
    check_types(OrderDetailB2B().to_dataframe())
    check_types(OrderSearchResponse().to_dataframe())
    check_types(OrderCreateResponse(orders=None).to_dataframe())
    check_types(OrderModifyResponse.from_dict({"lines": [{}]}).to_dataframe())
    assert len(OrderModifyResponse.from_dict({"lines": [{}]}).to_dataframe()) == 1


DRIFT = [
    ("quantityOrdered", "quantity_ordered", "3", 3),
    ("quantityOrdered", "quantity_ordered", "three", pd.NA),
    ("quantityOrdered", "quantity_ordered", 2.5, pd.NA),
    ("quantityOrdered", "quantity_ordered", 10**30, pd.NA),
    ("unitPrice", "unit_price", "12.50", Decimal("12.50")),
    ("unitPrice", "unit_price", "a lot", None),
    ("unitPrice", "unit_price", {"amount": 1}, None),
    ("promisedDeliveryDate", "promised_delivery_date", "2026-10-07T08:30:00.123Z", pd.Timestamp("2026-10-07 08:30")),
    ("promisedDeliveryDate", "promised_delivery_date", "9999-12-31", pd.Timestamp("9999-12-31").as_unit("us")),
    ("promisedDeliveryDate", "promised_delivery_date", "Wed Oct 7 2026", pd.Timestamp("2026-10-07")),
    ("promisedDeliveryDate", "promised_delivery_date", "0000-00-00", pd.NaT),
    ("promisedDeliveryDate", "promised_delivery_date", "soon", pd.NaT),
    ("promisedDeliveryDate", "promised_delivery_date", ["2026-10-07"], pd.NaT),
    ("partDescription", "part_description", 5, "5"),
    ("shipmentDetails", "carriers", "nothing", pd.NA),
    ("shipmentDetails", "last_shipped_date", {"shippedDate": "2026-10-07"}, pd.Timestamp("2026-10-07")),
]


@pytest.mark.parametrize(("key", "column", "came", "wanted"), DRIFT, ids=[f"{case[1]}={case[2]}" for case in DRIFT])
def test_values_that_do_not_fit_are_read_as_far_as_they_make_sense(
    key: str, column: str, came: Any, wanted: Any
) -> None:
    frame = OrderDetailB2B.from_dict({"lines": [{key: came}, {}]}).to_dataframe()
    check_types(frame)
    found = frame[column][0]
    assert found is wanted or found == wanted
    assert pd.isna(frame[column][1])


def test_what_came_under_another_spelling_is_in_its_column() -> None:
    order = OrderModifyResponse.from_dict(
        {"orderNumber": "20-1", "endcustomerOrderNumber": "EU-1", "lines": [{"lineNumber": "001"}]}
    )
    frame = order.to_dataframe()
    assert frame["ingram_order_number"][0] == "20-1"
    assert frame["end_customer_order_number"][0] == "EU-1"
    assert frame["line_number"][0] == "001"


@pytest.mark.parametrize("given", [None, 5, "20-RD3QV", {"lines": []}, [5], [None], Link(), [Link()]], ids=repr)
def test_other_things_are_refused(given: Any) -> None:
    with pytest.raises(ApiTypeError, match="orders must be an order, a search result or several of them, not "):
        to_dataframe(given)


@pytest.mark.parametrize("wrong", [{"money": "cents"}, {"rows": "parcels"}], ids=str)
def test_unknown_choices_are_refused(wrong: Any) -> None:
    with pytest.raises(ApiValueError, match="must be one of"):
        to_dataframe([], **wrong)


def test_an_iterator_of_orders_becomes_a_table(orders: Orders) -> None:
    frame = orders.search(ingram_order_date=OCTOBER, page_size=10).to_dataframe()
    check_types(frame)
    assert len(frame) == orders.search(ingram_order_date=OCTOBER).total
    assert frame.ingram_order_number.is_unique
    assert frame.ingram_order_date.between("2026-10-01", "2026-11-01").all()
    pages = to_dataframe(orders.search(ingram_order_date=OCTOBER, page_size=10).pages())
    pd.testing.assert_frame_equal(frame, pages)


async def test_an_asynchronous_search_becomes_the_same_table() -> None:
    with Sandbox() as sandbox:
        sandbox.seed_orders(30, start=date(2026, 10, 1), end=date(2026, 10, 31), seed=2)
        async with aio.ApiClient(sandbox.configuration()) as client:
            search = aio.Orders(client).search(page_size=12)
            assert "Nothing was fetched yet." in search._repr_html_()
            await search.start()
            assert "The first 10 are shown." in search._repr_html_()
            frame = await search.to_dataframe()
            table = await aio.Orders(client).search(page_size=12).to_polars(money="float")
            assert table.columns == [*frame.columns]
            assert table["order_total"].to_list() == [float(amount) for amount in frame.order_total]
        with ApiClient(sandbox.configuration()) as blocking:
            pd.testing.assert_frame_equal(frame, Orders(blocking).search().to_dataframe())


def test_details_of_several_orders_become_one_table(orders: Orders) -> None:
    numbers = [order.ingram_order_number or "" for order in orders.search(ingram_order_date=OCTOBER)][:12]
    frame = to_dataframe(orders.get(number) for number in numbers)
    check_types(frame)
    assert [*frame.ingram_order_number.unique()] == numbers
    days = (frame.first_shipped_date - frame.ingram_order_date.dt.normalize()).dt.days.dropna()
    assert (days >= 0).all()
    shipped = frame[frame.line_status == "Shipped"]
    assert (shipped.quantity_shipped == shipped.quantity_ordered).all()


def test_an_answer_stands_for_its_data(orders: Orders) -> None:
    number = next(orders.search(ingram_order_date=OCTOBER)).ingram_order_number or ""
    answer = OrdersApi(orders.api_client).get_orderdetails_v6_1_with_http_info(number)
    pd.testing.assert_frame_equal(to_dataframe(answer), to_dataframe([answer.data]))


def test_a_table_can_be_exported_and_read_back(orders: Orders, tmp_path: Path) -> None:
    frame = orders.search(ingram_order_date=OCTOBER).to_dataframe(money="float")
    frame.to_csv(tmp_path / "orders.csv", index=False)
    back = pd.read_csv(tmp_path / "orders.csv", parse_dates=["ingram_order_date"])
    assert [*back.order_total] == [*frame.order_total]
    assert [*back.ingram_order_date] == [*frame.ingram_order_date]


def test_without_pandas_the_error_says_what_to_install() -> None:
    program = """
    import sys
    sys.modules["pandas"] = None
    from xi_sdk_resellers.dataframes import to_dataframe
    from xi_sdk_resellers.models import OrderDetailB2B

    def never():
        raise AssertionError("asked for an order")
        yield

    for call in (OrderDetailB2B().to_dataframe, lambda: to_dataframe(never())):
        try:
            call()
        except ImportError as error:
            print(error)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ['to_dataframe() needs pandas: pip install "xi-resellers[pandas]"'] * 2
