"""The vendor's samples: read, given back with every key and value, and sent whole."""

import json
from decimal import Decimal

import pytest

from test.support.samples import SAMPLES, reference_of
from xi_sdk_resellers import AsyncOrderCreateResponse
from xi_sdk_resellers._modelling.base import coerce_body
from xi_sdk_resellers._modelling.decode import decode
from xi_sdk_resellers._modelling.encode import encode
from xi_sdk_resellers._modelling.listed import read
from xi_sdk_resellers._modelling.load import load_model

PLACEHOLDERS = {"post-priceandavailability-response-200-sampleresponse"}
"""Samples that have the name of a type where a value would be."""


def model_of(sample):
    return load_model(reference_of(sample))


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
    value, reference = sample["value"], reference_of(sample)
    found, drift = read(reference, json.dumps(value).encode(), pause_gc=False)
    many = reference.endswith("[]")
    came = value if isinstance(value, list) else [value or {}]
    models = found if many else [found]
    assert len(came) == len(models)
    for value, model in zip(came, models, strict=True):
        assert same(value, model.to_dict())
        assert same(value, json.loads(model.to_json()))
        assert same(value, model_of(sample).from_json(json.dumps(value)).to_dict())
    assert isinstance(sample["value"], list) != many or drift == () or name in PLACEHOLDERS


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
