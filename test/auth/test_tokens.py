"""Tokens in a running client: fetched once, renewed, shared, and never in the wrong place."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
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
from xi_sdk_resellers.token_cache import FileTokenCache, MemoryTokenCache, RedisTokenCache, Token

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
    for module in ("_auth.source.time", "api_client.wall_clock", "_auth.source_aio.time", "aio.api_client.wall_clock"):
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


# Caches.


@contextmanager
def redis_server(directory: Path) -> Iterator[str]:
    """Start a real Redis on a free port."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("the program redis-server is not installed")
    pytest.importorskip("redis", reason="the redis extra is not installed")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [program, "--port", str(port), "--save", "", "--dir", str(directory), "--bind", "127.0.0.1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 10
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.02)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(params=["memory", "file", "redis"])
def cache(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    if request.param == "memory":
        yield MemoryTokenCache()
    elif request.param == "file":
        yield FileTokenCache(tmp_path / "tokens")
    else:
        with redis_server(tmp_path) as url:
            made = RedisTokenCache(url)
            yield made
            made._redis.close()


def test_a_cache_keeps_tokens(cache: Any) -> None:
    token = Token("t0p-secret", time.time(), time.time() + 100)
    assert cache.load("k") is None
    cache.save("k", token)
    assert cache.load("k") == token
    newer = Token("newer", time.time(), time.time() + 100)
    cache.save("k", newer)
    assert cache.load("k") == newer
    assert cache.load("other") is None
    assert "t0p-secret" not in repr(cache)


def test_a_cache_lets_one_in_at_a_time(cache: Any) -> None:
    inside: list[int] = []

    def run(_: int) -> int:
        with cache.lock("k", 10.0):
            inside.append(1)
            found = len(inside)
            time.sleep(0.001)
            inside.pop()
        return found

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(run, range(12))) == {1}


def test_a_lock_that_takes_too_long_is_passed_over(cache: Any) -> None:
    with cache.lock("k", 1.0), cache.lock("k", 0.0):
        pass
    with cache.lock("k", 0.0):
        pass


def test_many_clients_share_one_token(cache: Any, sandbox: Sandbox) -> None:
    clients = [client_of(sandbox, token_cache=cache) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(search, clients)) == {204}
        assert sandbox.ledger.tokens_issued == 1
        sandbox.revoke_tokens()
        assert set(pool.map(search, clients)) == {204}
        assert sandbox.ledger.tokens_issued == 2
    for client in clients:
        client.close()


class BrokenCache:
    """Fails whatever it is asked."""

    def load(self, key: str) -> None:
        raise OSError("load")

    def save(self, key: str, token: Token) -> None:
        raise OSError("save")

    def lock(self, key: str, timeout: float) -> Any:
        raise OSError("lock")


def test_a_broken_cache_never_fails_a_call(sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    with client_of(sandbox, token_cache=BrokenCache()) as client:
        assert search(client) == 204
        assert search(client) == 204
    assert sandbox.ledger.tokens_issued == 1
    assert "token cache" in caplog.text


@pytest.mark.parametrize("odd", ["x", {"access_token": "x"}, Token(5, 0.0, 1e12), Token("x", None, None)])  # type: ignore[arg-type]
def test_nor_does_one_that_gives_no_token(sandbox: Sandbox, caplog: pytest.LogCaptureFixture, odd: Any) -> None:
    class OddCache(MemoryTokenCache):
        def load(self, key: str) -> Any:
            return odd

    with client_of(sandbox, token_cache=OddCache()) as client:
        assert search(client) == 204
    assert sandbox.ledger.tokens_issued == 1
    assert "the token cache could not read a token: TypeError" in caplog.text


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_token_files_are_for_their_owner_only(tmp_path: Path) -> None:
    cache = FileTokenCache(tmp_path / "a" / "b")
    cache.save("k", Token("t", 0.0, 1.0))
    with cache.lock("k", 0.0):
        pass
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    files = sorted((tmp_path / "a" / "b").iterdir())
    assert [path.name for path in files] == ["k.json", "k.lock"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    files[0].chmod(0o644)
    with pytest.raises(PermissionError):
        cache.load("k")


@pytest.mark.parametrize("twin", ["blocking"])
def test_many_processes_share_one_token(sandbox: Sandbox, tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from xi_sdk_resellers import ApiClient, Configuration, OrdersApi\n"
        "from xi_sdk_resellers.token_cache import FileTokenCache\n"
        "with ApiClient(Configuration.from_env(token_cache=FileTokenCache(sys.argv[1]))) as client:\n"
        "    print(OrdersApi(client).get_resellers_v6_ordersearch_with_http_info().status_code)\n"
    )
    environment = {**os.environ, **sandbox.environment()}
    command = [sys.executable, "-c", program, str(tmp_path)]
    running = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) for _ in range(3)]
    assert [process.communicate(timeout=60)[0].strip() for process in running] == [b"204"] * 3
    assert sandbox.ledger.tokens_issued == 1


def test_redis_keeps_a_token_only_as_long_as_it_lives(tmp_path: Path) -> None:
    with redis_server(tmp_path) as url:
        cache = RedisTokenCache(url, prefix="p:")
        cache.save("k", Token("t", time.time(), time.time() + 50))
        assert 40_000 < cache._redis.pttl("p:k") <= 50_000
        cache.save("gone", Token("t", 0.0, 1.0))
        assert cache.load("gone") is None
        cache._redis.close()


def test_redis_that_is_away_does_not_fail_a_call(sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    pytest.importorskip("redis", reason="the redis extra is not installed")
    with client_of(sandbox, token_cache=RedisTokenCache("redis://127.0.0.1:1/0")) as client:
        assert search(client) == 204
    assert "token cache" in caplog.text


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ApiValueError, match=r"xi-sdk-resellers\[redis\]"):
        RedisTokenCache("redis://127.0.0.1/0")
