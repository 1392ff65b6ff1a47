"""What is sent of a request: its bytes, amounts with their digits, unknown keys, and what JSON has no form for."""

import json
from decimal import Decimal

import pytest

from xi_sdk_resellers import ApiValueError, OrderCreateRequest, OrderCreateRequestLine, OrderDetailB2B
from xi_sdk_resellers._modelling.base import coerce_body
from xi_sdk_resellers._modelling.encode import encode


def made(**values):
    return OrderCreateRequest(**{"customer_order_number": "PO-1", **values})


@pytest.mark.parametrize(
    ("price", "written"),
    [
        ("120.10", b"120.10"),
        (Decimal("120.100"), b"120.100"),
        (120, b"120"),
        (0.1, b"0.1"),
        ("-3.50", b"-3.50"),
        (Decimal(0), b"0"),
        ("12345678901234567890.123456789", b"12345678901234567890.123456789"),
    ],
)
def test_money_is_a_number_with_the_digits_it_has(price, written):
    line = OrderCreateRequestLine(unit_price=price, end_user_price=price)
    assert encode(line) == b'{"unitPrice":%s,"endUserPrice":%s}' % (written, written)
    assert line.to_json().encode() == encode(line)
    assert encode(made(lines=[line])) == b'{"customerOrderNumber":"PO-1","lines":[%s]}' % encode(line)


@pytest.mark.parametrize("price", [Decimal("1.2E+2"), Decimal("1E-7"), 1e22])
def test_exponents_are_sent_as_numbers_of_the_same_value(price):
    sent = json.loads(encode(OrderCreateRequestLine(unit_price=price)), parse_float=Decimal, parse_int=Decimal)
    assert sent == {"unitPrice": Decimal(str(price))}


def test_texts_that_look_like_money_stay_texts():
    tricky = '"unitPrice":"5" Price":"6"'
    request = made(notes=tricky, lines=[{"notes": '12"', "specialBidNumber": "34", "netPrice": "7.50"}])
    assert json.loads(encode(request)) == request.to_dict()
    assert request.to_dict()["lines"][0] == {"notes": '12"', "specialBidNumber": "34", "netPrice": "7.50"}


def test_none_is_left_out_of_what_is_sent_but_not_of_the_dictionary():
    request = made(notes=None, lines=[{"notes": None, "quantity": 1}], unknown=None)
    assert encode(request) == b'{"customerOrderNumber":"PO-1","lines":[{"quantity":1}]}'
    assert request.to_dict() == {
        "customerOrderNumber": "PO-1", "notes": None, "lines": [{"notes": None, "quantity": 1}], "unknown": None
    }  # fmt: skip


def test_a_text_may_hold_the_word_null():
    request = coerce_body(OrderCreateRequest, {"customerOrderNumber": "null" * 10, "lines": [{}]}, limits=False)
    assert json.loads(encode(request)) == {"customerOrderNumber": "null" * 10, "lines": [{}]}


def test_unknown_keys_are_sent():
    request = made(futureKey={"a": [1, None, "x"]}, lines=[{"lineKey": True}])
    assert json.loads(encode(request)) == {
        "customerOrderNumber": "PO-1", "lines": [{"lineKey": True}], "futureKey": {"a": [1, None, "x"]}
    }  # fmt: skip


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {"deep": [1, -float("inf")]}])
def test_what_json_has_no_form_for_is_refused(value):
    with pytest.raises(ApiValueError, match="must be a finite number"):
        encode(made(futureKey=value))
    with pytest.raises(ApiValueError, match="finite"):
        encode(made(lines=[OrderCreateRequestLine(futureKey=value)]))


def test_objects_that_json_cannot_hold_are_refused():
    with pytest.raises(ApiValueError, match="OrderCreateRequest: "):
        encode(made(futureKey=object()))
    circle = []
    circle.append(circle)
    with pytest.raises(ApiValueError, match="OrderCreateRequest: "):
        encode(made(futureKey=circle))


def test_a_mapping_that_was_put_into_a_request_is_sent_like_the_model():
    request = made(lines=[{"quantity": 1}])
    request.lines.append({"quantity": "2", "unit_price": "1.50"})
    assert json.loads(encode(request))["lines"] == [{"quantity": 1}, {"quantity": 2, "unitPrice": 1.5}]


AMOUNT_LIKE = {
    "foo": {"unitPrice": "5.00", "orderTotal": "12.5"},
    'x"unitPrice': "5",
    "y": ["\ue0a41", '"\ue0a4\ue0a42'],
}


# Unknown keys keep their values, whatever they are called.


def test_unknown_keys_that_look_like_amounts_are_sent_as_they_are():
    request = made(**AMOUNT_LIKE, unitPrice="5", lines=[{"unit_price": "1.10", "z": {"endUserPrice": "7.0"}}])
    sent = json.loads(encode(request), parse_float=Decimal)
    assert sent == {
        "customerOrderNumber": "PO-1", "unitPrice": "5", **AMOUNT_LIKE,
        "lines": [{"unitPrice": Decimal("1.10"), "z": {"endUserPrice": "7.0"}}],
    }  # fmt: skip
    assert json.loads(request.to_json(), parse_float=Decimal) == sent


def test_unknown_keys_of_an_answer_that_look_like_amounts_are_given_back_as_they_came():
    answer = OrderDetailB2B.from_dict({**AMOUNT_LIKE, "orderTotal": "12.50", "lines": [{"unitPrice": "3.10"}]})
    assert answer.to_dict() == {**AMOUNT_LIKE, "orderTotal": 12.5, "lines": [{"unitPrice": 3.1}]}
    assert '"orderTotal":12.50,' in answer.to_json()
