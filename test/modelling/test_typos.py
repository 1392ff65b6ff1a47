"""Keys of requests: typos are refused with what was meant, all others go out, and the log tells of each once."""

import json
import logging
import pickle
import re
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import xi_sdk_resellers as package
from test.support.required import REQUIRED
from xi_sdk_resellers import (
    ApiTypeError,
    ApiValueError,
    AsyncOrderCreateDTO,
    OrderCreateRequest,
    OrderCreateRequestLine,
    OrderCreateRequestShipToInfo,
)
from xi_sdk_resellers._modelling import keys
from xi_sdk_resellers._modelling.base import RequestModel, coerce_body
from xi_sdk_resellers._modelling.encode import encode
from xi_sdk_resellers._modelling.spellings import spellings_of
from xi_sdk_resellers._modelling.typos import distance, nearest

REQUESTS = [
    found
    for name in package.models.__all__
    if isinstance(found := getattr(package, name), type) and issubclass(found, RequestModel)
]
LINE = tuple(spellings_of(OrderCreateRequestLine).wires)
ORDER = tuple(spellings_of(OrderCreateRequest).wires)
ADDRESS = tuple(spellings_of(OrderCreateRequestShipToInfo).wires)


@pytest.fixture(autouse=True)
def nothing_told():
    """Forget which keys the log has told of."""
    keys._told.clear()


def made(**values):
    return OrderCreateRequest(**{"customer_order_number": "PO-1", **values})


@pytest.mark.parametrize(
    ("key", "known", "meant"),
    [
        ("ingram_partnumber", LINE, "ingramPartNumber"),
        ("IngramPartNumber", LINE, "ingramPartNumber"),
        ("ingram-part-number", LINE, "ingramPartNumber"),
        ("INGRAMPARTNUMBER", LINE, "ingramPartNumber"),
        ("qauntity", LINE, "quantity"),
        ("quantiy", LINE, "quantity"),
        ("quanttity", LINE, "quantity"),
        ("note", LINE, "notes"),
        ("unit_pirce", LINE, "unitPrice"),
        ("customerPartNumbr", LINE, "customerPartNumber"),
        ("additionalAttribute", LINE, "additionalAttributes"),
        ("shipToinfo", ORDER, "shipToInfo"),
        ("shpToInfo", ORDER, "shipToInfo"),
        ("shipTInfo", ORDER, "shipToInfo"),
        ("shiptoinf", ORDER, "shipToInfo"),
        ("endCustomerOrdernumber", ORDER, "endCustomerOrderNumber"),
        ("endCustomerOrderNumer", ORDER, "endCustomerOrderNumber"),
        ("billToAdresId", ORDER, "billToAddressId"),
        ("line", ORDER, "lines"),
        ("vmff", ORDER, "vmf"),
        ("adressLine2", ADDRESS, "addressLine2"),
        ("addressline_2", ADDRESS, "addressLine2"),
        ("contryCode", ADDRESS, "countryCode"),
        ("addressLine5", ADDRESS, None),
        ("addressLine", ADDRESS, None),
        ("adressLine5", ADDRESS, None),
        ("name", ADDRESS, None),
        ("name3", ADDRESS, None),
        ("contactId", ADDRESS, None),
        ("endUserIp", ("endUserId",), None),
        ("endUser", ("endUserId",), None),
        ("vriAdditionalAttributes", ("vmfAdditionalAttributes",), None),
        ("vat", ORDER, None),
        ("billToInfo", ORDER, None),
        ("vendorPartNumber", LINE, None),
        ("endCustomerPrice", LINE, None),
        ("warehouse", LINE, None),
        ("", LINE, None),
        ("ä", LINE, None),
        ("quantity" * 100, LINE, None),
    ],
)
def test_a_key_is_a_typo_of_another_one_or_not(key, known, meant):
    assert nearest(key, known) == meant


ANY_KEY = st.sampled_from([(model, key) for model in REQUESTS for key in spellings_of(model).wires])


@settings(derandomize=True, database=None, deadline=None, max_examples=300)
@given(ANY_KEY, st.integers())
def test_one_wrong_letter_in_a_long_key_is_found(model_and_key, seed):
    model_class, key = model_and_key
    random = Random(seed)
    at = random.randrange(1, len(key) - 1)
    swapped = key[:at] + key[at + 1] + key[at] + key[at + 2 :]
    typo = random.choice([swapped, key[:at] + key[at + 1 :], key[:at] + key[at] + key[at:]])
    assume(len(key) > 4 and typo not in spellings_of(model_class).wires and not any(map(str.isdigit, key)))
    assume(key[at].islower() and key[at + 1].islower() and key[at - 1].islower())
    found = nearest(typo, spellings_of(model_class).wires)
    assert found is not None
    assert distance(found.lower(), typo.lower()) <= distance(key.lower(), typo.lower())


@pytest.mark.parametrize("model_class", REQUESTS, ids=lambda model: model.__name__)
def test_no_known_key_is_a_typo_of_another_one(model_class):
    wires = list(spellings_of(model_class).wires)
    for key in wires:
        others = [other for other in wires if other != key]
        assert nearest(key, others) is None or {key, nearest(key, others)} <= {
            # Two spellings of one field; the older one is deprecated.
            "enduserOrderNumber", "endCustomerOrderNumber",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("word", "other", "count"),
    [("", "ab", 2), ("ab", "ba", 1), ("abc", "abc", 0), ("abc", "axcd", 2), ("ca", "abc", 3)],
)
def test_letters_are_counted(word, other, count):
    assert distance(word, other) == distance(other, word) == count


# Where typos are found.

DEEP = {
    "ingram_partnumber": (
        lambda value: {"lines": [{}, {"ingram_partnumber": value}]}, "lines[1].ingram_partnumber", "ingramPartNumber",
    ),
    "shipToinfo": (lambda value: {"shipToinfo": value}, "shipToinfo", "shipToInfo"),
    "ship_to_ifo": (lambda value: {"ship_to_ifo": value}, "ship_to_ifo", "shipToInfo"),
    "below a single object": (lambda value: {"lines": {"qauntity": value}}, "lines.qauntity", "quantity"),
    "below a tuple": (lambda value: {"lines": ({"qauntity": value},)}, "lines[0].qauntity", "quantity"),
    "deep": (
        lambda value: {"lines": [{"warranty_info": [{"serialInfo": [{"shipdate": value}]}]}]},
        "lines[0].warranty_info[0].serialInfo[0].shipdate", "shipDate",
    ),
}  # fmt: skip


@pytest.mark.parametrize("value", [None, "x", 5, {"a": 1}, [1]])
@pytest.mark.parametrize(("values", "path", "meant"), DEEP.values(), ids=DEEP)
def test_a_typo_is_refused_with_its_place_and_what_was_meant(values, path, meant, value):
    data = values(value)
    ways = [
        lambda: made(**data),
        lambda: OrderCreateRequest.from_dict({"customerOrderNumber": "PO-1", **data}),
        lambda: OrderCreateRequest.from_json(json.dumps({"customerOrderNumber": "PO-1", **data})),
        lambda: coerce_body(OrderCreateRequest, {"customerOrderNumber": "PO-1", **data}, limits=True),
    ]
    for way in ways:
        with pytest.raises(
            ApiValueError, match=re.escape(f"{path} is no known key, did you mean '{meant}'?")
        ) as caught:
            way()
        assert type(caught.value) is ApiValueError
        assert caught.value.path_to_item == [int(part) if part.isdigit() else part for part in re.findall(r"\w+", path)]


@pytest.mark.parametrize("model_class", REQUESTS, ids=lambda model: model.__name__)
def test_a_typo_is_refused_in_every_request(model_class):
    for key, name in spellings_of(model_class).wires.items():
        values = REQUIRED.get(model_class, {})
        typo = key.upper() if key != key.upper() else key.lower()
        with pytest.raises(ApiValueError, match=f"{typo} is no known key, did you mean '{key}'"):
            model_class(**values, **{typo: None})
        model = model_class(**values)
        with pytest.raises(ApiValueError, match=f"{typo} is no known key, did you mean '{name}'") as caught:
            setattr(model, typo, None)
        assert caught.value.path_to_item == [typo]
        assert not model.model_extra
        assert model == model_class(**values)


def test_a_typo_in_an_assigned_value_changes_nothing():
    request = made(ship_to_info={"city": "Here"})
    before = pickle.dumps(request)
    for value in ({"ctiy": "There"}, OrderCreateRequestShipToInfo):
        with pytest.raises(ApiValueError, match="ship_to_info"):
            request.ship_to_info = value
        assert pickle.dumps(request) == before
    with pytest.raises(ApiValueError, match=r"lines\[0\].qauntity"):
        request.lines = [{"qauntity": 3}]
    assert request.to_dict() == {"customerOrderNumber": "PO-1", "shipToInfo": {"city": "Here"}}
    with pytest.raises(ApiValueError, match=r"notess is no known key, did you mean 'notes'"):
        request.model_copy(update={"notess": "x"})


def test_the_name_of_a_key_is_no_attribute():
    with pytest.raises(
        ApiValueError, match="customerOrderNumber is no known key, did you mean 'customer_order_number'"
    ):
        made().customerOrderNumber = "PO-2"


def test_a_typo_of_what_is_required_is_named_with_what_is_missing():
    with pytest.raises(ApiValueError, match=r"(?s)customerOrderNumer is no known key.*customerOrderNumber is missing"):
        OrderCreateRequest(customerOrderNumer="PO-1")
    with pytest.raises(ApiValueError, match=r"(?s)qauntity is no known key.*lines\[0\].notes: "):
        made(lines=[{"qauntity": 1, "notes": []}])


def test_all_typos_are_listed_but_not_too_many():
    with pytest.raises(ApiValueError, match="and 15 more") as caught:
        made(lines=[{"qauntity": 1}] * 25)
    assert str(caught.value).count("did you mean") == 10


# What goes out.


def test_spellings_that_were_seen_are_no_typos():
    for model_class in REQUESTS:
        for other, field in model_class.other_spellings.items():
            values = {**REQUIRED.get(model_class, {}), other: None}
            model = model_class(**values)
            assert getattr(model, field) is None
            assert other in model.to_dict()
            setattr(model, other, None)
    request = AsyncOrderCreateDTO(vmfadditionalAttributes=[{"attributeName": "a"}], endcustomerOrderNumber="x")
    assert request.vmf_additional_attributes[0].attribute_name == "a"
    assert json.loads(encode(request)) == request.to_dict()


def test_a_near_key_can_be_sent_on_purpose():
    line = OrderCreateRequestLine(quantity=1)
    line.model_extra["qauntity"] = 3
    line.qauntity = 4
    request = made(lines=[line], futureKey=1)
    request.lines.append({"quantity": numpy_like(2)})
    for other in (request, request.model_copy(deep=True), pickle.loads(pickle.dumps(request))):
        assert json.loads(encode(other))["lines"] == [{"quantity": 1, "qauntity": 4}, {"quantity": 2}]
    request.lines = [line]
    assert json.loads(encode(request))["lines"] == [{"quantity": 1, "qauntity": 4}]


def numpy_like(number):
    """A value that makes a request be checked again when it is sent."""
    return float(number)


def test_without_checks_everything_is_sent():
    body = {"customerOrderNumber": "PO-1", "shipToinfo": {"city": "x"}, "lines": [{"qauntity": 3, "other": 1}]}
    assert json.loads(encode(coerce_body(OrderCreateRequest, body, limits=False))) == body


def test_other_keys_go_out_and_the_log_tells_of_each_once(caplog):
    caplog.set_level(logging.WARNING, "xi_sdk_resellers")
    for limits in (True, False):
        for _ in range(3):
            body = {"customerOrderNumber": "PO-1", "futureKey": 1, "lines": [{"addressLine5": 1}, {"futureKey": 1}]}
            request = coerce_body(OrderCreateRequest, body, limits=limits)
            request.otherKey = 5
            assert json.loads(encode(request)) == {**body, "otherKey": 5}
    made(lines=[{"quantity": 1}]).notes = "known keys say nothing"
    assert [record.getMessage() for record in caplog.records] == [
        "OrderCreateRequest: the contract does not know the key futureKey; it is sent as it is",
        "OrderCreateRequestLine: the contract does not know the key addressLine5; it is sent as it is",
        "OrderCreateRequestLine: the contract does not know the key futureKey; it is sent as it is",
        "OrderCreateRequest: the contract does not know the key otherKey; it is sent as it is",
    ]


def test_the_log_stops_telling_when_keys_have_no_end(caplog):
    caplog.set_level(logging.WARNING, "xi_sdk_resellers")
    for number in range(keys._MOST_TOLD + 10):
        OrderCreateRequestLine(**{f"key{number}": 1})
    assert len(caplog.records) == keys._MOST_TOLD


def test_answers_take_every_key():
    assert package.OrderDetailB2B(qauntity=1, order_totl=2).to_dict() == {"qauntity": 1, "order_totl": 2}
    order = package.OrderDetailB2B()
    order.order_totl = 5
    assert order.to_dict() == {"order_totl": 5}


@pytest.mark.parametrize("key", [5, None, ("a",)])
def test_keys_are_text(key):
    with pytest.raises(ApiTypeError, match="keys must be text"):
        OrderCreateRequest.from_dict({"customerOrderNumber": "PO-1", key: 1})
    with pytest.raises(ApiValueError, match="lines"):
        made(lines=[{key: 1}])
