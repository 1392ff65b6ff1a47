"""Requests out of tables: what has one meaning is taken, what has none is refused with its place."""

import json
import math
from collections import OrderedDict
from datetime import date
from decimal import Decimal
from enum import Enum

import numpy
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import xi_sdk_resellers as package
from test.support.required import REQUIRED
from xi_sdk_resellers import (
    AdditionalAttribute,
    ApiTypeError,
    ApiValueError,
    AsyncOrderCreateDTO,
    FreightRequest,
    FreightRequestShipToAddress,
    OrderCreateRequest,
    OrderCreateRequestLine,
    OrderCreateRequestShipmentDetails,
    OrderModifyRequest,
)
from xi_sdk_resellers._modelling.base import RequestModel, coerce_body
from xi_sdk_resellers._modelling.encode import encode
from xi_sdk_resellers._modelling.names import wire_name
from xi_sdk_resellers._modelling.schema import model_in

REQUESTS = [
    found
    for name in package.models.__all__
    if isinstance(found := getattr(package, name), type) and issubclass(found, RequestModel)
]
NOTHING = {
    "NaN": math.nan,
    "infinity": math.inf,
    "minus infinity": -math.inf,
    "numpy's NaN": numpy.float64("nan"),
    "a short NaN": numpy.float32("nan"),
    "NaN as Decimal": Decimal("NaN"),
    "infinity as Decimal": Decimal("Infinity"),
    "pandas.NaT": pandas.NaT,
    "pandas.NA": pandas.NA,
    "numpy's NaT": numpy.datetime64("NaT", "ns"),
    "no length of time": numpy.timedelta64("NaT", "ns"),
    "masked": numpy.ma.masked,
}


def made(**values):
    return OrderCreateRequest(**{"customer_order_number": "PO-1", **values})


def in_every_way(model_class, values):
    """Make a request in its constructor, of a mapping with and without limits, and by assignment."""
    values = {**REQUIRED.get(model_class, {}), **values}
    yield lambda: model_class(**values)
    yield lambda: coerce_body(model_class, values, limits=True)
    yield lambda: coerce_body(model_class, values, limits=False)

    def assigned():
        model = model_class(**REQUIRED.get(model_class, {}))
        for name, value in values.items():
            setattr(model, name, value)
        return model

    yield assigned


@pytest.mark.parametrize("nothing", NOTHING.values(), ids=NOTHING)
@pytest.mark.parametrize("model_class", REQUESTS, ids=lambda model: model.__name__)
def test_an_empty_cell_is_refused_in_every_field(model_class, nothing):
    for name, info in model_class.model_fields.items():
        values = [nothing]
        if "list" in str(info.annotation):
            values += [[nothing], numpy.array([nothing], dtype=object)]
        for value in values:
            for way in in_every_way(model_class, {name: value}):
                with pytest.raises(ApiValueError) as caught:
                    way()
                assert name in str(caught.value) or wire_name(name) in str(caught.value)
                assert "nan" in str(caught.value) or "an empty cell of a table?" in str(caught.value)


@pytest.mark.parametrize("nothing", NOTHING.values(), ids=NOTHING)
def test_an_empty_cell_is_named_with_its_place(nothing):
    lines = [{"notes": "a"}, {"endUserInfo": [{"city": nothing}]}]
    with pytest.raises(ApiValueError, match=r"lines\[1\].endUserInfo\[0\].city: "):
        made(lines=lines)
    request = made(lines=[{}])
    with pytest.raises(ApiValueError, match=r"lines\[1\].endUserInfo\[0\].city: "):
        request.lines = lines
    assert len(request.lines) == 1
    request.lines.append({"notes": nothing})
    with pytest.raises(ApiValueError, match=r"lines\[1\].notes"):
        encode(request)


@pytest.mark.parametrize("nothing", NOTHING.values(), ids=NOTHING)
@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: [1, x], lambda x: {"deep": (x,)}, lambda x: [{"a": x}]])
def test_an_empty_cell_is_refused_below_an_unknown_key(nothing, wrap):
    with pytest.raises(ApiValueError, match="futureKey"):
        encode(made(lines=[{"futureKey": wrap(nothing)}]))
    request = made()
    request.model_extra["futureKey"] = wrap(nothing)
    with pytest.raises(ApiValueError, match="futureKey"):
        encode(request)


# Text.

WHOLE = {
    "a float": (2985452.0, "2985452"),
    "a number": (2985452, "2985452"),
    "a Decimal": (Decimal("2985452.00"), "2985452"),
    "an amount": (Decimal("12.50"), "12.50"),
    "a power of ten": (Decimal("1E+3"), "1000"),
    "zero": (-0.0, "0"),
    "below zero": (-3.0, "-3"),
    "the last exact float": (2.0**53, "9007199254740992"),
    "numpy's integer": (numpy.int64(2985452), "2985452"),
    "numpy's small integer": (numpy.uint8(7), "7"),
    "numpy's float": (numpy.float64(2985452.0), "2985452"),
    "numpy's short float": (numpy.float32(5), "5"),
    "numpy's text": (numpy.str_("AB"), "AB"),
    "an array without a size": (numpy.array(5), "5"),
}


@pytest.mark.parametrize(("value", "text"), WHOLE.values(), ids=WHOLE)
def test_a_whole_number_is_text_where_text_is_declared(value, text):
    for way in in_every_way(OrderCreateRequestLine, {"ingram_part_number": value, "notes": value}):
        line = way()
        assert (line.ingram_part_number, line.notes) == (text, text)
        assert type(line.notes) is str
    assert made(customer_order_number=value).customer_order_number == text
    deep = {"customerOrderNumber": "PO-1", "lines": [{"warrantyInfo": {"serialInfo": {"primarySerialNumber": value}}}]}
    serial = OrderCreateRequest.from_dict(deep).lines[0].warranty_info[0].serial_info[0]
    assert serial.primary_serial_number == text


@pytest.mark.parametrize(
    "value",
    [
        1.5, 2985452.5, 1e16 + 2, 2.0**53 * 2, numpy.float64(0.1), True, False, numpy.bool_(1), date(2026, 11, 5),
        pandas.Timestamp("2026-11-05"), ["a"], {"a": 1}, object(), numpy.array([1]), pandas.Series(["a"]),
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_no_text_is_refused_with_its_place(value):
    for way in in_every_way(OrderCreateRequestLine, {"ingram_part_number": value}):
        with pytest.raises(ApiValueError, match=r"ingram_part_number|ingramPartNumber"):
            way()
    with pytest.raises(ApiValueError, match=r"lines\[1\]\.ingram_part_number: "):
        made(lines=[{}, {"ingram_part_number": value}])


def test_the_length_counts_after_a_number_became_text():
    with pytest.raises(ApiValueError, match="at most 18 characters, not '123"):
        OrderCreateRequestLine(ingram_part_number=1234567890123456789)


@settings(derandomize=True, database=None, deadline=None)
@given(st.floats() | st.integers(-(10**20), 10**20) | st.decimals(allow_nan=True, allow_infinity=True))
def test_a_number_becomes_text_of_the_same_value_or_is_refused(number):
    try:
        text = OrderCreateRequestLine(notes=number).notes
    except ApiValueError:
        assert isinstance(number, (float, Decimal))
        exact = isinstance(number, float) and number.is_integer() and abs(number) <= 2**53
        assert not exact
        assert isinstance(number, float) or not number.is_finite()
    else:
        assert Decimal(text) == Decimal(number)
        assert "e" not in text.lower()


# Numbers, truth, dates.


@pytest.mark.parametrize(
    "three", [3, 3.0, "3", Decimal(3), numpy.int64(3), numpy.int8(3), numpy.float64(3), numpy.float32(3)]
)
def test_a_quantity_is_a_whole_number_whatever_made_it(three):
    for way in in_every_way(OrderCreateRequestLine, {"quantity": three}):
        assert way().quantity == 3
        assert encode(way()) == b'{"quantity":3}'


@pytest.mark.parametrize("value", [3.5, numpy.float64(3.5), True, numpy.True_, "3.5", [3], numpy.array([3]), "x"])
def test_a_quantity_that_is_no_whole_number_is_refused(value):
    for way in in_every_way(OrderCreateRequestLine, {"quantity": value}):
        with pytest.raises(ApiValueError, match="quantity"):
            way()


@pytest.mark.parametrize("price", [10.5, "10.5", Decimal("10.5"), numpy.float64(10.5), numpy.float32(10.5)])
def test_an_amount_may_come_out_of_a_table(price):
    for way in in_every_way(OrderCreateRequestLine, {"unit_price": price}):
        assert encode(way()) == b'{"unitPrice":10.5}'
    assert encode(OrderCreateRequestLine(unit_price=numpy.int64(7))) == b'{"unitPrice":7}'


@pytest.mark.parametrize("yes", [True, numpy.True_, numpy.bool_(True)])
def test_truth_may_come_out_of_a_table(yes):
    for way in in_every_way(OrderCreateRequest, {"accept_back_order": yes}):
        assert way().accept_back_order is True


@pytest.mark.parametrize(
    "day",
    [
        pandas.Timestamp("2026-11-05 23:59"),
        pandas.Timestamp("2026-11-05 23:59", tz="Asia/Tokyo"),
        pandas.Timestamp("2026-11-05 00:01", tz="America/Los_Angeles"),
        numpy.datetime64("2026-11-05"),
        numpy.datetime64("2026-11-05T23:59:59.123456789"),
        numpy.datetime64("2026-11-05T10", "s"),
        numpy.str_("2026-11-05"),
    ],
    ids=repr,
)
def test_days_of_tables_are_days(day):
    for way in in_every_way(OrderCreateRequestShipmentDetails, {"requested_delivery_date": day}):
        assert encode(way()) == b'{"requestedDeliveryDate":"2026-11-05"}'


@pytest.mark.parametrize(
    ("value", "text"),
    [(True, "true"), (False, "false"), (numpy.True_, "true"), (5, "5"), (5.0, "5"), ("True", "True"), (None, None)],
)
def test_the_value_of_an_attribute_may_be_true_or_false(value, text):
    for model_class in (AdditionalAttribute, package.VmfAdditionalAttribute):
        for way in in_every_way(model_class, {"attribute_value": value}):
            assert way().attribute_value == text
    attribute = {"attributeName": "allowPartialOrder", "attributeValue": value}
    for model_class in (OrderModifyRequest, AsyncOrderCreateDTO):
        assert model_class(additional_attributes=[attribute]).additional_attributes[0].attribute_value == text


def test_no_other_text_may_be_true():
    with pytest.raises(ApiValueError, match="attribute_name"):
        AdditionalAttribute(attribute_name=True)


# Lists.

LINE = {"quantity": 1}
LISTS = {
    "a tuple": ((LINE, LINE), 2),
    "a list": ([LINE, LINE], 2),
    "one mapping": (LINE, 1),
    "one ordered mapping": (OrderedDict(LINE), 1),
    "one model": (OrderCreateRequestLine(**LINE), 1),
    "an array": (numpy.array([LINE, LINE], dtype=object), 2),
    "a column": (pandas.Series([LINE, LINE], index=["a", "b"]), 2),
    "records": (pandas.DataFrame({"quantity": [1, 2]}).to_dict("records"), 2),
    "nothing": ((), 0),
}


@pytest.mark.parametrize(("lines", "count"), LISTS.values(), ids=LISTS)
def test_what_can_only_mean_a_list_is_one(lines, count):
    for way in in_every_way(OrderCreateRequest, {"lines": lines}):
        assert [type(line) for line in way().lines] == [OrderCreateRequestLine] * count


@pytest.mark.parametrize("make", [iter, lambda lines: (line for line in lines), lambda lines: map(dict, lines)])
def test_an_iterator_is_read_once_and_whole(make):
    lines = [{"ingramPartNumber": 2985452.0}, {"ingramPartNumber": "B"}]
    for limits in (True, False):
        request = coerce_body(OrderCreateRequest, {"customerOrderNumber": 5, "lines": make(lines)}, limits=limits)
        assert [line.ingram_part_number for line in request.lines] == ["2985452", "B"]
    request.lines = make(lines)
    assert len(request.lines) == 2
    with pytest.raises(ApiValueError, match=r"lines\[0\].qauntity"):
        made(lines=make([{"qauntity": 3}]))


def test_an_iterator_below_the_top_loses_nothing():
    line = {"quantity": 1, "additionalAttributes": ({"attributeName": name} for name in "ab")}
    assert len(made(lines=[line]).lines[0].additional_attributes) == 2
    line = {"notes": 5, "additionalAttributes": ({"attributeName": name} for name in "ab")}
    with pytest.raises(ApiValueError, match=r"lines\[0\].notes"):
        made(lines=[line])


@pytest.mark.parametrize(
    "lines", ["many", b"x", 5, True, [[LINE]], numpy.array([[LINE]], dtype=object), {5: 1}, object()]
)
def test_what_is_no_list_is_refused_with_its_place(lines):
    for way in in_every_way(OrderCreateRequest, {"lines": lines}):
        with pytest.raises(ApiValueError, match="lines"):
            way()


def test_a_row_of_a_table_is_a_line():
    table = pandas.DataFrame(
        {
            "ingramPartNumber": [2985452.0, math.nan],
            "quantity": [2.0, 1.0],
            "unitPrice": [10.5, 3],
            "notes": ["a", None],
        }
    )
    good, bad = table.to_dict("records")
    assert json.loads(encode(made(lines=[good])))["lines"] == [
        {"ingramPartNumber": "2985452", "quantity": 2, "unitPrice": 10.5, "notes": "a"}
    ]
    with pytest.raises(ApiValueError, match=r"lines\[1\].ingramPartNumber: .* not nan \(an empty cell of a table"):
        made(lines=[good, bad])


def test_unknown_keys_hold_values_of_tables():
    given = {"number": numpy.int64(5), "list": numpy.array([1, 2]), "deep": {"x": (numpy.float64(0.5), numpy.True_)}}
    sent = {"number": 5, "list": [1, 2], "deep": {"x": [0.5, True]}}
    request = made(futureKey=given, lines=[{"futureKey": given}])
    assert json.loads(encode(request))["futureKey"] == sent
    assert json.loads(encode(request)) == request.to_dict()
    late = made()
    late.model_extra["futureKey"] = given
    assert json.loads(encode(late))["futureKey"] == sent


def test_enumerations_of_programs_are_text():
    class Country(str, Enum):
        HERE = "US"

    assert made(ship_to_info={"countryCode": Country.HERE, "postalCode": 12345}).ship_to_info.country_code == "US"


def test_the_table_packages_are_not_needed():
    import subprocess
    import sys

    program = """
import sys
sys.modules["numpy"] = sys.modules["pandas"] = None
from xi_sdk_resellers import OrderCreateRequest
print(OrderCreateRequest(customer_order_number=5.0, lines={"notes": 7}).to_json())
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == '{"customerOrderNumber":"5","lines":[{"notes":"7"}]}\n'


@pytest.mark.parametrize("model_class", REQUESTS, ids=lambda model: model.__name__)
def test_every_text_takes_a_number_and_every_list_one_object(model_class):
    for name, info in model_class.model_fields.items():
        kinds = str(info.annotation)
        part = model_in(info.annotation)
        if "list" in kinds:
            assert part is not None
            values = {**REQUIRED.get(part, {})}
            assert len(getattr(model_class(**{**REQUIRED.get(model_class, {}), name: values}), name)) == 1
        elif "str" in kinds and part is None:
            model = model_class(**{**REQUIRED.get(model_class, {}), name: 5.0})
            assert getattr(model, name) in ("5", 5)


@pytest.mark.parametrize("made", [dict, FreightRequestShipToAddress])
def test_a_list_of_one_object_is_taken_for_the_object(made):
    request = FreightRequest(ship_to_address=[made(city="LENEXA")])
    assert request.to_json() == '{"shipToAddress":{"city":"LENEXA"}}'
    request.ship_to_address = [made(city="BOSTON")]
    assert request.ship_to_address.city == "BOSTON"
    for wrong in ([], [made(city="A"), made(city="B")], [None], ["A"]):
        with pytest.raises(ApiTypeError, match="ship_to_address"):
            FreightRequest(ship_to_address=wrong)
