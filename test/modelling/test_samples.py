"""The vendor's samples: read, given back with every key and value, and sent whole."""

import importlib
import json
import pkgutil
from decimal import Decimal
from pathlib import Path

import pytest

from test.support.samples import SAMPLES
from xi_sdk_resellers import (
    AsyncOrderCreateNotification,
    AsyncOrderCreateResponse,
    ErrorResponse,
    OrderStatusAsyncNotificationRequest,
    _operations,
)
from xi_sdk_resellers._modelling.base import coerce_body
from xi_sdk_resellers._modelling.decode import decode
from xi_sdk_resellers._modelling.encode import encode
from xi_sdk_resellers._modelling.load import load_model
from xi_sdk_resellers.operation import Operation

CONTRACT = json.loads((Path(__file__).resolve().parents[2] / "openapi.json").read_text(encoding="utf-8"))
BY_NAME = {
    found.name: found
    for module in pkgutil.iter_modules(_operations.__path__)
    for found in vars(importlib.import_module(f"{_operations.__name__}.{module.name}")).values()
    if isinstance(found, Operation)
}
OPERATIONS = {
    call["operationId"]: BY_NAME[call["x-python-name"]]
    for item in CONTRACT["paths"].values()
    for call in item.values()
    if isinstance(call, dict) and "operationId" in call
}
EVENTS = {
    "order-status-webhook": OrderStatusAsyncNotificationRequest,
    "async-order-create-webhook": AsyncOrderCreateNotification,
}


def model_of(sample):
    name = sample["operation"]
    if name in EVENTS:
        return EVENTS[name]
    if sample["kind"] == "request":
        return load_model(OPERATIONS[name].body)
    answers = OPERATIONS[name].answers
    reference = answers.get(int(sample["status"]))
    return ErrorResponse if reference is None else load_model(reference)


def same(came, given):
    """Whether a value is given back as it came, but for number and text, truth and text, and a list of one object."""
    if isinstance(came, dict) and isinstance(given, list):
        given = given[0]
    if isinstance(came, dict):
        return isinstance(given, dict) and set(came) == set(given) and all(same(came[key], given[key]) for key in came)
    if isinstance(came, list):
        return isinstance(given, list) and len(came) == len(given) and all(map(same, came, given))
    if isinstance(came, bool) or isinstance(given, bool):
        return str(came).lower() == str(given).lower()
    if isinstance(came, (int, float, str)) and type(came) is not type(given):
        return Decimal(str(came)) == Decimal(str(given))
    return came == given


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_given_back_with_every_key_and_value(name):
    sample = SAMPLES[name]
    value = sample["value"]
    model, drift = decode(model_of(sample), json.dumps(value), pause_gc=False)
    came = value if isinstance(value, dict) else value[0] if isinstance(value, list) else {}
    assert same(came, model.to_dict())
    assert same(came, json.loads(model.to_json()))
    assert same(came, model_of(sample).from_json(json.dumps(value)).to_dict())
    assert isinstance(value, list) or not drift


@pytest.mark.parametrize("name", [name for name, sample in SAMPLES.items() if sample["kind"] == "request"])
def test_every_sample_request_passes_the_checks_and_is_sent_whole(name):
    sample = SAMPLES[name]
    value = sample["value"] if isinstance(sample["value"], dict) else sample["value"][0]
    model = model_of(sample).from_dict(value)
    assert same(value, model.to_dict())
    assert same(without_none(value), json.loads(encode(model)))
    assert coerce_body(model_of(sample), value, limits=False).to_dict() == model.to_dict()


def without_none(value):
    if isinstance(value, dict):
        return {key: without_none(item) for key, item in value.items() if item is not None}
    return [without_none(item) for item in value] if isinstance(value, list) else value


def test_a_confirmation_number_may_be_a_number():
    model, drift = decode(AsyncOrderCreateResponse, b'{"confirmationNumber": 1669783293}', pause_gc=False)
    assert (model.confirmation_number, drift) == ("1669783293", ())
