"""The SDK among the tools of a backend: task queues, process pools, recorders of HTTP."""

from __future__ import annotations

import copy
import io
import multiprocessing
import pickle
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import urllib3
from kombu import serialization

from test.support.samples import SAMPLES, sample
from xi_sdk_resellers import ApiClient, ApiException, Configuration, Orders, OrdersApi, aio
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


def test_urllib3_can_be_replaced_below_the_client() -> None:
    answers = iter(
        [
            urllib3.HTTPResponse(
                io.BytesIO(b'{"ingramOrderNumber": "20-1"}'), {"X-Kept": "1"}, 200, preload_content=False
            ),
            urllib3.HTTPResponse(
                io.BytesIO(b'{"message": "none"}'), status=404, reason="Not Found", preload_content=False
            ),
        ]
    )
    seen: list[tuple[str, str]] = []

    def urlopen(pool: Any, method: str, url: str, *arguments: Any, **options: Any) -> urllib3.HTTPResponse:
        seen.append((method, url))
        return next(answers)

    settings = Configuration(access_token="t", im_customer_number="20-222222", im_country_code="US")
    with mock.patch.object(urllib3.HTTPConnectionPool, "urlopen", urlopen), ApiClient(settings) as client:
        answer = OrdersApi(client).get_orderdetails_v6_1_with_http_info("20-1")
        assert answer.data.ingram_order_number == "20-1"
        assert answer.headers["x-kept"] == "1"
        with pytest.raises(ApiException, match="404 Not Found"):
            OrdersApi(client).get_orderdetails_v6_1("20-2")
    assert seen == [("GET", "/resellers/v6.1/orders/20-1"), ("GET", "/resellers/v6.1/orders/20-2")]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_recorder_keeps_the_workflows_without_their_secrets(start: Callable[..., Sandbox], tmp_path: Path) -> None:
    vcr = pytest.importorskip("vcr")
    secret = secrets.token_hex(16)
    sandbox = start(client_secret=secret)
    cassette = tmp_path / "cassette.yaml"
    recorder: Any = vcr.VCR(
        match_on=["method", "path", "query"],
        filter_headers=["Authorization"],
        filter_post_data_parameters=["client_secret"],
        record_mode="once",
    )

    def run(configuration: Configuration) -> list[Any]:
        with ApiClient(configuration) as client:
            orders = Orders(client)
            numbers = [order.ingram_order_number or "" for order in orders.search(page_size=4)]
            return [*numbers, orders.get(numbers[0]).to_dict()]

    sandbox.seed_orders(10, seed=3)
    with recorder.use_cassette(str(cassette)):
        recorded = run(sandbox.configuration())
    sandbox.stop()
    with recorder.use_cassette(str(cassette)):
        assert run(sandbox.configuration()) == recorded
    assert secret not in cassette.read_text("utf-8")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
async def test_a_recorder_keeps_calls_of_the_asyncio_client(sandbox: Sandbox, tmp_path: Path) -> None:
    vcr = pytest.importorskip("vcr", "9")  # older ones, all that Python 3.10 has, keep an empty body
    recorder: Any = vcr.VCR(match_on=["method", "path"], filter_headers=["Authorization"])
    cassette = str(tmp_path / "cassette.yaml")
    settings = sandbox.configuration(access_token=sandbox.issue_token())

    async def run() -> Any:
        async with aio.ApiClient(settings) as client:
            placed = await aio.OrdersApi(client).post_createorder_v6(order_create_request=ORDER)
            found = await aio.OrdersApi(client).get_resellers_v6_ordersearch()
        return placed.to_dict(), found.to_dict()

    with recorder.use_cassette(cassette):
        recorded = await run()
    arrived = len(sandbox.ledger.requests)
    with recorder.use_cassette(cassette, record_mode="none"):
        assert await run() == recorded
    assert len(sandbox.ledger.requests) == arrived == 2
