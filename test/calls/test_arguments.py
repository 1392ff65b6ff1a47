"""Arguments and bodies become requests, or one clear error before anything is sent."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime, timezone
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from test.support.prepared import build, search
from xi_sdk_resellers import ApiTypeError, ApiValueError, OpenApiException
from xi_sdk_resellers._calls.messages import Request
from xi_sdk_resellers._operations.order_status import RESELLERS_V1_WEBHOOKS_ORDERSTATUSEVENT_POST
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers.api.orders_api import (
    GET_ORDERDETAILS_V6_1,
    POST_CREATEORDER_V6,
    PUT_ORDERMODIFY,
)
from xi_sdk_resellers.operation import Operation, Parameter

LINE = {"customerLineNumber": "1", "ingramPartNumber": "A1", "quantity": 1}
ORDER = {"customerOrderNumber": "PO-1", "lines": [LINE]}


def details(ordernumber: Any, **given: Any) -> Request:
    return build(GET_ORDERDETAILS_V6_1, ordernumber=ordernumber, **given)


class Status(str, Enum):
    SHIPPED = "SHIPPED"


WIRE = {
    "text": ({"customer_order_number": "PO 1/&=ü"}, "customerOrderNumber=PO%201%2F%26%3D%C3%BC"),
    "an enum": ({"order_status": Status.SHIPPED}, "orderStatus=SHIPPED"),
    "a number": ({"page_size": 100, "page_number": 1}, "pageSize=100&pageNumber=1"),
    "a date": ({"ingram_order_date": date(2020, 5, 13)}, "ingramOrderDate=2020-05-13"),
    "a moment": (
        {"ingram_order_date": datetime(2020, 5, 13, 23, 59, tzinfo=timezone.utc)},
        "ingramOrderDate=2020-05-13",
    ),
    "a range": (
        {"ingram_order_date_bt": [date(2020, 5, 1), "31 May 2020"]},
        "ingramOrderDate-bt=2020-05-01&ingramOrderDate-bt=2020-05-31",
    ),
}


@pytest.mark.parametrize(("given_", "query"), WIRE.values(), ids=WIRE)
def test_values_are_written_as_the_vendor_reads_them(given_: dict[str, Any], query: str) -> None:
    assert sorted(search(**given_).target.partition("?")[2].split("&")) == sorted(query.split("&"))


def test_lists_are_repeated_keys() -> None:
    listed = Operation("x", "GET", "/x", (Parameter("state", "state", "query", "text_list", max_items=2),), {200: None})
    assert build(listed, state=["a", "b&"]).target == "/x?state=a&state=b%26"
    assert build(listed, state="ab").target == "/x?state=ab"
    assert build(listed, state=[]).target == "/x"
    with pytest.raises(ApiValueError, match="at most 2 items, not 3"):
        build(listed, state=["a", "b", "c"])
    assert build(listed, state=[1, 2.0]).target == "/x?state=1&state=2"
    for wrong in (True, {"a": 1}, b"a", [1.5]):
        with pytest.raises(ApiTypeError, match="state must be"):
            build(listed, state=wrong)


def test_booleans_are_small_letters() -> None:
    assert details("1", is_iml=True).target.endswith("isIml=true")
    assert details("1", is_iml=False).target.endswith("isIml=false")
    for wrong in (1, "true", 0.0):
        with pytest.raises(ApiTypeError, match="is_iml must be True or False"):
            details("1", is_iml=wrong)


DATES = {
    "2020-05-13": "2020-05-13",
    "Wed May 13 00:00:00 UTC 2020": "2020-05-13",
    "13 May 2020": "2020-05-13",
    "May 13th, 2020": "2020-05-13",
    "05/13/2020": "2020-05-13",
    "2020-05-13T23:59:59Z": "2020-05-13",
    "2020-05-13T23:59:59+02:00": "2020-05-13",
    "20200513": "2020-05-13",
    "Wed May 13 10:00:00 PDT 2020": "2020-05-13",
}


@pytest.mark.parametrize(("text", "day"), DATES.items())
def test_any_text_that_names_a_day_is_a_date(text: str, day: str) -> None:
    assert details("1", ingram_order_date=text).target.endswith(f"ingramOrderDate={day}")


@pytest.mark.parametrize("text", ["", " ", "soon", "May", "May 2020", "13:00", "2020", "32 May 2020", "9" * 400, "\0"])
def test_a_text_that_names_no_day_is_named(text: str) -> None:
    with pytest.raises(ApiValueError, match="ingram_order_date must"):
        details("1", ingram_order_date=text)


@pytest.mark.parametrize("value", [20200513, 1.5, True, b"2020-05-13", float("nan"), ["2020-05-13"]])
def test_a_date_of_another_type_is_named(value: Any) -> None:
    with pytest.raises(ApiTypeError, match="ingram_order_date must"):
        details("1", ingram_order_date=value)


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (["2020-01-01"], ApiValueError),
        (["2020-01-01"] * 3, ApiValueError),
        ([], ApiValueError),
        (["2020-02-01", "2020-01-01"], ApiValueError),
        (["2020-02-01", None], ApiTypeError),
        ("2020-01-01,2020-01-31", ApiTypeError),
        (date(2020, 1, 1), ApiTypeError),
        (5, ApiTypeError),
    ],
)
def test_a_range_is_exactly_two_dates(value: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="ingram_order_date_bt"):
        search(ingram_order_date_bt=value)


@pytest.mark.parametrize("number", ["", " ", ".", "..", "a/b", "../x", "a\\..\\b", "a\nb", "\0", "x\x7f", "\ud800"])
def test_a_path_value_that_would_lead_elsewhere_is_refused(number: str) -> None:
    for validation in (True, False):
        with pytest.raises(ApiValueError, match="ordernumber"):
            details(number, settings={"client_side_validation": validation})


@pytest.mark.parametrize("number", [None, True, b"1", ["1"], 1.5, object()])
def test_a_path_value_of_another_type_is_refused(number: Any) -> None:
    with pytest.raises(ApiTypeError, match="ordernumber"):
        details(number)


def test_path_values_are_quoted() -> None:
    assert details("20-1 ü?#%2e").path == "/resellers/v6.1/orders/20-1%20%C3%BC%3F%23%252e"
    lax = {"safe_chars_for_path_param": "/", "client_side_validation": False}
    assert details("a/b", settings=lax).path.endswith("/a/b")
    with pytest.raises(ApiValueError, match="dot segment"):
        details("a/../b", settings=lax)


@given(st.text())
def test_no_text_leaves_its_place_in_the_path(number: str) -> None:
    try:
        request = details(number)
    except ApiValueError:
        return
    assert request.target.isascii()
    assert request.target.count("/") == 4
    assert not any(character in request.target for character in "?# \r\n")


BAD = {
    "three letters": {"im_country_code": "USA"},
    "one letter": {"im_country_code": "U"},
    "digits": {"im_country_code": "U1"},
    "no country": {"im_country_code": ""},
    "no customer number": {"im_customer_number": ""},
    "a line break": {"im_sender_id": "a\r\nX-Evil: 1"},
    "a lone line feed": {"im_sender_id": "a\n"},
    "a control character": {"im_sender_id": "a\0"},
    "beyond Latin-1": {"im_sender_id": "日本"},
    "a long sender": {"im_sender_id": "s" * 33},
    "no page": {"page_size": 0},
    "a large page": {"page_size": 101},
    "page zero": {"page_number": 0},
}


@pytest.mark.parametrize("given_", BAD.values(), ids=BAD)
def test_a_broken_rule_names_argument_rule_and_value(given_: dict[str, Any]) -> None:
    ((name, value),) = given_.items()
    with pytest.raises(ApiValueError) as caught:
        search(**given_)
    assert name in str(caught.value)
    assert "must" in str(caught.value)
    assert repr(value)[1:-1] in str(caught.value)


@pytest.mark.parametrize(
    "given_",
    [
        {"page_size": True},
        {"page_size": "10"},
        {"page_size": 1.5},
        {"page_size": float("nan")},
        {"im_customer_number": True},
        {"im_sender_id": b"x"},
        {"order_status": 5.5},
        {"order_status": ["SHIPPED"]},
    ],
)
def test_a_wrong_type_is_a_type_error_of_ours(given_: dict[str, Any]) -> None:
    with pytest.raises(ApiTypeError, match=f"{next(iter(given_))} must be") as caught:
        search(**given_)
    assert isinstance(caught.value, (OpenApiException, TypeError, ValueError))


def test_without_validation_limits_are_the_vendors_business_and_safety_stays_ours() -> None:
    off = {"client_side_validation": False}
    request = search(settings=off, page_size=1000, im_country_code="USA", im_customer_number="1" * 20)
    assert request.headers["IM-CountryCode"] == "USA"
    assert "pageSize=1000" in request.target
    for bad in ({"page_size": "x"}, {"im_sender_id": "a\r\nb"}, {"im_country_code": "日本"}):
        with pytest.raises(ApiValueError):
            search(settings=off, **bad)


def test_what_is_missing_everywhere_is_an_error() -> None:
    with pytest.raises(ApiTypeError, match=r"im_customer_number is missing.*Configuration\(im_customer_number"):
        search(settings={"im_customer_number": None})
    with pytest.raises(ApiTypeError, match="order_create_request is missing"):
        build(POST_CREATEORDER_V6)
    with pytest.raises(ApiTypeError, match="order_create_request is missing"):
        build(POST_CREATEORDER_V6, None)
    with pytest.raises(ApiTypeError, match=r"targeturl is missing$"):
        build(RESELLERS_V1_WEBHOOKS_ORDERSTATUSEVENT_POST, {})
    with pytest.raises(ApiTypeError, match=r"ordernumber is missing$"):
        details(MISSING)


@pytest.mark.parametrize("body", [5, "text", b"{}", [ORDER], date(2020, 1, 1), object()])
def test_a_body_of_another_type_is_refused(body: Any) -> None:
    with pytest.raises(ApiTypeError):
        build(POST_CREATEORDER_V6, body)


@pytest.mark.parametrize("quantity", [float("nan"), float("inf"), "many", None, 1.5])
def test_a_body_that_breaks_a_rule_is_refused(quantity: Any) -> None:
    with pytest.raises(ApiValueError):
        build(POST_CREATEORDER_V6, {**ORDER, "lines": [{**LINE, "quantity": quantity}], "unknown": float("nan")})


def _loop() -> dict[str, Any]:
    loop: dict[str, Any] = {}
    loop["again"] = loop
    return loop


def _deep() -> list[Any]:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    return deep


@pytest.mark.parametrize("unknown", [_loop(), _deep(), object()], ids=["a loop", "too deep", "no JSON"])
def test_unknown_keys_that_cannot_be_written_are_refused(unknown: Any) -> None:
    with pytest.raises(ApiValueError, match="OrderCreateRequest"):
        build(POST_CREATEORDER_V6, {**ORDER, "unknown": unknown})


def test_a_body_is_written_as_json_and_its_order_number_remembered() -> None:
    request = build(POST_CREATEORDER_V6, ORDER)
    assert request.body is not None
    assert b'"customerOrderNumber":"PO-1"' in request.body.replace(b" ", b"")
    assert request.headers["Content-Type"] == "application/json"
    assert request.customer_order_number == "PO-1"


def test_missing_stays_itself() -> None:
    assert copy.deepcopy(MISSING) is MISSING
    assert pickle.loads(pickle.dumps(MISSING)) is MISSING
    assert not MISSING
    assert repr(MISSING) == "MISSING"


def test_missing_argument_of_any_operation() -> None:
    with pytest.raises(ApiTypeError, match="order_number is missing"):
        build(PUT_ORDERMODIFY, {})
