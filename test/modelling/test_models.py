"""Models as Python objects: made, copied, pickled, compared, shown."""

import copy
import inspect
import json
import pickle

import pydantic
import pytest

import xi_sdk_resellers as package
from test.support.required import REQUIRED
from xi_sdk_resellers import (
    AdditionalAttribute,
    ApiTypeError,
    OrderCreateRequest,
    OrderCreateRequestLine,
    OrderCreateRequestShipmentDetails,
    OrderDetailB2B,
)
from xi_sdk_resellers._modelling.base import AnswerModel, Model, RequestModel
from xi_sdk_resellers._modelling.decode import decode
from xi_sdk_resellers._modelling.encode import encode

MODELS = [
    found
    for name in package.models.__all__
    if isinstance(found := getattr(package, name), type) and issubclass(found, Model)
]


def made(**values):
    return OrderCreateRequest(**{"customer_order_number": "PO-1", **values})


@pytest.mark.parametrize("model_class", MODELS, ids=lambda model: model.__name__)
def test_every_model_takes_its_fields_by_name_and_by_key(model_class):
    for name, field in model_class.model_fields.items():
        key = field.serialization_alias
        values = REQUIRED.get(model_class, {})
        if name in values:
            continue
        by_name, by_key = (model_class(**values, **{spelling: None}) for spelling in (name, key or by_camel(name)))
        assert by_name == by_key
        assert getattr(by_name, name) is None
        assert by_name.to_dict() == {**model_class(**values).to_dict(), key or by_camel(name): None}


def by_camel(name):
    first, *rest = name.split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


@pytest.mark.parametrize("model_class", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_built_without_calling_python_for_its_parts(model_class):
    model_class.model_rebuild()
    assert not model_class.__pydantic_custom_init__
    assert model_class.__doc__


def test_parts_are_made_without_their_constructor(monkeypatch):
    made(lines=[{}])
    calls = []
    plain = OrderCreateRequestLine.__init__
    monkeypatch.setattr(OrderCreateRequestLine, "__init__", lambda self, **data: calls.append(plain(self, **data)))
    request = made(lines=[{"quantity": 1}] * 3)
    assert (len(request.lines), calls) == (3, [])


def test_models_copy_pickle_and_compare():
    request = made(lines=[{"quantity": 1, "unitPrice": "1.10"}], futureKey=1)
    for other in (
        copy.copy(request),
        copy.deepcopy(request),
        pickle.loads(pickle.dumps(request)),
        request.model_copy(),
    ):
        assert other == request
        assert encode(other) == encode(request)
    assert copy.deepcopy(request).lines[0] is not request.lines[0]
    assert request != made()
    with pytest.raises(TypeError, match="unhashable"):
        hash(request)


def test_answers_copy_pickle_and_compare_after_drift():
    model, drift = decode(
        OrderDetailB2B, b'{"orderTotal": "n/a", "lines": [5, {"quantityOrdered": []}]}', pause_gc=False
    )
    assert len(drift) == 3
    for other in (copy.copy(model), copy.deepcopy(model), pickle.loads(pickle.dumps(model))):
        assert other == model
        assert other.to_dict() == model.to_dict()
    assert pickle.loads(pickle.dumps(drift)) == drift


def test_an_answer_of_null_is_an_empty_model():
    for made in (package.OrderModifyResponse.from_dict(None), package.OrderModifyResponse.from_json("null")):
        assert (made.ingram_order_number, made.lines) == (None, [])
        assert made.to_dict() == {}
    with pytest.raises(ApiTypeError, match="a mapping is needed, not NoneType"):
        OrderCreateRequest.from_dict(None)


def test_numbers_of_thousands_of_digits_come_back():
    text = f'{{"unknown":{"9" * 5000},"pageSize":3}}'
    model = package.OrderSearchResponse.from_json(text)
    assert model.to_dict() == {"unknown": "9" * 5000, "pageSize": 3}
    assert json.loads(model.to_str())["pageSize"] == 3


def test_from_dict_returns_an_instance_as_it_is():
    for model in (made(), OrderDetailB2B()):
        assert type(model).from_dict(model) is model


def test_to_str_is_json_for_reading():
    model = AdditionalAttribute(attribute_name="ünï", attribute_value=None)
    assert model.to_str() == '{\n  "attributeName": "ünï",\n  "attributeValue": null\n}'


def test_constructors_show_their_fields():
    names = list(inspect.signature(OrderCreateRequestLine).parameters)
    assert names[:3] == ["customer_line_number", "ingram_part_number", "quantity"]
    shown = str(inspect.signature(OrderCreateRequestLine))
    assert "quantity: int | None = None" in shown.replace("Optional[int]", "int | None")
    assert "Annotated" not in shown + str(inspect.signature(OrderCreateRequestShipmentDetails))


def test_every_model_derives_from_one_base_and_pydantic_sees_it():
    for model_class in MODELS:
        assert issubclass(model_class, AnswerModel) != issubclass(model_class, RequestModel)
    adapter = pydantic.TypeAdapter(OrderCreateRequest)
    assert adapter.validate_python({"customerOrderNumber": "PO-1"}) == made()
    assert adapter.json_schema()["required"] == ["customerOrderNumber"]
    with pytest.raises(pydantic.ValidationError):  # pydantic's own doors keep pydantic's own errors
        adapter.validate_python({})
