"""Models, answers, settings and clients in task queues and process pools."""

from __future__ import annotations

import copy
import multiprocessing
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pytest
from kombu import serialization

from test.support.samples import SAMPLES, sample
from xi_sdk_resellers import ApiClient, Configuration, OrdersApi, aio
from xi_sdk_resellers._modelling.base import Model
from xi_sdk_resellers.models import (
    AdditionalAttribute,
    AsyncOrderCreateDTO,
    OrderCreateRequest,
    OrderCreateResponse,
    OrderDetailB2B,
    OrderModifyRequest,
    OrderModifyResponse,
    OrderSearchResponse,
)
from xi_sdk_resellers.sandbox import Sandbox

FAMILIES: dict[str, type[Model]] = {
    "get-orderdetails-v6-1-response-200": OrderDetailB2B,
    "get-resellers-v6-ordersearch-response-200": OrderSearchResponse,
    "post-createorder-v6-response-20": OrderCreateResponse,
    "post-createorder-v6-request": OrderCreateRequest,
    "post-createorder-v7-request": AsyncOrderCreateDTO,
    "put-ordermodify-request": OrderModifyRequest,
    "put-ordermodify-response-20": OrderModifyResponse,
}

ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}],
}


def samples() -> Iterator[Any]:
    for name in SAMPLES:
        model_class = next((found for start, found in FAMILIES.items() if name.startswith(start)), None)
        value = sample(name)
        if model_class is not None and isinstance(value, dict):
            yield pytest.param(model_class.from_dict(value), id=name)


def copies_of(model: Model) -> list[Model]:
    pickled = [pickle.loads(pickle.dumps(model, protocol)) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)]
    return [*pickled, copy.deepcopy(model), copy.copy(model)]


@pytest.mark.parametrize("model", [*samples()])
def test_models_can_be_pickled_and_copied(model: Model) -> None:
    for made in copies_of(model):
        assert type(made) is type(model)
        assert made == model
        assert made.to_json() == model.to_json()
        assert str(made) == str(model)


@pytest.mark.parametrize("model", [*samples()])
def test_models_travel_as_json_arguments_of_a_task(model: Any) -> None:
    content_type, encoding, message = serialization.dumps({"order": model.to_dict()}, serializer="json")
    arguments = serialization.loads(message, content_type, encoding, accept={"application/json"})
    made = type(model).from_dict(arguments["order"])
    assert made == model
    assert made.to_dict() == model.to_dict()


def test_a_deep_copy_shares_nothing() -> None:
    first = OrderCreateRequest(
        customer_order_number="PO-1", additional_attributes=[AdditionalAttribute(attribute_name="a")]
    )
    second = copy.deepcopy(first)
    assert second.additional_attributes is not None
    second.additional_attributes[0].attribute_name = "b"
    second.customer_order_number = "PO-2"
    assert first.to_dict() == {"customerOrderNumber": "PO-1", "additionalAttributes": [{"attributeName": "a"}]}


def test_models_go_to_another_process_and_come_back() -> None:
    order = OrderDetailB2B.from_dict({"ingramOrderNumber": "20-RD3QV", "orderTotal": 25371.27, "new": [1]})
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        assert pool.submit(copy.deepcopy, order).result() == order


def test_answers_can_be_pickled(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        answer = OrdersApi(client).post_createorder_v6_with_http_info(order_create_request=ORDER)
    made = pickle.loads(pickle.dumps(answer))
    assert (made.status_code, made.data, made.raw_data) == (answer.status_code, answer.data, answer.raw_data)
    assert (dict(made.headers), made.correlation_id, made.drift) == (
        dict(answer.headers),
        answer.correlation_id,
        answer.drift,
    )


def test_a_task_takes_its_settings_as_a_pickle_without_secrets(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    dumped = pickle.dumps(sandbox.configuration())
    assert sandbox.settings.client_secret.encode() not in dumped
    for name, value in sandbox.environment().items():
        monkeypatch.setenv(name, value)
    with ApiClient(pickle.loads(dumped)) as client:
        assert OrdersApi(client).get_resellers_v6_ordersearch().orders == []


@pytest.mark.parametrize("away", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_client_stays_where_it_is_and_says_what_to_do(away: Callable[[object], object]) -> None:
    for client in (ApiClient(Configuration()), aio.ApiClient(Configuration())):
        with pytest.raises(TypeError, match="pass on its configuration"):
            away(client)
