"""What is logged, and that no secret of a whole run is found in logs, reprs, exceptions or pickles."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import re
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest

from test.support.client_twins import AccesstokenApi, ApiClient, OrdersApi
from test.support.wire_server import Received, WireServer, answer
from xi_sdk_resellers import (
    ApiException,
    ApiTypeError,
    BadRequestException,
    Configuration,
    OpenApiException,
    Retries,
    TokenRefusedException,
)
from xi_sdk_resellers.sandbox import Fault, Sandbox
from xi_sdk_resellers.token_cache import FileTokenCache, MemoryTokenCache

SECRET = "planted-client-secret"
TOKEN = "planted-access-token"
PROXY_PASSWORD = "planted-proxy-password"
EMAIL = "planted.person@example.com"
PHONE = "5550123987"
LINE = {"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}
ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [LINE],
    "endUserInfo": {"contact": "P", "email": EMAIL, "phoneNumber": PHONE},
    "shipToInfo": {"contact": "P", "email": EMAIL, "phoneNumber": PHONE},
}

pytestmark = pytest.mark.usefixtures("twins")


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Catch every line of every logger."""
    with caplog.at_level(logging.DEBUG):
        yield caplog


def run(api: OrdersApi, sandbox: Sandbox) -> list[OpenApiException]:
    """Make calls that succeed and calls that fail in many ways; return what was raised."""
    caught: list[OpenApiException] = []

    def attempt(call: Callable[[], Any]) -> None:
        try:
            call()
        except OpenApiException as error:
            caught.append(error)

    def place() -> Any:
        return api.post_createorder_v6_with_http_info(order_create_request=ORDER)

    attempt(place)
    sandbox.revoke_tokens()
    attempt(place)
    for kind in ("lost_answer", "garbage", "html", "reset", "cut_answer", "redirect"):
        sandbox.faults.add(Fault(kind, operation="post_createorder_v6"))
        attempt(place)
    for kind, more in (("lost_answer", {}), ("status", {"status": 400}), ("cut_answer", {"at_byte": 90}), ("html", {})):
        sandbox.revoke_tokens()
        sandbox.faults.add(Fault(kind, operation="get_accesstoken", times=5, **more))
        attempt(place)
        sandbox.faults.clear()
    attempt(lambda: api.get_orderdetails_v6_1("20-nothing"))
    attempt(lambda: api.get_orderdetails_v6_1("..", _request_auth=TOKEN))  # type: ignore[arg-type]
    attempt(lambda: api.get_resellers_v6_ordersearch(_headers={"Authorization": f"Bearer {TOKEN}\r\n"}))
    attempt(lambda: api.get_resellers_v6_ordersearch(_request_auth=TOKEN))  # type: ignore[arg-type]
    accesstoken = AccesstokenApi(api.api_client)
    attempt(lambda: accesstoken.get_accesstoken("client_credentials", "sandbox-client", "wrong-" + SECRET))
    attempt(lambda: accesstoken.get_accesstoken("nonsense", "sandbox-client", SECRET))
    attempt(lambda: accesstoken.get_accesstoken("client_credentials", "c", SECRET.encode()))  # type: ignore[arg-type]
    return caught


@pytest.mark.parametrize("debug", [False, True])
def test_a_whole_run_shows_no_secret(everything_logged: pytest.LogCaptureFixture, tmp_path: Path, debug: bool) -> None:
    cache = FileTokenCache(tmp_path / "tokens")
    with Sandbox(client_secret=SECRET) as sandbox:
        configuration = sandbox.configuration(
            token_cache=cache,
            retries=Retries(max_attempts=2, backoff=0),
            debug=debug,
            api_key={"k": TOKEN},
            password=TOKEN,
        )
        with ApiClient(configuration) as client:
            api = OrdersApi(client)
            caught = run(api, sandbox)
            shown = [repr(item) for item in (configuration, client, client.default_headers, cache, api, *caught)]
            shown += [str(configuration), configuration.to_debug_report(), repr(vars(client))]
            client.set_default_header("Authorization", f"Bearer {TOKEN}")
        configuration.debug = False
        shown += [str(error) for error in caught]
        shown += ["".join(traceback.format_exception(error)) for error in caught]
        shown += [repr({name: value for name, value in vars(error).items() if name != "body"}) for error in caught]
        framed = [
            "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
            for error in caught
        ]
        pickled = [
            pickle.dumps(item) for item in (configuration, copy.copy(configuration), client.default_headers, *caught)
        ]
        issued = [
            match.group(1)
            for request in sandbox.ledger.requests
            for name, value in request.headers.items()
            if name.lower() == "authorization" and (match := re.match(r"Bearer (\S+)$", value))
        ]
    assert len(caught) >= 12
    logged = "\n".join(record.getMessage() for record in everything_logged.records)
    secrets = {SECRET, TOKEN, *issued}
    assert len(secrets) > 4
    for secret in secrets:
        assert secret not in logged
        assert not [text for text in shown if secret in text]
        assert not [data for data in pickled if secret.encode() in data]
    for token in {*issued} - {TOKEN}:
        assert not [text for text in framed if token in text]
    assert EMAIL not in logged
    assert PHONE not in logged
    assert ("quantity" in logged) is debug


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickled_headers_leave_secrets_out_and_copied_ones_keep_them(protocol: int) -> None:
    headers = ApiClient(Configuration(), "Authorization", f"Bearer {TOKEN}", cookie=SECRET).default_headers
    dumped = pickle.dumps(headers, protocol)
    assert TOKEN.encode() not in dumped
    assert SECRET.encode() not in dumped
    loaded = pickle.loads(dumped)
    assert loaded == {name: value for name, value in headers.items() if name not in ("Authorization", "Cookie")}
    for made in (headers.copy(), copy.copy(headers), copy.deepcopy(headers)):
        assert (made, type(made)) == (headers, type(loaded))
        assert made is not headers
        assert TOKEN not in repr(made)


def test_an_answer_with_a_token_is_not_pickled_but_copied(sandbox: Sandbox) -> None:
    with ApiClient(sandbox.configuration()) as client:
        credentials = ("client_credentials", "sandbox-client", "sandbox-secret")
        answer = AccesstokenApi(client).get_accesstoken_with_http_info(*credentials)
    for item in (answer, answer.data, {"token": answer.data}):
        with pytest.raises(ApiTypeError, match=r"access_token is a secret, so this cannot be pickled: .* token_cache"):
            pickle.dumps(item)
    for made in (copy.copy(answer), copy.deepcopy(answer)):
        assert made.data.access_token == answer.data.access_token


def test_one_line_a_call(sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    with ApiClient(sandbox.configuration(access_token=sandbox.issue_token())) as client:
        with caplog.at_level(logging.DEBUG, "xi_sdk_resellers"):
            response = OrdersApi(client).get_resellers_v6_ordersearch_with_http_info(page_size=7)
            with pytest.raises(ApiException):
                OrdersApi(client).get_orderdetails_v6_1("20-1", im_correlation_id="mine")
    lines = [record.getMessage() for record in caplog.records if record.name == "xi_sdk_resellers"]
    assert len(lines) == 2
    base = re.escape(sandbox.url)  # every line names the host
    wanted = rf"GET {base}/resellers/v6/orders/search 204 in [\d.]+ ms, attempt 1 \[{response.correlation_id}\]"
    assert re.fullmatch(wanted, lines[0])
    assert re.fullmatch(rf"GET {base}/resellers/v6\.1/orders/20-1 404 in [\d.]+ ms, attempt 1 \[mine\]", lines[1])
    assert {record.levelname for record in caplog.records if record.name == "xi_sdk_resellers"} == {"DEBUG"}
    for record in caplog.records:
        elapsed = vars(record).get("xi_elapsed")
        assert elapsed is None or (0 < elapsed < 60 and f" in {elapsed * 1000:.1f} ms" in record.getMessage())


def test_repeated_calls_and_drift_are_warnings(caplog: pytest.LogCaptureFixture) -> None:
    with WireServer([answer(status="503 Busy"), answer({"lines": 5})]) as server:
        with Sandbox() as sandbox:
            configuration = sandbox.configuration(host=server.url, access_token="t", retries=Retries(backoff=0))
        with ApiClient(configuration) as client, caplog.at_level(logging.WARNING, "xi_sdk_resellers"):
            response = OrdersApi(client).get_orderdetails_v6_1_with_http_info("20-1")
    again, drift = (record.getMessage() for record in caplog.records)
    assert "answered 503: attempt 2 again in 0.00 s" in again
    assert "get_orderdetails_v6_1 answered outside the contract: lines" in drift
    assert all(response.correlation_id in line for line in (again, drift))
    assert response.drift


@pytest.mark.parametrize(("count", "rest"), [(5, ""), (6, " and 1 more"), (9, " and 4 more")])
def test_of_much_drift_the_first_five_are_told_and_the_rest_counted(
    caplog: pytest.LogCaptureFixture, count: int, rest: str
) -> None:
    with WireServer([answer({"lines": [5] * count})]) as server:
        configuration = Configuration(server.url, access_token="t", im_customer_number="1", im_country_code="US")
        with ApiClient(configuration) as client:
            response = OrdersApi(client).get_orderdetails_v6_1_with_http_info("20-1")
    told = ", ".join(f"{item.path}: {item.message}" for item in response.drift[:5])
    assert len(response.drift) == count
    assert f"outside the contract: {told}{rest} ({server.url})" in caplog.text


def test_nothing_is_logged_above_debug_for_a_call_that_works(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    with ApiClient(sandbox.configuration()) as client, caplog.at_level(logging.INFO):
        OrdersApi(client).post_createorder_v6(order_create_request=ORDER)
    assert not caplog.records


def test_a_proxys_password_stays_secret(everything_logged: pytest.LogCaptureFixture, sandbox: Sandbox) -> None:
    proxy = f"http://user:{PROXY_PASSWORD}@127.0.0.1:1"
    configuration = sandbox.configuration(host="https://api.example.invalid", access_token="t", proxy=proxy, retries=1)
    with ApiClient(configuration) as client, pytest.raises(ApiException) as caught:
        OrdersApi(client).get_orderdetails_v6_1("20-1")
    shown = [
        repr(configuration),
        repr(client),
        "".join(traceback.format_exception(caught.value)),
        everything_logged.text,
    ]
    assert not [text for text in shown if PROXY_PASSWORD in text]
    assert PROXY_PASSWORD.encode() not in pickle.dumps(configuration) + pickle.dumps(caught.value)


def test_memory_cache_and_tokens_show_nothing(sandbox: Sandbox) -> None:
    cache = MemoryTokenCache()
    with ApiClient(sandbox.configuration(token_cache=cache)) as client:
        OrdersApi(client).get_resellers_v6_ordersearch()
    assert repr(cache) == "MemoryTokenCache(1 tokens)"


def test_a_secret_that_a_header_alone_repeats_is_masked(everything_logged: pytest.LogCaptureFixture) -> None:
    with WireServer([answer({"message": "no"}, "400 Bad Request", x_seen=f"Bearer {TOKEN}")]) as server:
        configuration = Configuration(
            server.url, access_token=TOKEN, im_customer_number="1", im_country_code="US", retries=False
        )
        with ApiClient(configuration) as client, pytest.raises(BadRequestException) as caught:
            OrdersApi(client).get_orderdetails_v6_1("20-1")
    assert caught.value.headers["X-Seen"] == "Bearer ***"
    assert TOKEN not in everything_logged.text + repr(vars(caught.value))


@pytest.mark.parametrize("operation", ["token", "order"])
def test_secrets_that_a_server_repeats_are_masked(everything_logged: pytest.LogCaptureFixture, operation: str) -> None:
    secret = 'planted "secret"/+é'
    token = "planted-token"

    def repeat(connection: Any, received: Received) -> bytes:
        if "oauth" in received.line and operation == "order":
            return answer({"access_token": token, "expires_in": 3600})
        sent = received.headers.get("authorization", "")
        content = {"message": f"bad {secret} in {sent}", "raw": received.body.decode()}
        return answer(content, "400 Bad Request", x_seen=sent or quote_plus(secret))

    with WireServer([repeat]) as server:
        configuration = Configuration(
            server.url, client_id="c", client_secret=secret, im_customer_number="1", im_country_code="US",
            retries=False, debug=True,
        )  # fmt: skip
        try:
            kind = TokenRefusedException if operation == "token" else BadRequestException
            with ApiClient(configuration) as client, pytest.raises(kind) as caught:
                OrdersApi(client).get_orderdetails_v6_1("20-1")
        finally:
            configuration.debug = False
    logged = "\n".join(record.getMessage() for record in everything_logged.records)
    hidden = [token] if operation == "order" else [secret, quote_plus(secret), json.dumps(secret)[1:-1]]
    for text in (str(caught.value), repr(vars(caught.value)), logged):
        assert ("bad planted" if operation == "order" else "bad ***") in text
        assert not [item for item in hidden if item in text]
    assert not [item for item in hidden if item.encode() in pickle.dumps(caught.value)]
    assert caught.value.raw_body.count(b"***") == (1 if operation == "order" else 2)
