"""Answers that drift: whatever comes is kept, typed where it fits, and reported where it does not."""

import json
import threading
import warnings
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import xi_sdk_resellers as package
from xi_sdk_resellers import Drift, ErrorResponse, OrderCreateResponse, OrderDetailB2B, OrderSearchResponse
from xi_sdk_resellers._modelling import decode as _decode
from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers._modelling.decode import decode
from xi_sdk_resellers._modelling.schema import model_in

ANSWERS = [
    found
    for name in package.models.__all__
    if isinstance(found := getattr(package, name), type) and issubclass(found, AnswerModel)
]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SCALARS = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
ANYTHING = st.recursive(
    SCALARS | TEXT | st.sampled_from(["", "2024-05-13", "12.50", "true", "0x1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
REPEATABLE = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(autouse=True)
def nothing_learned():
    """Forget which answers drifted in other tests."""
    _decode.drifting.clear()
    yield
    _decode.drifting.clear()


def key_of(model_class, name):
    field = model_class.model_fields[name]
    first, *rest = name.split("_")
    return field.validation_alias or first + "".join(word[:1].upper() + word[1:] for word in rest)


def bodies(model_class, depth=2):
    """Objects with the model's keys, whose values fit or are anything at all."""

    def values(name):
        part = model_in(model_class.model_fields[name].annotation)
        if part is None or depth == 0:
            return ANYTHING
        inside = bodies(part, depth - 1)
        return st.one_of(ANYTHING, inside, st.lists(st.one_of(inside, ANYTHING), max_size=3))

    names = sorted(model_class.model_fields)
    spellings = {other: values(name) for other, name in model_class.other_spellings.items()}
    known = {key_of(model_class, name): values(name) for name in names}
    return st.builds(
        lambda chosen, rest: {**rest, **chosen},
        st.fixed_dictionaries({}, optional={**known, **spellings}),
        st.dictionaries(TEXT, ANYTHING, max_size=2),
    )


def equal(came, given):
    """Whether what was given back is what came, but for safe conversions."""
    if isinstance(came, dict) and isinstance(given, dict):
        return set(came) == set(given) and all(equal(came[key], given[key]) for key in came)
    if isinstance(came, list) and isinstance(given, list):
        return len(came) == len(given) and all(map(equal, came, given))
    if isinstance(given, list) and len(given) == 1:
        return equal(came, given[0])
    if isinstance(came, list) and len(came) == 1 and isinstance(given, dict):
        return equal(came[0], given)
    if came == given:
        return True
    if isinstance(came, (list, dict)) or isinstance(given, (list, dict)) or came is None or given is None:
        return False
    return as_number(came) == as_number(given) or str(came).strip().lower() == str(given).lower()


def as_number(value):
    words = {"true": 1, "t": 1, "yes": 1, "y": 1, "on": 1, "false": 0, "f": 0, "no": 0, "n": 0, "off": 0}
    text = str(value).strip().lower().replace("_", "")
    try:
        return float(words.get(text, text))
    except ValueError:
        return None


@pytest.mark.parametrize("model_class", ANSWERS, ids=lambda model: model.__name__)
def test_nothing_raises_and_nothing_is_lost(model_class):
    @REPEATABLE
    @given(bodies(model_class))
    def check(body):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            model, drift = decode(model_class, json.dumps(body).encode(), pause_gc=True)
            assert type(model) is model_class
            assert equal(body, model.to_dict()), (body, model.to_dict())
            assert equal(body, json.loads(model.to_json()))
            assert equal(body, model_class.from_dict(body).to_dict())
            again, same_drift = decode(model_class, json.dumps(body), pause_gc=False)
            assert again == model
            assert same_drift == drift
            str(model), repr(model)
        for item in drift:
            assert item.message.endswith(" was expected")
            assert item.path

    check()


@REPEATABLE
@given(ANYTHING)
def test_any_json_is_taken(value):
    model, drift = decode(OrderDetailB2B, json.dumps(value).encode(), pause_gc=False)
    assert type(model) is OrderDetailB2B
    if value is None or isinstance(value, dict):
        assert isinstance(value, dict) or not drift
    else:
        assert drift[0].path == ""


@REPEATABLE
@given(st.binary(max_size=40) | st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_a_model_or_say_that_they_are_no_json(data):
    try:
        model, _ = decode(OrderDetailB2B, data, pause_gc=False)
    except ValueError:
        with pytest.raises((ValueError, UnicodeDecodeError)):
            json.loads(data)
    else:
        assert type(model) is OrderDetailB2B


@REPEATABLE
@given(bodies(OrderDetailB2B, 2), st.integers(0, 10_000))
def test_a_cut_answer_gives_a_value_error_or_a_model(body, cut):
    data = json.dumps(body).encode()
    try:
        decode(OrderDetailB2B, data[: cut % (len(data) + 1)], pause_gc=False)
    except ValueError:
        assert cut % (len(data) + 1) < len(data)


@pytest.mark.parametrize(
    ("data", "path", "message", "value"),
    [
        (b'{"orderTotal": "n/a"}', "orderTotal", "a number was expected", "n/a"),
        (b'{"lines": [{}, {"quantityOrdered": 1.5}]}', "lines[1].quantityOrdered", "a whole number was expected", 1.5),
        (b'{"lines": 5}', "lines", "a list was expected", 5),
        (b'{"lines": [null]}', "lines[0]", "an object was expected", None),
        (b'{"billToInfo": []}', "billToInfo", "an object was expected", []),
        (b'{"notes": {"a": 1}}', "notes", "text was expected", {"a": 1}),
        (b'{"notes": true}', "notes", "text was expected", True),
    ],
)
def test_drift_names_the_place_the_expectation_and_the_value(data, path, message, value):
    model, drift = decode(OrderDetailB2B, data, pause_gc=False)
    assert drift == (Drift(path, message, value),)
    assert model.to_dict() == json.loads(data)


def test_what_fits_is_typed_beside_what_does_not():
    data = b'{"orderTotal": "12.50", "totalTax": [], "lines": {"quantityOrdered": "3", "links": {"href": 7}}}'
    model, drift = decode(OrderDetailB2B, data, pause_gc=False)
    assert model.order_total == Decimal("12.50")
    assert model.lines[0].quantity_ordered == 3
    assert model.lines[0].links[0].href == "7"
    assert [item.path for item in drift] == ["totalTax"]


def test_the_known_quirks_are_no_drift():
    order = {"links": {"href": "x"}, "lines": [{"shipmentDetails": {"carrierCode": 5}}]}
    data = json.dumps({"orders": [order], "orderSplit": "false"})
    model, drift = decode(OrderCreateResponse, data, pause_gc=False)
    assert drift == ()
    assert model.orders[0].links[0].href == "x"
    assert model.orders[0].lines[0].shipment_details[0].carrier_code == "5"
    assert model.order_split is False


@pytest.mark.parametrize("data", [b"null", b" null ", b"{}"])
def test_an_answer_without_content_is_an_empty_model(data):
    model, drift = decode(OrderSearchResponse, data, pause_gc=False)
    assert (model.to_dict(), drift) == ({}, ())
    assert not model.orders
    assert data == b"{}" or model.orders == []


def test_a_list_of_one_object_is_that_object():
    model, drift = decode(OrderSearchResponse, b'[{"orders": [{"orderTotal": "x"}]}]', pause_gc=False)
    assert [item.path for item in drift] == ["", "[0].orders[0].orderTotal"]
    assert model.to_dict() == {"orders": [{"orderTotal": "x"}]}


@pytest.mark.parametrize(
    ("data", "expected", "said"),
    [
        (b'\xef\xbb\xbf{"notes": "a"}', "a", None),
        (b'{"notes": "a", "notes": "b"}', "b", None),
        ('{"notes": "ä"}'.encode("utf-16"), "ä", None),
        (b'{"notes": "\xff"}', "\ufffd", "the text is not utf-8"),
        (b'{"notes": "\\ud800"}', "?", "half a character, which UTF-8 has no bytes for, was replaced by ?"),
        (b'{"notes": "a"} and more', "a", "text follows the JSON value"),
        (b'{"notes": "a"}\n\n', "a", None),
        (b'{"notes": "a", "orderTotal": NaN}', "a", "a number was expected"),
        (b'{"notes": "a", "unknown": [Infinity, -Infinity]}', "a", None),
        (b'{"notes": "a", "orderTotal": 1e999}', "a", "a number was expected"),
    ],
)
def test_what_is_hardly_json_is_read_all_the_same(data, expected, said):
    model, drift = decode(OrderDetailB2B, data, pause_gc=False)
    assert model.notes == expected
    assert [item.message for item in drift] == ([said] if said else [])
    model.to_json()


@pytest.mark.parametrize(("number", "text"), [(b"1E400", "Infinity"), (b"-1E400", "-Infinity"), (b"NaN", "NaN")])
def test_an_amount_that_no_double_holds_is_reported_and_still_makes_json(number, text):
    model, drift = decode(OrderDetailB2B, b'{"orderTotal": %s}' % number, pause_gc=False)
    assert [item.path for item in drift] == ["orderTotal"]
    assert model.to_json() == f'{{"orderTotal":"{text}"}}'


def test_an_amount_that_came_as_text_keeps_its_digits():
    model, drift = decode(OrderDetailB2B, b'{"orderTotal": "12345678901234567890.10"}', pause_gc=False)
    assert (model.to_json(), drift) == ('{"orderTotal":12345678901234567890.10}', ())


@pytest.mark.parametrize("digits", [25, 400, 5000])
def test_huge_numbers_are_kept(digits):
    number = b"9" * digits
    data = b'{"notes": "a", "orderTotal": %s, "unknown": %s, "webOrderId": %s}' % (number, number, number)
    model, _ = decode(OrderDetailB2B, data, pause_gc=False)
    assert model.notes == "a"
    assert model.web_order_id.encode() == number
    assert str(model.model_extra["unknown"]).encode() == number if digits < 4000 else True


@pytest.mark.parametrize(("opening", "closing"), [(b"[", b"]"), (b'{"a":', b"}"), (b'[{"lines":', b"}]")])
@pytest.mark.parametrize("depth", [150, 1_000, 100_000])
def test_deep_nesting_keeps_everything_around_it(opening, closing, depth):
    deep = opening * depth + b"1" + closing * depth
    data = b'{"notes": "before", "lines": [{"unknown": %s}], "unknown": %s, "webOrderId": "after"}' % (deep, deep)
    model, drift = decode(OrderDetailB2B, data, pause_gc=False)
    assert (model.notes, model.web_order_id) == ("before", "after")
    assert len(model.lines) == 1
    assert depth < 200 or "nested deeper" in drift[0].message
    model.to_dict()


def test_deep_nesting_that_never_ends_is_no_json():
    with pytest.raises(ValueError, match="nesting that does not end"):
        decode(OrderDetailB2B, b'{"a":' * 100_000, pause_gc=False)


@pytest.mark.parametrize("data", [b"", b"  ", b"<html>", b'{"a"', b"nope", b"\x00\xff"])
def test_what_is_no_json_is_a_value_error(data):
    with pytest.raises(ValueError, match=r".+"):
        decode(OrderDetailB2B, data, pause_gc=False)


def test_drifting_answers_are_read_alike_before_and_after_it_is_learned():
    drifted, clean = b'{"orderTotal": "x", "lines": [{}]}', b'{"orderTotal": 1, "lines": [{}]}'
    first = decode(OrderDetailB2B, drifted, pause_gc=False)
    assert OrderDetailB2B in _decode.drifting
    assert decode(OrderDetailB2B, drifted, pause_gc=False) == first
    results = [decode(OrderDetailB2B, clean, pause_gc=False) for _ in range(_decode.CLEAN_BEFORE_STRICT + 1)]
    assert OrderDetailB2B not in _decode.drifting
    assert all(result == results[0] for result in results)
    assert results[0][1] == ()


def test_using_a_part_by_itself_first_changes_nothing():
    package.OrderDetailB2BLine(quantity_ordered=1).to_dict()
    package.ErrorField(value="x").to_dict()
    model, drift = decode(ErrorResponse, b'{"errors": [{"fields": [{"message": []}]}]}', pause_gc=False)
    assert [item.path for item in drift] == ["errors[0].fields[0].message"]
    assert type(model.errors[0].fields[0]) is package.ErrorField
    package.OrderDetailB2BLine(quantity_ordered=2)


def test_threads_read_the_first_answers_alike():
    from xi_sdk_resellers._modelling import schema as _schema

    for cached in (_schema.answer_validator, _schema.lenient_validator):
        cached.cache_clear()
    data = b'{"lines": [{"quantityOrdered": "x", "shipmentDetails": [{"quantity": 1}]}]}'
    barrier, results = threading.Barrier(8), []

    def read():
        barrier.wait()
        results.append(decode(OrderDetailB2B, data, pause_gc=True))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    assert all(result == results[0] for result in results)
