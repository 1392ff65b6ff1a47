"""Arguments out of tables, and values that the contract does not list: what has one meaning is sent."""

from __future__ import annotations

import json
import math
from contextlib import ExitStack
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from importlib import import_module
from pkgutil import iter_modules
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import numpy
import pandas
import pytest

from test.support.prepared import build, search
from test.support.wire_calls import PLACED, opened
from test.support.wire_server import answer
from xi_sdk_resellers import ApiTypeError, ApiValueError, _operations
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers.operation import Operation, Parameter

ORDER = {"customerOrderNumber": "PO-1"}
BODIES: dict[str, Any] = {
    "OrderCreateRequest": ORDER,
    "QuoteCreateRequest": {"customercontact": "a@example.com"},
}
NOTHING = {
    "NaN": math.nan,
    "infinity": math.inf,
    "numpy's NaN": numpy.float64("nan"),
    "NaN as Decimal": Decimal("NaN"),
    "pandas.NaT": pandas.NaT,
    "pandas.NA": pandas.NA,
    "numpy's NaT": numpy.datetime64("NaT", "ns"),
    "masked": numpy.ma.masked,
}


def every_parameter() -> list[Any]:
    modules = [import_module(f"{_operations.__name__}.{module.name}") for module in iter_modules(_operations.__path__)]
    return [
        pytest.param(operation, parameter, id=f"{operation.name}-{parameter.name}")
        for module in modules
        for operation in vars(module).values()
        if isinstance(operation, Operation)
        for parameter in operation.parameters
    ]


PARAMETERS = every_parameter()
VALUES: dict[str, Any] = {"boolean": True, "date": "2026-11-05", "date_range": ["2026-11-05"] * 2, "text_list": ["A"]}


OF_A_FORM = {"im_country_code": "US", "im_customer_contact": "a@example.com", "targeturl": "https://example.com/"}
"""Values of arguments that have a pattern."""


def sent(operation: Operation, parameter: Parameter, value: Any) -> list[str]:
    """Prepare a call with this argument; return what goes out for it."""
    given = {each.name: VALUES.get(each.kind, "1") for each in operation.parameters if each.required}
    body = BODIES.get((operation.body or "").rpartition(":")[2], {}) if operation.body else MISSING
    given |= {name: value for name, value in OF_A_FORM.items() if name in given}
    request = build(operation, body, **{**given, parameter.name: value})
    if parameter.place == "header":
        return [request.headers[parameter.wire]]
    if parameter.place == "path":
        return [urlsplit(request.target).path.rpartition("/")[2]]
    text = request.body.decode() if parameter.place == "form" and request.body else urlsplit(request.target).query
    return [item for name, item in parse_qsl(text) if name == parameter.wire]


@pytest.mark.parametrize("nothing", NOTHING.values(), ids=NOTHING)
@pytest.mark.parametrize(("operation", "parameter"), PARAMETERS)
def test_an_empty_cell_is_refused_by_every_argument(operation: Operation, parameter: Parameter, nothing: Any) -> None:
    values = [nothing]
    if parameter.kind in ("text_list", "date_range"):
        values += [["2026-11-05", nothing], pandas.Series([nothing, nothing], dtype=object)]
    for value in values:
        with pytest.raises(ApiValueError, match=parameter.name):
            sent(operation, parameter, value)


TEXTS = [each for each in PARAMETERS if each.values[1].kind == "text" and not each.values[1].secret]
NUMBERS = [20, 20.0, Decimal("20.0"), numpy.int64(20), numpy.float64(20), numpy.uint8(20), numpy.str_("20"), "20"]


@pytest.mark.parametrize("number", NUMBERS, ids=repr)
@pytest.mark.parametrize(("operation", "parameter"), TEXTS)
def test_a_whole_number_is_text(operation: Operation, parameter: Parameter, number: Any) -> None:
    if parameter.name in OF_A_FORM:
        with pytest.raises(ApiValueError, match=rf"{parameter.name} must match .*'20'"):
            sent(operation, parameter, number)
        return
    assert sent(operation, parameter, number) == ["20"]


@pytest.mark.parametrize("value", [1.5, 2.0**60, True, numpy.True_, b"1", ["1"], date(2026, 11, 5), object()], ids=repr)
@pytest.mark.parametrize(("operation", "parameter"), TEXTS)
def test_what_is_no_text_is_refused(operation: Operation, parameter: Parameter, value: Any) -> None:
    with pytest.raises(ApiTypeError, match=f"{parameter.name} must be text"):
        sent(operation, parameter, value)


@pytest.mark.parametrize("three", [3, 3.0, numpy.int64(3), numpy.float32(3)])
def test_a_page_may_be_numbered_by_a_table(three: Any) -> None:
    assert search(page_number=three, page_size=three).target.endswith("?pageSize=3&pageNumber=3")


@pytest.mark.parametrize("value", [3.5, True, numpy.True_, "3", numpy.float64(3.5), [3], None.__class__])
def test_a_page_is_a_whole_number(value: Any) -> None:
    with pytest.raises(ApiTypeError, match="page_number must be a whole number"):
        search(page_number=value)


DAYS = {
    "a day": date(2026, 11, 5),
    "a late moment": datetime(2026, 11, 5, 23, 59, tzinfo=timezone(timedelta(hours=14))),
    "an early moment": datetime(2026, 11, 5, 0, 0, tzinfo=timezone(timedelta(hours=-12))),
    "pandas": pandas.Timestamp("2026-11-05 23:59", tz="Asia/Tokyo"),
    "numpy": numpy.datetime64("2026-11-05"),
    "numpy's moment": numpy.datetime64("2026-11-05T23:59:59.123456789"),
    "slashes": "2026/11/05",
    "digits": "20261105",
    "a name": "5 November 2026",
}


@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS)
def test_days_go_out_as_their_own_calendar_day(day: Any) -> None:
    assert search(ingram_order_date=day).target.endswith("?ingramOrderDate=2026-11-05")
    for given in (
        [day, day],
        (day, day),
        pandas.Series([day, day], dtype=object),
        numpy.array([day, day], dtype=object),
    ):
        assert search(ship_date_bt=given).target.endswith("?shipDate_bt=2026-11-05&shipDate_bt=2026-11-05")


def test_a_day_with_two_readings_is_refused_alone_and_in_a_range() -> None:
    said = "must name one day, but '05/11/2026' may be 2026-05-11 or 2026-11-05: write it as yyyy-MM-dd"
    with pytest.raises(ApiValueError, match=f"ingram_order_date {said}"):
        search(ingram_order_date="05/11/2026")
    for given in (["05/11/2026", "13/11/2026"], ("2026-01-01", "05/11/2026")):
        with pytest.raises(ApiValueError, match=said):
            search(ingram_order_date_bt=given)
    assert "2026-11-13" in search(ingram_order_date="13/11/2026").target


def test_a_list_may_be_a_column_or_one_value() -> None:
    listed = Operation("x", "GET", "/x", (Parameter("state", "state", "query", "text_list"),), {200: None})
    for given in (["a", 1], ("a", 1.0), pandas.Series(["a", 1], dtype=object), numpy.array(["a", "1"]), iter(["a", 1])):
        assert build(listed, state=given).target == "/x?state=a&state=1"
    for given in ("a", numpy.str_("a")):
        assert build(listed, state=given).target == "/x?state=a"
    assert build(listed, state=5.0).target == "/x?state=5"


def test_truth_may_come_out_of_a_table() -> None:
    flagged = Operation("x", "GET", "/x", (Parameter("flag", "flag", "query", "boolean"),), {200: None})
    assert build(flagged, flag=numpy.False_).target == "/x?flag=false"
    with pytest.raises(ApiTypeError, match="flag must be True or False"):
        build(flagged, flag=numpy.int64(1))


def test_the_number_of_a_search_is_known_to_its_errors() -> None:
    assert search(customer_order_number=1001.0).customer_order_number == "1001"


# Against a server, with both clients.


@pytest.mark.usefixtures("twins")
def test_values_that_the_contract_does_not_list_are_sent() -> None:
    with ExitStack() as stack:
        found = answer({"recordsFound": 0, "orders": []})
        api, server = opened(stack, found, *[answer({"ingramOrderNumber": "20-1"})] * 2)
        api.get_resellers_v6_ordersearch(order_status="CLOSED", order_status_in=["OPEN", "new one"])
        api.get_orderdetails_v6_1("20-1", simulate_status="IM::DELIVERED")
        api.put_ordermodify(4567.0, order_modify_request={"lines": [{"addUpdateDeleteLine": "REPLACE"}]})
        searched, read, changed = server.received
    assert "orderStatus=CLOSED&orderStatus-in=OPEN&orderStatus-in=new%20one" in searched.line
    assert "?simulateStatus=IM%3A%3ADELIVERED " in read.line
    assert changed.line.startswith("PUT /resellers/v6/orders/4567 ")
    assert changed.body == b'{"lines":[{"addUpdateDeleteLine":"REPLACE"}]}'


@pytest.mark.usefixtures("twins")
def test_a_row_of_a_table_is_ordered() -> None:
    row = {"ingramPartNumber": 2985452.0, "quantity": numpy.int64(2), "unitPrice": numpy.float64(10.5)}
    with ExitStack() as stack:
        api, server = opened(stack, answer(PLACED, "201 Created"))
        api.post_createorder_v6(order_create_request={"customerOrderNumber": 1001.0, "lines": row})
        with pytest.raises(ApiValueError, match=r"lines\[0\].ingramPartNumber: .* not nan"):
            api.post_createorder_v6(
                order_create_request={"customerOrderNumber": "1", "lines": [{"ingramPartNumber": math.nan}]}
            )
        with pytest.raises(ApiValueError, match="shipToinfo is no known key, did you mean 'shipToInfo'"):
            api.post_createorder_v6(order_create_request={"customerOrderNumber": "1", "shipToinfo": {}})
        (request,) = server.received
    assert json.loads(request.body) == {
        "customerOrderNumber": "1001",
        "lines": [{"ingramPartNumber": "2985452", "quantity": 2, "unitPrice": 10.5}],
    }


@pytest.mark.usefixtures("twins")
def test_v7_text_stays_text() -> None:
    body = {"lines": [{"quantity": "2", "unitPrice": "1.50"}, {"quantity": 2}], "endUserInfo": {"phoneNumber": 5551234}}
    with ExitStack() as stack:
        api, server = opened(stack, answer({"confirmationNumber": "1"}), client_side_validation=True)
        api.post_createorder_v7(async_order_create_dto=body)
        assert json.loads(server.received[0].body) == body
