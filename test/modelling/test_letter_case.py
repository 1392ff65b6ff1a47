"""Keys of answers in any letter case: they reach their fields at every level, and are given back as they came."""

import copy
import json
import pickle
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import xi_sdk_resellers as package
from test.support.samples import SAMPLES
from xi_sdk_resellers import (
    AccesstokenResponse,
    ApiTypeError,
    AsyncOrderCreateNotification,
    Drift,
    MiscellaneousCharge,
    OrderCreateResponse,
    OrderDetailB2B,
    OrderSearchResponse,
)
from xi_sdk_resellers._modelling import learning, lenient
from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers._modelling.decode import decode
from xi_sdk_resellers._modelling.drifting import drifting
from xi_sdk_resellers._modelling.encode import encode
from xi_sdk_resellers._modelling.spellings import spellings_of

ANSWERS = {
    "post-createorder_v6": package.OrderCreateResponse,
    "post-createorder_v7": package.AsyncOrderCreateResponse,
    "put-ordermodify": package.OrderModifyResponse,
    "get-orderdetails-v6.1": package.OrderDetailB2B,
    "get-resellers-v6-ordersearch": package.OrderSearchResponse,
    "order-status-webhook": package.OrderStatusAsyncNotificationRequest,
    "async-order-create-webhook": package.AsyncOrderCreateNotification,
}
NAMES = [
    name
    for name, sample in SAMPLES.items()
    if sample["operation"] in ANSWERS
    and isinstance(sample["value"], dict)
    and (sample["kind"] == "request") == ("webhook" in sample["operation"])
    and (sample["status"] or "200") < "400"
]
STYLES = {
    "PascalCase": lambda key: key[:1].upper() + key[1:],
    "CAPITALS": str.upper,
    "small letters": str.lower,
    "snake_case": lambda key: "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in key),
    "kebab-case": lambda key: "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in key),
}
MODELS = [
    found
    for name in package.models.__all__
    if isinstance(found := getattr(package, name), type) and issubclass(found, AnswerModel)
]
PACKAGE = {"trackingNumber": "390000000001", "SerialNumbers": [{"serialNumber": "SN0001"}]}
ORDER = {"lines": [{"shipmentDetails": [{"carrierDetails": [{"trackingDetails": [PACKAGE]}]}]}]}


@pytest.fixture(autouse=True)
def nothing_learned():
    """Forget how answers of other tests came."""
    for learned in (drifting, learning._learned, learning._spelled, learning._built):
        learned.clear()


def recased(value, style):
    if isinstance(value, dict):
        return {style(key): recased(item, style) for key, item in value.items()}
    return [recased(item, style) for item in value] if isinstance(value, list) else value


def read(model_class, value):
    return decode(model_class, json.dumps(value).encode(), pause_gc=False)


def package_of(order):
    return order.lines[0].shipment_details[0].carrier_details[0].tracking_details[0]


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("name", NAMES)
def test_every_sample_is_understood_in_every_letter_case(name, style):
    sample = SAMPLES[name]
    model_class, value = ANSWERS[sample["operation"]], sample["value"]
    clean, drift = read(model_class, value)
    for attempt in range(3):  # the first one, one that profits from it, and the same
        other, other_drift = read(model_class, recased(value, style))
        assert (other, other_drift) == (clean, drift), attempt
        assert other.to_dict() == recased(clean.to_dict(), style)
    assert model_class.from_dict(recased(value, style)).to_dict() == recased(
        model_class.from_dict(value).to_dict(), style
    )


@settings(derandomize=True, database=None, deadline=None, max_examples=60)
@given(st.sampled_from(NAMES), st.integers())
def test_letter_case_may_change_from_key_to_key(name, seed):
    random = Random(seed)
    sample = SAMPLES[name]
    model_class, value = ANSWERS[sample["operation"]], sample["value"]
    clean, _ = read(model_class, value)
    mixed = recased(value, lambda key: "".join(random.choice((letter.upper, letter.lower))() for letter in key))
    other, _ = read(model_class, mixed)
    assert other == clean
    keys = list(walk(other.to_dict()))
    assert [key.lower() for key in keys] == [key.lower() for key in walk(clean.to_dict())]
    assert set(keys) <= set(walk(mixed))


def walk(value):
    if isinstance(value, dict):
        yield from sorted(value, key=str.lower)
        for key in sorted(value, key=str.lower):
            yield from walk(value[key])
    elif isinstance(value, list):
        for item in value:
            yield from walk(item)


@pytest.mark.parametrize("model_class", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_every_answer_is_found(model_class):
    for key, name in spellings_of(model_class).wires.items():
        for style in STYLES.values():
            other = style(key)
            if spellings_of(model_class).key_of(other) != key:
                continue  # another field in another letter case
            model, _ = read(model_class, {other: None})
            assert getattr(model, name) is None
            assert model.to_dict() == {other: None}
            model, _ = read(model_class, {other: {"no": ["such", "thing"]}, "unknown": 1})
            assert getattr(model, name) is not None
            assert set(model.to_dict()) == {other, "unknown"}


def test_one_key_in_another_letter_case_deep_inside():
    model, drift = read(OrderDetailB2B, ORDER)
    assert ([one.serial_number for one in package_of(model).serial_numbers], drift) == (["SN0001"], ())
    assert model.to_dict() == ORDER
    assert package_of(model).to_dict() == PACKAGE
    assert package_of(model).model_fields_set == {"tracking_number", "serial_numbers"}
    assert not package_of(model).model_extra


def test_what_does_not_fit_is_reported_where_it_is():
    model, drift = read(OrderDetailB2B, {"OrderTotal": "n/a", "Lines": [{"QuantityOrdered": "many"}, 5]})
    assert (model.order_total, model.lines[0].quantity_ordered, model.lines[1]) == ("n/a", "many", 5)
    assert set(drift) == {
        Drift("orderTotal", "a number was expected", "n/a"),
        Drift("lines[0].quantityOrdered", "a whole number was expected", "many"),
        Drift("lines[1]", "an object was expected", 5),
    }
    assert model.to_dict() == {"OrderTotal": "n/a", "Lines": [{"QuantityOrdered": "many"}, 5]}


def test_the_contracts_own_spelling_wins_and_nothing_is_lost():
    for value in ({"Notes": "b", "notes": "a"}, {"notes": "a", "NOTES": "b"}, {"notes": None, "Notes": "b"}):
        for _ in range(2):
            model, _ = read(OrderDetailB2B, value)
            assert model.notes == value["notes"]
            assert model.to_dict() == value
            read(OrderDetailB2B, {"Notes": "x"})
    model, _ = read(OrderDetailB2B, {"NOTES": "first", "Notes": "second"})
    assert (model.notes, model.to_dict()) == ("first", {"NOTES": "first", "Notes": "second"})


def test_answers_in_one_spelling_are_read_in_one_pass(monkeypatch):
    for _ in range(2):
        read(OrderDetailB2B, ORDER)
    monkeypatch.setattr(lenient, "_read_respelled", lambda *_: pytest.fail("read once more"))
    for order in (ORDER, {"lines": []}, {**ORDER, "unknown": 1}):
        assert read(OrderDetailB2B, order)[0].to_dict() == order


def test_the_contracts_spelling_comes_back_after_another_one():
    clean = json.loads(json.dumps(ORDER).replace("SerialNumbers", "serialNumbers"))
    for order in (ORDER, clean, clean, ORDER, clean):
        model, _ = read(OrderDetailB2B, order)
        assert package_of(model).serial_numbers[0].serial_number == "SN0001"
        assert model.to_dict() == order
    for _ in range(40):
        read(OrderDetailB2B, clean)
    assert OrderDetailB2B not in drifting


def test_spellings_without_end_cost_memory_and_time_only_up_to_a_limit():
    random = Random(7)
    for _ in range(learning.MOST_BUILT * 3):
        key = "".join(random.choice((letter.upper, letter.lower))() for letter in "ingramPurchaseOrderNumber")
        model, _ = read(OrderDetailB2B, {key: "1", f"unknown{random.random()}": 1})
        assert model.ingram_purchase_order_number == "1"
    assert len(learning._built) <= learning.MOST_BUILT
    assert len(spellings_of(OrderDetailB2B).unknown) <= 200


def test_copies_and_pickles_give_back_the_same_keys():
    model, _ = read(OrderDetailB2B, ORDER)
    for other in (copy.copy(model), copy.deepcopy(model), pickle.loads(pickle.dumps(model)), model.model_copy()):
        assert other == model
        assert other.to_dict() == ORDER
    assert OrderDetailB2B.from_dict(model.to_dict()) == OrderDetailB2B.from_json(model.to_json()) == model
    assert "_as_came" not in repr(model) + str(model) + model._repr_html_() + str(dict(model)) + str(dir(model))


def test_a_new_value_goes_out_under_the_key_that_came():
    model, _ = read(OrderDetailB2B, {"OrderTotal": "12.50", "Lines": [{"Notes": "x"}]})
    model.order_total, model.lines[0].line_notes = None, "y"
    assert model.to_dict() == {"OrderTotal": None, "Lines": [{"Notes": "x", "lineNotes": "y"}]}


def test_amounts_keep_their_digits():
    model, _ = read(OrderDetailB2B, {"OrderTotal": "12345678901234567890.10", "Lines": [{"UnitPrice": "1.10"}]})
    assert model.to_json() == '{"OrderTotal":12345678901234567890.10,"Lines":[{"UnitPrice":1.10}]}'


def test_a_part_of_an_answer_is_sent_under_the_contracts_keys():
    model, _ = read(OrderDetailB2B, {"AdditionalAttributes": [{"AttributeName": "a", "ATTRIBUTEVALUE": "b"}]})
    (attribute,) = model.additional_attributes
    assert (attribute.attribute_name, attribute.attribute_value) == ("a", "b")
    request = package.OrderModifyRequest(additional_attributes=[attribute])
    assert encode(request) == b'{"additionalAttributes":[{"attributeName":"a","attributeValue":"b"}]}'


def test_secrets_stay_secrets():
    token, _ = read(AccesstokenResponse, {"Access_Token": "planted", "EXPIRES_IN": "86400"})
    assert (token.access_token, token.expires_in) == ("planted", 86400)
    assert "planted" not in repr(token) + str(token)
    with pytest.raises(ApiTypeError, match="access_token is a secret"):
        pickle.dumps(token)


@pytest.mark.parametrize("number", [1234567890, 4567, 20_000_000_000])
def test_order_numbers_may_be_numbers(number):
    for value in ({"orders": [{"ingramOrderNumber": number}]}, {"Orders": {"IngramOrderNumber": number}}):
        for model_class in (OrderSearchResponse, OrderCreateResponse):
            model, drift = read(model_class, value)
            assert (model.orders[0].ingram_order_number, drift) == (str(number), ())


def test_a_list_of_one_object_is_that_object_where_one_is_declared():
    for value in ({"resource": [{"orders": [{}]}]}, {"Resource": [{"Orders": [{}]}]}):
        model, drift = read(AsyncOrderCreateNotification, value)
        assert (len(model.resource.orders), drift) == (1, ())
    two = {"resource": [{}, {}]}
    assert read(AsyncOrderCreateNotification, two)[1] == (Drift("resource", "an object was expected", [{}, {}]),)


@pytest.mark.parametrize(
    "values",
    [
        {"charge_amount": ""},
        {"chargeAmount": "n/a", "sub_order_number": 5},
        {"charge_amount": [1], "charge_description": {"a": None}},
        {"ChargeAmount": 1, "new": True},
    ],
)
def test_answers_are_made_of_whatever_they_may_hold(values):
    made = MiscellaneousCharge(**values)
    for name, value in values.items():
        field = spellings_of(MiscellaneousCharge).field_of(name) or name
        assert getattr(made, field) in (value, str(value))


def test_an_answer_is_made_of_parts_by_name_or_key():
    made = OrderDetailB2B(lines=[{"unit_price": "1.10", "lineNotes": 5}, package.OrderDetailB2BLine(line_notes="x")])
    assert made.to_dict() == {"lines": [{"unitPrice": 1.1, "lineNotes": "5"}, {"lineNotes": "x"}]}
