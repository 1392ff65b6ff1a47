"""Requests are checked when they are made, changed and copied; what is wrong is named with its place."""

import warnings
from decimal import Decimal

import pytest

from xi_sdk_resellers import ApiTypeError, ApiValueError, OrderCreateRequest, OrderCreateRequestLine, OrderDetailB2B
from xi_sdk_resellers._modelling.base import coerce_body
from xi_sdk_resellers._modelling.encode import encode


def made(**values):
    return OrderCreateRequest(**{"customer_order_number": "PO-1", **values})


@pytest.mark.parametrize(
    ("values", "kind", "said"),
    [
        ({"customer_order_number": "x" * 36}, ApiValueError, "at most 35 characters, not 'xxx"),
        ({"customer_order_number": ""}, ApiValueError, "customer_order_number: string should have at least 1"),
        (
            {"customer_order_number": None},
            ApiTypeError,
            "customer_order_number: input should be a valid string, not None",
        ),
        ({"lines": "many"}, ApiTypeError, "lines: input should be a valid list, not 'many'"),
        ({"lines": [{"quantity": "two"}]}, ApiValueError, "lines[0].quantity: input should be a valid integer"),
        ({"lines": [{}, {"unitPrice": "NaN"}]}, ApiValueError, "lines[1].unitPrice: input should be a finite number"),
        ({"lines": [{"unit_price": float("inf")}]}, ApiValueError, "lines[0].unit_price: input should be a finite"),
        ({"shipment_details": {"requestedDeliveryDate": "soon"}}, ApiValueError, "must be a date such as"),
        ({"accept_back_order": "perhaps"}, ApiValueError, "accept_back_order: input should be a valid boolean"),
        ({"lines": [{"quantity": True}]}, ApiTypeError, "lines[0].quantity: input should be a number, not True"),
        ({"lines": [{"unit_price": True}]}, ApiTypeError, "lines[0].unit_price: decimal input should be"),
        ({"lines": [{}, None]}, ApiTypeError, "instance of OrderCreateRequestLine, not None"),
    ],
)
def test_a_wrong_value_is_named_with_its_place_and_rule(values, kind, said):
    with pytest.raises(ApiValueError, match=r"^OrderCreateRequest: ") as caught:
        made(**values)
    assert type(caught.value) is kind
    assert said in str(caught.value)
    assert caught.value.__cause__ is None
    assert len(str(caught.value)) < 300


def test_all_problems_are_listed_but_not_too_many():
    with pytest.raises(ApiValueError, match="lines\\[1\\]") as caught:
        OrderCreateRequest(lines=[{"quantity": "x"}, {"quantity": "y"}])
    assert "customerOrderNumber is missing" in str(caught.value)
    assert "lines[0].quantity" in str(caught.value)
    with pytest.raises(ApiValueError, match="and 15 more"):
        made(lines=[{"quantity": "x"}] * 25)


def test_a_missing_field_alone_is_a_type_error():
    with pytest.raises(ApiTypeError, match=r"^OrderCreateRequest: customerOrderNumber is missing$") as caught:
        OrderCreateRequest()
    assert caught.value.path_to_item == ["customerOrderNumber"]


def test_assignment_is_checked_and_converts():
    line = OrderCreateRequestLine(quantity=1)
    with pytest.raises(ApiValueError, match="quantity: input should be a valid integer"):
        line.quantity = "several"
    assert line.quantity == 1
    with pytest.raises(ApiTypeError, match="quantity: input should be a number, not True"):
        line.quantity = True
    line.quantity = "7"
    line.unit_price = 10.1
    assert (line.quantity, line.unit_price) == (7, Decimal("10.1"))


@pytest.mark.parametrize("value", [5, "text", ["a"], object()])
def test_only_mappings_become_models(value):
    for model_class in (OrderCreateRequest, OrderDetailB2B):
        with pytest.raises(ApiTypeError, match=f"^{model_class.__name__}: a mapping is needed, not "):
            model_class.from_dict(value)


@pytest.mark.parametrize("text", ["", "{", "nothing", "<html>"])
def test_text_that_is_no_json_is_an_error_of_ours(text):
    for model_class in (OrderCreateRequest, OrderDetailB2B):
        with pytest.raises(ApiValueError, match=f"^{model_class.__name__}: this is no JSON"):
            model_class.from_json(text)


def test_limits_can_be_left_out_but_types_cannot():
    body = {"customerOrderNumber": "x" * 50, "lines": [{"customer_line_number": "12345", "quantity": "3"}]}
    assert coerce_body(OrderCreateRequest, body, limits=False).to_dict() == {
        "customerOrderNumber": "x" * 50,
        "lines": [{"customerLineNumber": "12345", "quantity": 3}],
    }
    with pytest.raises(ApiValueError, match="at most 35"):
        coerce_body(OrderCreateRequest, body, limits=True)
    with pytest.raises(ApiValueError, match=r"lines\[0\].quantity"):
        coerce_body(OrderCreateRequest, {**body, "lines": [{"quantity": "x"}]}, limits=False)
    with pytest.raises(ApiTypeError, match="customerOrderNumber is missing"):
        coerce_body(OrderCreateRequest, {}, limits=False)
    with pytest.raises(ApiTypeError, match=r"lines\[0\].quantity: input should be a number, not False"):
        coerce_body(OrderCreateRequest, {**body, "lines": [{"quantity": False}]}, limits=False)
    with pytest.raises(ApiTypeError, match=r"lines\[0\]: .* instance of OrderCreateRequestLine, not None"):
        coerce_body(OrderCreateRequest, {**body, "lines": [None]}, limits=False)


@pytest.mark.parametrize("quantity", [3, "3", 3.0, Decimal(3)])
def test_a_whole_number_may_be_written_in_other_ways(quantity):
    body = {"customerOrderNumber": "PO-1", "lines": [{"quantity": quantity}]}
    for limits in (True, False):
        assert coerce_body(OrderCreateRequest, body, limits=limits).lines[0].quantity == 3


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda request: request.lines.append(5), r"lines\[1\]"),
        (lambda request: request.lines.append({"quantity": "x"}), r"lines\[1\].quantity"),
        (lambda request: request.additional_attributes.append("allow"), r"additionalAttributes\[0\]"),
        (lambda request: request.lines.append({"quantity": True}), r"lines\[1\].quantity: .* number, not True"),
        (lambda request: request.lines.append(None), r"lines\[1\]: .*OrderCreateRequestLine, not None"),
        (lambda request: request.lines[0].end_user_info.insert(0, None), r"lines\[0\].endUserInfo\[0\]: .* not None"),
    ],
)
def test_a_request_that_was_changed_in_place_is_checked_again(change, said):
    request = made(lines=[{"quantity": 1, "end_user_info": [{}]}], additional_attributes=[])
    change(request)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(ApiValueError, match=said):
            encode(request)


def test_answers_can_be_made_by_name_and_take_whatever_an_answer_may_hold():
    assert OrderDetailB2B(order_total=5, lines=[]).to_dict() == {"orderTotal": 5, "lines": []}
    assert OrderDetailB2B(lines=5).to_dict() == {"lines": 5}


@pytest.mark.parametrize("price", ["12,50", "abc", True, [1], float("nan"), Decimal("NaN"), Decimal("-Infinity")])
def test_a_change_that_comes_with_a_copy_is_checked(price):
    line = OrderCreateRequestLine(quantity=1, unit_price="1.10")
    with pytest.raises(ApiValueError, match=r"^OrderCreateRequestLine: unit_price: "):
        line.model_copy(update={"unit_price": price})
    with pytest.raises(ApiTypeError, match=r"quantity: input should be a number, not True"):
        line.model_copy(update={"quantity": True})
    changed = line.model_copy(update={"unit_price": "12.50", "quantity": "3", "future_key": 1}, deep=True)
    assert encode(changed) == b'{"quantity":3,"unitPrice":12.50,"future_key":1}'
    assert encode(line) == b'{"quantity":1,"unitPrice":1.10}'
