"""Tokens in a running client: fetched once, renewed, shared by threads, and never in the wrong place."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from test.support.wire_server import WireServer, answer
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiException,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    Configuration,
    Outcome,
    Retries,
    ServiceException,
    UnauthorizedException,
)
from xi_sdk_resellers.sandbox import Fault, Sandbox

ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}],
}

pytestmark = pytest.mark.usefixtures("twins")


def client_of(sandbox: Sandbox, **settings: Any) -> ApiClient:
    return ApiClient(sandbox.configuration(**{"retries": Retries(backoff=0), **settings}))


def search(client: ApiClient) -> int:
    return OrdersApi(client).get_resellers_v6_ordersearch_with_http_info().status_code


def test_a_token_is_fetched_once_by_form(sandbox: Sandbox) -> None:
    with client_of(sandbox) as client:
        for _ in range(3):
            assert search(client) == 204
    assert sandbox.ledger.tokens_issued == 1
    request = next(item for item in sandbox.ledger.requests if "oauth" in item.path)
    assert request.method == "POST"
    assert "secret" not in str(request.query)
    assert b"grant_type=client_credentials" in request.body


def test_many_threads_share_one_fetch(sandbox: Sandbox) -> None:
    with client_of(sandbox) as client, ThreadPoolExecutor(16) as pool:
        barrier = threading.Barrier(16)

        def run(_: int) -> int:
            barrier.wait()
            return search(client)

        assert set(pool.map(run, range(16))) == {204}
        assert sandbox.ledger.tokens_issued == 1
        sandbox.revoke_tokens()
        assert set(pool.map(run, range(16))) == {204}
    assert sandbox.ledger.tokens_issued == 2


def test_a_revoked_token_is_renewed_and_the_call_repeated_once_mutations_too(sandbox: Sandbox) -> None:
    with client_of(sandbox, retries=False) as client:
        search(client)
        sandbox.revoke_tokens()
        response = OrdersApi(client).post_createorder_v6_with_http_info(order_create_request=ORDER)
        assert (response.status_code, response.attempts) == (201, 2)
    assert len(sandbox.ledger.orders) == 1
    calls = [item for item in sandbox.ledger.requests if item.method == "POST" and "orders" in item.path]
    assert [call.correlation_id for call in calls] == [response.correlation_id] * 2


def test_a_token_that_stays_refused_raises_after_one_repeat(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("status", status=401, times=None))
    with client_of(sandbox) as client:
        with pytest.raises(UnauthorizedException) as caught:
            OrdersApi(client).post_createorder_v6(order_create_request=ORDER)
    assert caught.value.outcome is Outcome.REJECTED
    assert caught.value.attempts == 2
    assert sandbox.ledger.tokens_issued == 2


def set_clock(patch: pytest.MonkeyPatch, clock: list[float]) -> None:
    """Let both clients take the time from a list."""
    for module in ("_auth.renewal.time", "api_client.wall_clock", "aio.api_client.wall_clock"):
        patch.setattr(f"xi_sdk_resellers.{module}", lambda: clock[0])


def test_a_token_is_renewed_before_it_ends() -> None:
    clock = [1000.0]
    with Sandbox(token_lifetime=3600) as sandbox, client_of(sandbox) as client:
        with pytest.MonkeyPatch.context() as patch:
            set_clock(patch, clock)
            search(client)
            clock[0] += 3200
            search(client)
            assert sandbox.ledger.tokens_issued == 1
            clock[0] += 150  # 250 seconds before its end
            search(client)
            assert sandbox.ledger.tokens_issued == 2


def test_a_token_that_cannot_be_renewed_is_used_while_it_works() -> None:
    clock = [1000.0]
    with Sandbox(token_lifetime=3600) as sandbox, client_of(sandbox, retries=False) as client:
        with pytest.MonkeyPatch.context() as patch:
            set_clock(patch, clock)
            search(client)
            clock[0] += 3400
            sandbox.faults.add(Fault("status", operation="get_accesstoken", status=503))
            assert search(client) == 204
            clock[0] += 400
            sandbox.faults.add(Fault("status", operation="get_accesstoken", status=503))
            with pytest.raises(ServiceException, match="while getting an access token"):
                search(client)


@pytest.mark.parametrize("secret", ["wrong", "sandbox-secret "])
def test_refused_credentials_say_so_and_that_nothing_was_sent(sandbox: Sandbox, secret: str) -> None:
    with client_of(sandbox, client_secret=secret) as client:
        with pytest.raises((BadRequestException, UnauthorizedException)) as caught:
            OrdersApi(client).post_createorder_v6(order_create_request=ORDER)
    error = caught.value
    assert error.outcome is Outcome.NOT_SENT
    assert (error.customer_order_number, error.operation) == ("PO-1", "post_createorder_v6")
    assert len(error.correlation_id or "") == 32
    assert "client_secret" in (error.hint or "")
    assert "The order was NOT placed" in str(error)
    assert secret not in str(error)


def test_waiting_threads_get_the_same_clear_error(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("delay", operation="get_accesstoken", delay=0.1, times=None))
    with client_of(sandbox, client_secret="wrong") as client, ThreadPoolExecutor(8) as pool:
        barrier = threading.Barrier(8)

        def run(_: int) -> ApiException:
            barrier.wait()
            with pytest.raises(ApiException) as caught:
                search(client)
            return caught.value

        errors = list(pool.map(run, range(8)))
    assert len({str(error).splitlines()[0] for error in errors}) == 1
    assert len({error.correlation_id for error in errors}) == 8
    assert sum("oauth" in item.path for item in sandbox.ledger.requests) < 8


def test_a_lost_token_answer_is_asked_for_again(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("lost_answer", operation="get_accesstoken", times=2))
    with client_of(sandbox) as client:
        assert search(client) == 204


def test_a_token_answer_that_makes_no_sense_is_kept_out_of_the_error() -> None:
    with WireServer([answer(b'{"access_token": "planted', content_length="400", connection="close")]) as server:
        configuration = Configuration(
            server.url, client_id="i", client_secret="s", im_customer_number="1", im_country_code="US", retries=False
        )
        with ApiClient(configuration) as client, pytest.raises(ApiException) as caught:
            search(client)
    assert "planted" not in str(caught.value)
    assert "planted" not in repr(vars(caught.value))


def test_a_callable_gives_the_token_and_is_asked_again_after_a_401(sandbox: Sandbox) -> None:
    given: list[str] = []

    def current() -> str:
        given.append(sandbox.issue_token() if len(given) > 1 else "old")
        return given[-1]

    with client_of(sandbox, client_id=None, client_secret=None, access_token=current) as client:
        with pytest.raises(UnauthorizedException):
            search(client)
        assert given == ["old", "old"]
        assert search(client) == 204


def test_a_callable_that_returns_no_text_is_refused_before_anything_is_sent(sandbox: Sandbox) -> None:
    with client_of(sandbox, client_id=None, client_secret=None, access_token=lambda: 7) as client:
        with pytest.raises(ApiTypeError, match="access_token"):
            search(client)
    assert sandbox.ledger.requests == []


def test_a_plain_token_is_used_as_it_is_and_can_be_changed(sandbox: Sandbox) -> None:
    configuration = sandbox.configuration(client_id=None, client_secret=None, access_token="wrong")
    with ApiClient(configuration) as client:
        with pytest.raises(UnauthorizedException) as caught:
            search(client)
        assert caught.value.attempts == 1
        configuration.access_token = sandbox.issue_token()
        assert search(client) == 204
        with pytest.raises(UnauthorizedException):
            OrdersApi(client).get_resellers_v6_ordersearch(_request_auth="wrong")  # type: ignore[arg-type]
        with pytest.raises(UnauthorizedException):
            OrdersApi(client).get_resellers_v6_ordersearch(_headers={"authorization": "Bearer wrong"})


def test_without_credentials_the_vendor_refuses_and_the_error_helps(sandbox: Sandbox) -> None:
    with client_of(sandbox, client_id=None, client_secret=None) as client:
        with pytest.raises(UnauthorizedException, match="No credentials were sent"):
            search(client)


@pytest.mark.parametrize("token", ["", "a b", "a\r\nX: y", "é", 5, b"t"])
def test_a_token_that_cannot_be_sent_is_named_and_not_shown(token: Any) -> None:
    def run() -> None:
        with ApiClient(Configuration("http://127.0.0.1:1", im_customer_number="1", im_country_code="US")) as client:
            client.configuration.access_token = token
            search(client)

    with pytest.raises((ApiValueError, ApiTypeError), match="access_token") as caught:
        run()
    if token not in ("", 5):
        assert str(token) not in str(caught.value)


def test_half_of_the_credentials_is_an_error(sandbox: Sandbox) -> None:
    with (
        client_of(sandbox, client_secret=None) as client,
        pytest.raises(ApiValueError, match="client_secret is missing"),
    ):
        search(client)
    assert not sandbox.ledger.requests


@pytest.mark.parametrize(
    "settings", [{"access_token": "x"}, {"client_id": "i", "client_secret": "s"}], ids=["token", "credentials"]
)
def test_credentials_never_leave_over_plain_http(settings: dict[str, str]) -> None:
    common = {"im_customer_number": "1", "im_country_code": "US", "retries": False, "connect_timeout": 0.05}
    with ApiClient(Configuration("http://example.invalid", **settings, **common)) as client:  # type: ignore[arg-type]
        with pytest.raises(ApiValueError, match="https"):
            search(client)
        client.configuration.allow_insecure_http = True
        with pytest.raises(ApiConnectionException):
            search(client)


def test_the_vendors_sandbox_gets_its_token_from_the_base() -> None:
    with WireServer([answer({"access_token": "t", "expires_in": "86400"}), answer({})]) as server:
        configuration = Configuration(
            f"{server.url}/sandbox", client_id="i", client_secret="s", im_customer_number="1", im_country_code="US"
        )
        with ApiClient(configuration) as client:
            OrdersApi(client).get_orderdetails_v6_1("20-1")
        assert [item.line.split()[1] for item in server.received] == [
            "/oauth/oauth20/token",
            "/sandbox/resellers/v6.1/orders/20-1",
        ]
