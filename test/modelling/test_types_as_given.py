"""Where editions of the contract disagree about a type, a value is sent as the type that it was given as."""

import copy
import json
import math
import pickle
from decimal import Decimal

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import xi_sdk_resellers as package
from test.support.required import REQUIRED
from xi_sdk_resellers import (
    ApiValueError,
    AsyncOrderCreateDTO,
    AsyncOrderCreateDTOLine,
    OrderCreateRequest,
    OrderCreateRequestLine,
    OrderCreateRequestLineEndUserInfo,
    OrderModifyRequestLine,
    OrderModifyRequestShipToInfo,
)
from xi_sdk_resellers._modelling.base import RequestModel, coerce_body
from xi_sdk_resellers._modelling.encode import encode
from xi_sdk_resellers._modelling.names import wire_name

REQUESTS = [
    found
    for name in package.models.__all__
    if isinstance(found := getattr(package, name), type) and issubclass(found, RequestModel)
]
PHONES = [model for model in REQUESTS if "phone_number" in model.model_fields and model not in REQUIRED]
TEXT_OR_NUMBER = [(model, "phone_number") for model in PHONES] + [
    (OrderCreateRequestLineEndUserInfo, "contact_id"),
    (OrderCreateRequestLineEndUserInfo, "address_sequence_number"),
    (OrderModifyRequestLine, "ingram_line_number"),
    (AsyncOrderCreateDTOLine, "quantity"),
]
AMOUNTS = [(AsyncOrderCreateDTOLine, "unit_price"), (AsyncOrderCreateDTOLine, "end_user_price")]


def in_every_way(model_class, name, value):
    """Make a request in its constructor, of a mapping with and without limits, and by assignment."""
    yield model_class(**{name: value})
    yield coerce_body(model_class, {name: value}, limits=True)
    yield coerce_body(model_class, {wire_name(name): value}, limits=False)
    assigned = model_class()
    setattr(assigned, name, value)
    yield assigned


@pytest.mark.parametrize(("value", "sent"), [("2", '"2"'), (2, "2"), (2.0, "2"), (Decimal(2), "2"), ("-2", '"-2"')])
@pytest.mark.parametrize(("model_class", "name"), TEXT_OR_NUMBER)
def test_text_stays_text_and_a_number_a_number(model_class, name, value, sent):
    for model in in_every_way(model_class, name, value):
        assert encode(model).decode() == model.to_json() == f'{{"{wire_name(name)}":{sent}}}'
        for other in (copy.deepcopy(model), pickle.loads(pickle.dumps(model)), model_class.from_json(model.to_json())):
            assert encode(other) == encode(model)


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("12.50", '"12.50"'), (Decimal("12.50"), "12.50"), (12.5, "12.5"), (12, "12"), ("7", '"7"'),
        ("-0.10", '"-0.10"'),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("model_class", "name"), AMOUNTS)
def test_an_amount_stays_what_it_was_given_as(model_class, name, value, sent):
    for model in in_every_way(model_class, name, value):
        assert encode(model).decode() == model.to_json() == f'{{"{wire_name(name)}":{sent}}}'


def test_amounts_of_both_types_go_out_together():
    lines = [{"unitPrice": "1.10", "endUserPrice": 2.5}, {"unitPrice": Decimal("3.00"), "notes": 'Price":"4'}]
    request = AsyncOrderCreateDTO(lines=lines)
    assert encode(request) == (
        b'{"lines":[{"unitPrice":"1.10","endUserPrice":2.5},{"unitPrice":3.00,"notes":"Price\\":\\"4"}]}'
    )
    assert request.to_json().encode() == encode(request)


@settings(derandomize=True, database=None, deadline=None)
@given(
    st.lists(
        st.decimals(-1000, 1000, places=2) | st.integers(-9, 9) | st.from_regex(r"-?[0-9]+(\.[0-9]+)?", fullmatch=True)
    )
)
def test_every_mixture_of_amounts_comes_out_as_it_went_in(prices):
    request = AsyncOrderCreateDTO(lines=[{"unitPrice": price, "quantity": 1} for price in prices])
    sent = json.loads(encode(request), parse_float=Decimal, parse_int=Decimal)["lines"]
    assert [line["unitPrice"] for line in sent] == prices
    assert [isinstance(line["unitPrice"], str) for line in sent] == [isinstance(price, str) for price in prices]


@pytest.mark.parametrize("value", ["two", "", "2.5", 2.5, True, math.nan, math.inf, [2], {"a": 2}, object()])
def test_a_quantity_that_names_no_whole_number_is_refused(value):
    for limits in (True, False):
        with pytest.raises(ApiValueError, match=r"lines\[0\].quantity: .*a whole number, as a number or as text, not "):
            coerce_body(AsyncOrderCreateDTO, {"lines": [{"quantity": value}]}, limits=limits)
    line = AsyncOrderCreateDTOLine(quantity=1)
    with pytest.raises(ApiValueError, match="quantity"):
        line.quantity = value
    assert line.quantity == 1


@pytest.mark.parametrize("value", ["12,50", "abc", True, math.nan, Decimal("NaN"), [1]])
def test_an_amount_that_is_none_is_refused(value):
    with pytest.raises(ApiValueError, match="unitPrice: input should be a number, as a number or as text, not "):
        AsyncOrderCreateDTO(lines=[{"unitPrice": value}])


@pytest.mark.parametrize("value", [2.5, True, math.nan, ["1"], {"a": 1}, b"1", object()])
@pytest.mark.parametrize("model_class", PHONES, ids=lambda model: model.__name__)
def test_a_phone_number_is_text_or_a_whole_number(model_class, value):
    for limits in (True, False):
        with pytest.raises(ApiValueError, match="phone"):
            coerce_body(model_class, {"phone_number": value}, limits=limits)


@pytest.mark.parametrize(
    ("model_class", "name", "longest"),
    [(OrderModifyRequestShipToInfo, "phone_number", 30), (OrderModifyRequestLine, "ingram_line_number", 6)],
)
def test_the_length_of_a_text_still_counts(model_class, name, longest):
    assert getattr(model_class(**{name: "1" * longest}), name) == "1" * longest
    with pytest.raises(ApiValueError, match=f"text of at most {longest} characters or a whole number, not '111"):
        model_class(**{name: "1" * (longest + 1)})
    assert coerce_body(model_class, {name: "1" * (longest + 1)}, limits=False)
    assert getattr(model_class(**{name: 10**longest}), name) == 10**longest


def test_where_all_editions_agree_text_becomes_a_number():
    line = OrderCreateRequestLine(quantity="2", unit_price="12.50")
    assert encode(line) == b'{"quantity":2,"unitPrice":12.50}'
    request = OrderCreateRequest(customer_order_number="PO-1", accept_back_order="true")
    assert encode(request) == b'{"customerOrderNumber":"PO-1","acceptBackOrder":true}'


def test_pydantic_describes_both_types():
    schema = pydantic.TypeAdapter(AsyncOrderCreateDTOLine).json_schema()["properties"]
    assert {branch.get("type") for branch in schema["quantity"]["anyOf"]} == {"string", "integer", "null"}


# Limits are the laxest of all editions, and lists of values are open.


def test_what_one_edition_allows_is_sent():
    address = {"state": "ONTARIO", "postalCode": "x" * 20, "addressLine1": "x" * 200, "city": "x" * 50}
    details = {"carrierCode": "x" * 20, "requestedDeliveryDate": "2026-12-01", "shippingInstructions": "x" * 200}
    body = {
        "customerOrderNumber": "P" * 35, "endCustomerOrderNumber": "E" * 35,
        "endUserInfo": address, "shipToInfo": address, "shipmentDetails": details,
        "lines": [{"customerLineNumber": "12345", "ingramPartNumber": "x" * 30, "specialBidNumber": "x" * 40}],
    }  # fmt: skip
    assert json.loads(encode(AsyncOrderCreateDTO(**body))) == body


def test_what_no_edition_allows_is_refused():
    for name in ("customerOrderNumber", "endCustomerOrderNumber"):
        with pytest.raises(ApiValueError, match="at most 35 characters"):
            AsyncOrderCreateDTO(**{name: "P" * 36})
    with pytest.raises(ApiValueError, match="at most 3 characters"):
        OrderCreateRequest(customer_order_number="PO-1", ship_to_info={"state": "ONTARIO"})


@pytest.mark.parametrize("action", ["ADD", "add", "REPLACE", ""])
def test_an_action_that_the_contract_does_not_list_is_sent(action):
    assert (
        encode(OrderModifyRequestLine(add_update_delete_line=action))
        == b'{"addUpdateDeleteLine":"%s"}' % action.encode()
    )
