"""Recorders and replacements of HTTP below the client."""

from __future__ import annotations

import io
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import urllib3

from xi_sdk_resellers import ApiClient, ApiException, Configuration, Orders, OrdersApi, aio
from xi_sdk_resellers.sandbox import Sandbox

ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}],
}


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


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_vcr_records_and_plays_back(sandbox: Sandbox, tmp_path: Path) -> None:
    vcr = pytest.importorskip("vcr")
    cassette = str(tmp_path / "cassette.yaml")
    recorder: Any = vcr.VCR(match_on=["method", "path"], filter_headers=["Authorization"])
    configuration = sandbox.configuration(access_token=sandbox.issue_token(), connection_pool_maxsize=1)

    def run() -> tuple[Any, Any]:
        with ApiClient(configuration) as client:
            placed = OrdersApi(client).post_createorder_v6_with_http_info(order_create_request=ORDER)
            found = [OrdersApi(client).get_resellers_v6_ordersearch() for _ in range(3)]
            with OrdersApi(client).get_resellers_v6_ordersearch_without_preload_content() as raw:
                assert b"PO-1" in raw.read()
        return placed.data.to_dict(), [page.to_dict() for page in found]

    with recorder.use_cassette(cassette):
        recorded = run()
    arrived = len(sandbox.ledger.requests)
    assert arrived == 5
    with recorder.use_cassette(cassette, record_mode="none"):
        assert run() == recorded
    assert len(sandbox.ledger.requests) == arrived
    assert "Bearer" not in Path(cassette).read_text()
