"""The client as programs use it: calls, defaults, threads, forks, and its end."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

import xi_sdk_resellers
from test.support.client_twins import AccesstokenApi, ApiClient, OrdersApi
from test.support.wire_server import WireServer, answer
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiException,
    ApiTimeoutException,
    ApiTypeError,
    ApiValueError,
    ClientClosedError,
    Configuration,
    NotFoundException,
    OrderCreateRequest,
    Outcome,
    Retries,
    ServiceException,
    TooManyRequestsException,
)
from xi_sdk_resellers.sandbox import Fault, Sandbox

LINE = {"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}
ORDER = {"customerOrderNumber": "PO-1", "lines": [LINE]}
QUICK = Retries(max_attempts=3, backoff=0)

pytestmark = pytest.mark.usefixtures("twins")
blocking_only = pytest.mark.parametrize("twin", ["blocking"])


@pytest.fixture
def client(twins: None, sandbox: Sandbox) -> Iterator[ApiClient]:
    with ApiClient(sandbox.configuration(retries=QUICK)) as made:
        yield made


@pytest.fixture
def orders(client: ApiClient) -> OrdersApi:
    return OrdersApi(client)


# Calls.


def test_an_answer_brings_everything_that_came_with_it(orders: OrdersApi, sandbox: Sandbox) -> None:
    response = orders.post_createorder_v6_with_http_info(order_create_request=ORDER, im_correlation_id="mine")
    assert response.status_code == 201
    assert response.headers["im-correlationid"] == response.correlation_id == "mine"
    assert json.loads(response.raw_data)["customerOrderNumber"] == response.data.customer_order_number == "PO-1"
    assert (response.attempts, response.drift) == (1, ())
    assert response.elapsed > 0
    assert response.rate_limit is not None


def test_models_and_mappings_are_the_same(orders: OrdersApi, sandbox: Sandbox) -> None:
    orders.post_createorder_v6(order_create_request=OrderCreateRequest.from_dict(ORDER))
    orders.post_createorder_v6(order_create_request={**ORDER, "customerOrderNumber": "PO-2"})
    assert [order.customer_order_number for order in sandbox.ledger.orders] == ["PO-1", "PO-2"]


def test_the_vendors_positional_call_works(orders: OrdersApi, sandbox: Sandbox) -> None:
    assert orders.post_createorder_v6("20-222222", "US", "c" * 32, OrderCreateRequest.from_dict(ORDER)).orders
    assert orders.get_resellers_v6_ordersearch("20-222222", "US", "d" * 32).orders[0].customer_order_number == "PO-1"


def test_a_search_that_finds_nothing_is_an_empty_result(orders: OrdersApi) -> None:
    response = orders.get_resellers_v6_ordersearch_with_http_info(customer_order_number="none")
    assert response.status_code == 204
    assert response.data.orders == []


def test_a_token_by_hand(client: ApiClient, sandbox: Sandbox) -> None:
    token = AccesstokenApi(client).get_accesstoken("client_credentials", "sandbox-client", "sandbox-secret")
    assert token.access_token
    with pytest.raises(ApiException):
        AccesstokenApi(client).get_accesstoken("client_credentials", "sandbox-client", "wrong", _retries=False)
    assert all("secret" not in str(request.query) for request in sandbox.ledger.requests)


def test_the_same_correlation_id_on_every_attempt(orders: OrdersApi, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("status", status=503, times=2))
    response = orders.get_resellers_v6_ordersearch_with_http_info()
    assert response.attempts == 3
    sent = [request.correlation_id for request in sandbox.ledger.requests if "search" in request.path]
    assert sent == [response.correlation_id] * 3


FAULTS: dict[str, tuple[Fault, Outcome, bool]] = {
    "408": (Fault("status", status=408), Outcome.UNKNOWN, False),
    "429": (Fault("status", status=429, headers={"Retry-After": "0"}), Outcome.REJECTED, True),
    "500": (Fault("status", status=500), Outcome.UNKNOWN, False),
    "502 in HTML": (Fault("html", status=502), Outcome.UNKNOWN, False),
    "503 after it was placed": (Fault("status", status=503, effect=True), Outcome.UNKNOWN, False),
    "504": (Fault("status", status=504), Outcome.UNKNOWN, False),
    "409": (Fault("status", status=409), Outcome.REJECTED, False),
    "lost answer": (Fault("lost_answer"), Outcome.UNKNOWN, False),
    "reset": (Fault("reset"), Outcome.UNKNOWN, False),
    "cut request": (Fault("cut_request"), Outcome.UNKNOWN, False),
    "garbage": (Fault("garbage"), Outcome.UNKNOWN, False),
}


@pytest.mark.parametrize(("fault", "outcome", "again"), FAULTS.values(), ids=FAULTS)
def test_a_mutation_is_repeated_only_when_the_vendor_did_not_act(
    orders: OrdersApi, sandbox: Sandbox, fault: Fault, outcome: Outcome, again: bool
) -> None:
    orders.get_resellers_v6_ordersearch()
    sandbox.faults.add(fault)
    if again:
        assert orders.post_createorder_v6_with_http_info(order_create_request=ORDER).attempts == 2
        sandbox.faults.add(fault)
    with pytest.raises(ApiException) as caught:
        orders.post_createorder_v6(order_create_request=ORDER, _retries=False if again else None)
    assert caught.value.outcome is outcome
    assert caught.value.customer_order_number == "PO-1"
    assert caught.value.correlation_id
    assert len(sandbox.ledger.orders) <= 1


@pytest.mark.parametrize("call", ["put_ordermodify", "delete_ordercancel"])
def test_put_and_delete_are_not_repeated(orders: OrdersApi, sandbox: Sandbox, call: str) -> None:
    sandbox.faults.add(Fault("lost_answer", times=None))
    body = {"order_modify_request": {"notes": "x"}} if call == "put_ordermodify" else {}
    with pytest.raises(ApiConnectionException) as caught:
        getattr(orders, call)("20-1", **body)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert sum(request.method in ("PUT", "DELETE") for request in sandbox.ledger.requests) == 1


def test_where_nobody_listens_nothing_was_sent_and_it_is_tried_again(sandbox: Sandbox) -> None:
    configuration = sandbox.configuration(access_token="t", retries=QUICK)
    with ApiClient(configuration) as client:
        with sandbox.refusing(), pytest.raises(ApiConnectionException) as caught:
            OrdersApi(client).post_createorder_v6(order_create_request=ORDER)
    assert caught.value.outcome is Outcome.NOT_SENT
    assert caught.value.attempts == 3
    assert "The order was NOT placed" in str(caught.value)


def test_a_wrong_host_is_one_clear_error() -> None:
    configuration = Configuration(
        "https://nobody.invalid", access_token="t", im_customer_number="1", im_country_code="US", retries=False
    )
    with ApiClient(configuration) as client, pytest.raises(ApiConnectionException) as caught:
        OrdersApi(client).get_orderdetails_v6_1("20-1")
    assert caught.value.outcome is Outcome.NOT_SENT
    assert str(caught.value).startswith("get_orderdetails_v6_1: no connection could be made")


def test_a_long_wait_is_refused_at_once_and_says_until_when(orders: OrdersApi, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("status", status=429, headers={"Retry-After": "3600"}, times=None))
    with pytest.raises(TooManyRequestsException) as caught:
        orders.post_createorder_v6(order_create_request=ORDER)
    assert caught.value.attempts == 1
    assert caught.value.retry_at is not None
    assert "not before: " in str(caught.value)
    assert caught.value.outcome is Outcome.REJECTED


def test_retries_can_be_turned_off_for_a_client_and_for_a_call(orders: OrdersApi, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("status", status=503, times=None))
    for retries, attempts in ((False, 1), (0, 1), (1, 2), (None, 3)):
        with pytest.raises(ServiceException) as caught:
            orders.get_resellers_v6_ordersearch(_retries=retries)
        assert caught.value.attempts == attempts
    orders.api_client.configuration.retries = False
    with pytest.raises(ServiceException) as caught:
        orders.get_resellers_v6_ordersearch()
    assert caught.value.attempts == 1


def test_the_errors_model_is_there(orders: OrdersApi) -> None:
    with pytest.raises(NotFoundException) as caught:
        orders.get_orderdetails_v6_1("20-99999")
    error = caught.value
    assert error.data is not None
    assert error.data.to_dict() == json.loads(error.raw_body)
    assert error.message
    assert error.headers["content-type"] == "application/json"


def test_nothing_is_sent_for_bad_input(orders: OrdersApi, sandbox: Sandbox) -> None:
    with_none = OrderCreateRequest.from_dict(ORDER)
    assert with_none.lines is not None
    with_none.lines.append(None)  # type: ignore[arg-type]
    calls: list[Callable[[], Any]] = [
        lambda: orders.get_orderdetails_v6_1(""),
        lambda: orders.get_orderdetails_v6_1(".."),
        lambda: orders.delete_ordercancel("a/b"),
        lambda: orders.get_resellers_v6_ordersearch(page_size=0),
        lambda: orders.get_resellers_v6_ordersearch(page_size=101),
        lambda: orders.get_resellers_v6_ordersearch(im_country_code="USA"),
        lambda: orders.get_resellers_v6_ordersearch(im_sender_id="a\r\nb"),
        lambda: orders.get_resellers_v6_ordersearch(ingram_order_date_bt=[date(2020, 1, 1)]),
        lambda: orders.post_createorder_v6(order_create_request=5),  # type: ignore[call-overload]
        lambda: orders.post_createorder_v6(
            order_create_request={**ORDER, "lines": [{**LINE, "quantity": float("nan")}]}
        ),
        lambda: orders.post_createorder_v6(order_create_request={**ORDER, "lines": [LINE, None]}),  # type: ignore[list-item]
        lambda: orders.post_createorder_v6(order_create_request=with_none),
        lambda: orders.get_resellers_v6_ordersearch(_host_index=9),
        lambda: orders.get_resellers_v6_ordersearch(_host_index=True),
        lambda: orders.get_resellers_v6_ordersearch(_request_timeout=0),
    ]
    for call in calls:
        with pytest.raises(ApiValueError) as caught:
            call()
        assert caught.value.outcome is Outcome.NOT_SENT
    assert not sandbox.ledger.requests


def test_truth_is_no_number_and_is_not_sent_as_one(orders: OrdersApi, sandbox: Sandbox) -> None:
    for validated in (True, False):
        orders.api_client.client_side_validation = validated
        for field in ("quantity", "unitPrice"):
            body: Any = {**ORDER, "lines": [{**LINE, field: True}]}
            with pytest.raises(ApiTypeError, match=rf"lines\[0\]\.{field}: .*, not True"):
                orders.post_createorder_v6(order_create_request=body)
        with pytest.raises(ApiTypeError, match=r"page_size must be a whole number, not bool \(True\)"):
            orders.get_resellers_v6_ordersearch(page_size=True)
    assert not sandbox.ledger.requests


# Defaults.


def test_the_user_agent_names_the_package(orders: OrdersApi, sandbox: Sandbox) -> None:
    client = orders.api_client
    assert client.user_agent.startswith(f"xi-sdk-resellers/{xi_sdk_resellers.__version__} Python/")
    assert ApiClient(Configuration(user_agent="Shop/1")).user_agent.startswith("Shop/1 xi-sdk-resellers/")
    client.user_agent = "Mine/2"
    orders.get_resellers_v6_ordersearch()
    sent = {name.lower(): value for name, value in sandbox.ledger.requests[-1].headers.items()}
    assert sent["user-agent"] == "Mine/2"


def test_default_headers_are_sent_and_overridden(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration(), "X-One", "1", cookie="c=1") as client:
        client.set_default_header("X-Two", "2")
        client.default_headers["X-Three"] = "3"
        OrdersApi(client).get_resellers_v6_ordersearch(_headers={"x-two": "call"})
        sent = {name.lower(): value for name, value in sandbox.ledger.requests[-1].headers.items()}
        assert (sent["x-one"], sent["x-two"], sent["x-three"], sent["cookie"]) == ("1", "call", "3", "c=1")
        with pytest.raises(ApiValueError):
            client.set_default_header("X", "a\r\nb")
        with pytest.raises(ApiTypeError):
            client.default_headers["X"] = 5  # type: ignore[assignment]


def test_default_headers_are_checked_however_they_are_set(sandbox: Sandbox) -> None:
    evil: dict[str, Any]
    with ApiClient(sandbox.configuration()) as client:
        before = dict(client.default_headers)
        for evil in ({"X: 1\r\nEvil": "y"}, {"X": "a\r\nEvil: y"}, {"X": 5}):
            with pytest.raises(ApiValueError):
                client.default_headers |= evil
            with pytest.raises(ApiValueError):
                client.default_headers = {**before, **evil}
            with pytest.raises(ApiValueError):
                client.default_headers = client.default_headers | evil
            with pytest.raises(ApiValueError):
                client.default_headers = evil | client.default_headers
        with pytest.raises(ApiTypeError, match="default_headers must be a mapping, not list"):
            client.default_headers = [("X", "1")]
        assert client.default_headers == before
        client.default_headers |= {"x-ONE": "1"}
        client.default_headers = {**client.default_headers, "x-two": "2"}
        client.default_headers["X-Two"] = "3"
        OrdersApi(client).get_resellers_v6_ordersearch()
        sent = {name.lower(): value for name, value in sandbox.ledger.requests[-1].headers.items()}
        assert (sent["x-one"], sent["x-two"]) == ("1", "3")


def test_changes_of_the_configuration_count_from_the_next_call_on(orders: OrdersApi, sandbox: Sandbox) -> None:
    configuration = orders.api_client.configuration
    orders.get_resellers_v6_ordersearch()
    configuration.im_sender_id = "later"
    orders.get_resellers_v6_ordersearch()
    with Sandbox() as other:
        configuration.host = other.url
        orders.get_resellers_v6_ordersearch()
        assert any("search" in request.path for request in other.ledger.requests)
    sent = [{k.lower(): v for k, v in request.headers.items()} for request in sandbox.ledger.requests]
    assert [headers.get("im-senderid") for headers in sent][-1] == "later"


def test_the_default_client(sandbox: Sandbox) -> None:
    try:
        ApiClient.set_default(ApiClient(sandbox.configuration()))
        assert OrdersApi().get_resellers_v6_ordersearch().orders == []
        assert OrdersApi().api_client == ApiClient.get_default()
        copied = ApiClient.get_default_copy()
        assert copied != ApiClient.get_default()
        assert OrdersApi(copied).get_resellers_v6_ordersearch().orders == []
        copied.close()
        ApiClient.get_default().close()
        ApiClient.set_default(None)
        assert ApiClient.get_default().configuration is Configuration.get_default()
    finally:
        ApiClient.set_default(None)
        Configuration.set_default(None)


def test_what_programs_for_the_vendors_sdk_call() -> None:
    class Colour(Enum):
        RED = "red"

    client = ApiClient()
    assert client.select_header_accept(["text/plain", "application/json"]) == "application/json"
    assert client.select_header_content_type(["text/plain"]) == "text/plain"
    assert client.select_header_accept([]) is None
    made = client.sanitize_for_serialization(
        {
            "a": [date(2020, 1, 1), Decimal("1.5"), Decimal(2), Colour.RED, None, (True, "x")],
            "m": OrderCreateRequest.from_dict(ORDER),
        }
    )
    assert made["a"] == ["2020-01-01", 1.5, 2, "red", None, [True, "x"]]
    assert made["m"]["customerOrderNumber"] == "PO-1"
    with pytest.raises(ApiTypeError):
        client.sanitize_for_serialization(object())
    client.client_side_validation = False
    assert client.configuration.client_side_validation is False
    client.client_side_validation = True
    with pytest.raises(ApiTypeError, match="configuration must be"):
        ApiClient("https://example.com")  # type: ignore[arg-type]
    Configuration.set_default(None)


# The end.


def test_use_after_close_is_a_clear_error(orders: OrdersApi) -> None:
    orders.get_resellers_v6_ordersearch()
    orders.api_client.close()
    orders.api_client.close()
    with pytest.raises(ClientClosedError, match="closed"):
        orders.get_resellers_v6_ordersearch()
    assert "closed" in repr(orders.api_client)
    never_used = ApiClient()
    never_used.close()
    with pytest.raises(ClientClosedError):
        OrdersApi(never_used).get_orderdetails_v6_1("1", "20", "US")


@blocking_only
def test_close_lets_calls_under_way_finish() -> None:
    arrived, go = threading.Event(), threading.Event()

    def slow(connection: Any, _: Any) -> bytes:
        arrived.set()
        go.wait(5)
        return answer({"orders": [{"ingramOrderNumber": "20-1"}]}, "201 Created")

    with WireServer([slow]) as server, ThreadPoolExecutor(1) as pool:
        configuration = Configuration(server.url, access_token="t", im_customer_number="1", im_country_code="US")
        client = ApiClient(configuration)
        future = pool.submit(OrdersApi(client).post_createorder_v6, order_create_request=ORDER)
        assert arrived.wait(5)
        client.close()
        go.set()
        assert future.result(5).orders[0].ingram_order_number == "20-1"


@blocking_only
def test_a_closed_client_leaves_no_connection_open(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        OrdersApi(client).get_resellers_v6_ordersearch()
    client = ApiClient(sandbox.configuration())
    OrdersApi(client).get_resellers_v6_ordersearch()
    del client
    gc.collect()


# Threads.


def test_many_threads_share_a_client_and_its_pool(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration(connection_pool_maxsize=5)) as client, ThreadPoolExecutor(32) as pool:
        api = OrdersApi(client)

        def run(index: int) -> bool:
            number = f"PO-{index}"
            placed = api.post_createorder_v6(order_create_request={**ORDER, "customerOrderNumber": number})
            order = api.get_orderdetails_v6_1(placed.orders[0].ingram_order_number)
            return order.customer_order_number == number

        assert all(pool.map(run, range(200)))
    assert sandbox.connection_count <= 5
    assert len(sandbox.ledger.orders) == 200


def test_waiting_for_a_connection_ends_with_the_time_of_the_call() -> None:
    go = threading.Event()

    def slow(connection: Any, _: Any) -> bytes:
        go.wait(5)
        return answer({})

    with WireServer([slow]) as server, ThreadPoolExecutor(1) as pool:
        configuration = Configuration(
            server.url, access_token="t", im_customer_number="1", im_country_code="US", connection_pool_maxsize=1
        )
        with ApiClient(configuration) as client:
            api = OrdersApi(client)
            first = pool.submit(api.get_orderdetails_v6_1, "20-1")
            while not server.received:
                pass
            with pytest.raises(ApiTimeoutException, match="no connection was free in time") as caught:
                api.post_createorder_v6(order_create_request=ORDER, _request_timeout=0.1)
            assert caught.value.outcome is Outcome.NOT_SENT
            go.set()
            first.result(5)


# Forks.


def in_child(work: Callable[[], object]) -> object:
    """Run something in a forked child and return what it returned, or its error as text."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - another process
        try:
            result: object = work()
        except BaseException as error:
            result = f"{type(error).__name__}: {error}"
        os.write(writer, json.dumps(result).encode())
        os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        found = pipe.read()
    os.waitpid(child, 0)
    return json.loads(found)


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
fork_in_threads = pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork.*:DeprecationWarning")


@needs_fork
@fork_in_threads
@blocking_only
def test_a_child_never_uses_its_parents_connections(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        api = OrdersApi(client)
        numbers = []
        for index in range(4):
            order = {**ORDER, "customerOrderNumber": f"PO-{index}"}
            numbers.append(api.post_createorder_v6(order_create_request=order).orders[0].ingram_order_number)
        connections = sandbox.connection_count

        def read_all() -> bool:
            return all(
                api.get_orderdetails_v6_1(number).ingram_order_number == number for _ in range(20) for number in numbers
            )

        with ThreadPoolExecutor(1) as pool:
            assert in_child(lambda: True) is True
            beside = pool.submit(read_all)
            assert in_child(read_all) is True
            assert in_child(read_all) is True
            assert beside.result(30)
        assert read_all()
        assert sandbox.connection_count >= connections + 2
        mine = {item.connection_id for item in sandbox.ledger.requests}
        assert len(mine) == sandbox.connection_count


@needs_fork
@fork_in_threads
@blocking_only
def test_a_child_never_waits_for_its_parents_locks(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        api = OrdersApi(client)
        api.get_resellers_v6_ordersearch()
        sandbox.revoke_tokens()
        transport = client.rest_client
        route = transport.route(client.configuration.host)
        (source,) = client._sources.values()
        assert route.pool is not None
        assert route.pool.pool is not None
        with transport._lock, source._lock, route.pool.pool.mutex:
            found = in_child(lambda: api.get_resellers_v6_ordersearch_with_http_info(_request_timeout=10).status_code)
        assert found == 204


@needs_fork
@fork_in_threads
@blocking_only
def test_a_fork_during_a_token_request_does_not_hang_the_child(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("delay", operation="get_accesstoken", delay=0.3))
    with ApiClient(sandbox.configuration()) as client, ThreadPoolExecutor(1) as pool:
        api = OrdersApi(client)
        first = pool.submit(api.get_resellers_v6_ordersearch)
        while not client._sources or next(iter(client._sources.values()))._flight is None:
            pass
        found = in_child(lambda: api.get_resellers_v6_ordersearch_with_http_info(_request_timeout=10).status_code)
        assert found == 204
        assert first.result(10).orders == []


@needs_fork
@fork_in_threads
@blocking_only
def test_multiprocessing_workers(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        api = OrdersApi(client)
        api.post_createorder_v6(order_create_request=ORDER)
        context = multiprocessing.get_context("fork")
        queue = context.SimpleQueue()
        workers = [
            context.Process(target=lambda: queue.put(len(api.get_resellers_v6_ordersearch().orders))) for _ in range(3)
        ]
        for worker in workers:
            worker.start()
        assert [queue.get() for _ in workers] == [1, 1, 1]
        for worker in workers:
            worker.join(10)
            assert worker.exitcode == 0
