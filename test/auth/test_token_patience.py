"""A token that still works is used when no new one can be had; a cache that does not answer costs little and fails
nothing."""

from __future__ import annotations

import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from test.support.instants import Instants, Strike, sweep
from test.support.servers import redis_server
from test.support.wire_server import Received, WireServer, answer
from xi_sdk_resellers import ApiException, ApiTimeoutException, Configuration, Outcome, Retries, interrupted_call
from xi_sdk_resellers._auth import renewal, source
from xi_sdk_resellers.sandbox import Fault, Sandbox
from xi_sdk_resellers.token_cache import FileTokenCache, MemoryTokenCache, RedisTokenCache, Token

pytestmark = pytest.mark.usefixtures("twins")
blocking_only = pytest.mark.parametrize("twin", ["blocking"])


class Vendor:
    """Gives tokens until it is told to hang, and orders."""

    def __init__(self) -> None:
        self.hangs = False
        self.tokens = 0
        self.over = threading.Event()

    def __call__(self, _: socket.socket, received: Received) -> bytes | None:
        if "oauth" not in received.line:
            return answer({"ingramOrderNumber": received.headers["authorization"].rpartition(" ")[2]})
        self.tokens += 1
        if self.hangs:
            self.over.wait(60)
            return None
        return answer({"access_token": f"t{self.tokens}", "expires_in": 86400})


@pytest.fixture
def vendor() -> Iterator[Vendor]:
    made = Vendor()
    yield made
    made.over.set()


@contextmanager
def client_of(vendor: Vendor, **settings: Any) -> Iterator[Any]:
    common = {"client_id": "c", "client_secret": "s" * 10, "im_customer_number": "1", "im_country_code": "US"}
    with WireServer([vendor]) as server:
        with ApiClient(Configuration(server.url, **{**common, "total_timeout": 3, **settings})) as client:
            yield client
        vendor.over.set()


def token_used(client: Any) -> str:
    """Make a call and return the token that it carried."""
    return str(OrdersApi(client).get_orderdetails_v6_1("20-1").ingram_order_number)


def aging(value: str, left: float) -> Token:
    now = time.time()
    return Token(value, now - 86000, now + left)


def age(client: Any, value: str = "old", left: float = 180) -> None:
    """Let the client have a token that should be renewed by now."""
    (source,) = client._sources.values()
    source._token = aging(value, left)


def warnings_of(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def test_a_token_that_still_works_is_used_while_its_renewal_hangs(
    vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with client_of(vendor) as client:
        assert token_used(client) == "t1"
        age(client)
        vendor.hangs = True
        began = time.monotonic()
        assert [token_used(client) for _ in range(5)] == ["old"] * 5
        assert time.monotonic() - began < 1.5  # a tenth of 3 seconds, once
        assert vendor.tokens == 2


def test_it_is_not_tried_again_for_a_while_after_a_renewal_that_failed(
    sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    with ApiClient(sandbox.configuration(retries=False)) as client:
        search = OrdersApi(client).get_resellers_v6_ordersearch_with_http_info
        search()
        age(client, sandbox.issue_token())
        sandbox.faults.add(Fault("status", operation="get_accesstoken", status=503, times=1))
        assert [search().status_code for _ in range(3)] == [204] * 3
        assert len(warnings_of(caplog)) == 1
        assert "could not be renewed and is used as it is" in warnings_of(caplog)[0]
        (source,) = client._sources.values()
        source._quiet_until = 0.0
        assert search().status_code == 204
        assert source._token.state(time.time()).value == "fresh"
        assert renewal.QUIET == 30.0


def test_a_token_in_the_cache_that_still_works_is_used_when_no_new_one_can_be_had(vendor: Vendor) -> None:
    class Aging(MemoryTokenCache):
        def load(self, key: str) -> Token:
            return aging("cached", 180)

    vendor.hangs = True
    with client_of(vendor, token_cache=Aging()) as client:
        assert [token_used(client) for _ in range(3)] == ["cached"] * 3
    assert vendor.tokens == 1


@pytest.mark.parametrize("left", [9.0, -1.0])
def test_a_token_at_its_end_is_not(vendor: Vendor, left: float) -> None:
    with client_of(vendor, total_timeout=0.5, retries=False) as client:
        token_used(client)
        age(client, left=left)
        vendor.hangs = True
        with pytest.raises(ApiTimeoutException) as caught:
            token_used(client)
    assert caught.value.outcome is Outcome.NOT_SENT


@pytest.mark.parametrize(("left", "seconds"), [(None, 2.0), (120.0, 2.0), (20.0, 2.0), (10.0, 1.0), (3.0, 0.3)])
def test_waiting_for_a_new_token_is_a_small_part_of_the_call(twin: str, left: float | None, seconds: float) -> None:
    assert renewal.patience(left) == pytest.approx(seconds)


@pytest.mark.parametrize(("left", "seconds"), [(None, 2.0), (120.0, 2.0), (6.0, 2.0), (3.0, 1.0), (0.3, 0.1)])
def test_so_is_a_cache(twin: str, left: float | None, seconds: float) -> None:
    assert renewal.cache_seconds(left) == pytest.approx(seconds)


# Caches that do not answer.


class Silent(MemoryTokenCache):
    """Never comes back from one of its methods."""

    def __init__(self, method: str) -> None:
        super().__init__()
        self.method = method
        self.over = threading.Event()
        self.left = 0

    def _hang(self, method: str) -> None:
        if method == self.method:
            self.over.wait(60)

    def load(self, key: str) -> Token | None:
        self._hang("load")
        return super().load(key)

    def save(self, key: str, token: Token) -> None:
        self._hang("save")
        super().save(key, token)

    @contextmanager
    def lock(self, key: str, timeout: float) -> Iterator[None]:  # type: ignore[override]
        self._hang("lock")
        with super().lock(key, timeout):
            yield
        self._hang("unlock")
        self.left += 1


@pytest.mark.parametrize("method", ["load", "lock", "save", "unlock"])
def test_a_cache_that_is_silent_costs_a_part_of_the_call_and_never_fails_it(
    vendor: Vendor, method: str, caplog: pytest.LogCaptureFixture
) -> None:
    cache = Silent(method)
    began = time.monotonic()
    with client_of(vendor, token_cache=cache) as client:
        assert token_used(client) == "t1"
        assert time.monotonic() - began < 2  # a third of 3 seconds
        assert token_used(client) == "t1"
        assert vendor.tokens == 1
        cache.over.set()
    (warning,) = warnings_of(caplog)
    verb = {"load": "read", "save": "keep"}.get(method, method)
    assert warning.startswith(f"the token cache could not {verb} a token: TimeoutError: it did not answer in time; ")


def test_a_lock_that_comes_too_late_is_given_back(vendor: Vendor) -> None:
    cache = Silent("lock")
    with client_of(vendor, token_cache=cache) as client:
        assert token_used(client) == "t1"
        assert cache.left == 0
        cache.over.set()
        with cache.lock("anything", 10):  # would wait in vain
            pass
        end = time.monotonic() + 10
        while cache.left < 2:
            assert time.monotonic() < end


def test_without_a_thread_to_be_had_the_call_goes_on_without_the_cache(
    vendor: Vendor, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Worker:
        def __init__(self, name: str) -> None:
            raise RuntimeError("can't start new thread")

    monkeypatch.setattr(renewal, "Worker", Worker)
    with client_of(vendor, token_cache=MemoryTokenCache()) as client:
        assert token_used(client) == "t1"
    assert len(warnings_of(caplog)) == 1


def test_a_redis_that_accepts_and_says_nothing(vendor: Vendor, caplog: pytest.LogCaptureFixture) -> None:
    pytest.importorskip("redis", reason="the redis extra is not installed")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        cache = RedisTokenCache(f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
        began = time.monotonic()
        with client_of(vendor, token_cache=cache) as client:
            assert token_used(client) == "t1"
            assert time.monotonic() - began < 2
    assert len(warnings_of(caplog)) == 1


def test_a_redis_that_is_stopped_or_locked_by_a_dead_worker(vendor: Vendor) -> None:
    with redis_server() as server:
        cache = RedisTokenCache(server.url)
        with client_of(vendor, token_cache=cache) as client:
            assert token_used(client) == "t1"
        (key,) = cache._redis.keys("*")
        cache._redis.flushall()
        cache._redis.set(key.decode() + ":lock", "of a worker that was killed", px=60_000)
        began = time.monotonic()
        with client_of(vendor, token_cache=cache) as client:
            (name,) = cache._redis.keys("*")
            assert name == key + b":lock"
            # Another port is another key: put the lock where this client looks.
            host_key = client_key(client)
            cache._redis.set(f"{cache._prefix}{host_key}:lock", "of a worker that was killed", px=60_000)
            assert token_used(client) == "t2"
            assert time.monotonic() - began < 2.5
            assert cache.load(host_key) is not None
        os.kill(server.pid, signal.SIGSTOP)
        began = time.monotonic()
        with client_of(vendor, token_cache=cache) as client:
            assert token_used(client) == "t3"
            assert time.monotonic() - began < 2
        os.kill(server.pid, signal.SIGCONT)
        cache._redis.close()


def client_key(client: Any) -> str:
    from xi_sdk_resellers._auth.credentials import Credentials

    configuration = client.configuration
    route = client.rest_client.route(configuration.host)
    return Credentials.of(configuration, route.origin).place()[1]


@blocking_only
def test_a_token_file_locked_by_a_worker_that_was_stopped(vendor: Vendor, tmp_path: Path) -> None:
    cache = FileTokenCache(tmp_path / "tokens")
    with client_of(vendor, token_cache=cache) as client:
        name = tmp_path / "tokens" / f"{client_key(client)}.lock"
        name.parent.mkdir(mode=0o700)
        holder = (
            "import fcntl, sys\n"
            "file = open(sys.argv[1], 'w')\n"
            "fcntl.flock(file, fcntl.LOCK_EX)\n"
            "print('held', flush=True)\n"
            "sys.stdin.read()\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", holder, str(name)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            began = time.monotonic()
            assert token_used(client) == "t1"
            assert time.monotonic() - began < 2
            process.kill()
    assert cache.load(name.stem) is not None


# Threads that wait, and those that are cut off.


@blocking_only
def test_a_thread_waits_for_anothers_token_no_longer_than_its_own_call(vendor: Vendor) -> None:
    vendor.hangs = True
    with client_of(vendor, total_timeout=30, retries=False) as client:

        def lead() -> None:
            with suppress(ApiException):
                token_used(client)

        first = threading.Thread(target=lead)
        first.start()
        while not vendor.tokens:
            pass
        began = time.monotonic()
        with pytest.raises(ApiTimeoutException, match="another thread's token request") as caught:
            OrdersApi(client).get_orderdetails_v6_1("20-1", _request_timeout=0.3)
        assert time.monotonic() - began < 1.3
        assert caught.value.outcome is Outcome.NOT_SENT
        vendor.over.set()
        first.join(10)


@blocking_only
def test_one_who_waits_takes_over_when_the_one_who_renews_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    began, waits, ended = threading.Event(), threading.Event(), list[BaseException]()
    wait = source._wait

    def waiting(*given: Any) -> None:
        waits.set()
        wait(*given)

    def fetch(left: float | None) -> Token:
        if began.is_set():
            return Token("new", time.time(), time.time() + 1000)
        began.set()
        assert waits.wait(60)
        raise KeyboardInterrupt

    def lead() -> None:
        try:
            tokens.token(None, None)
        except BaseException as error:
            ended.append(error)

    monkeypatch.setattr(source, "_wait", waiting)
    tokens = source.TokenSource(fetch, None, "k")
    first = threading.Thread(target=lead)
    first.start()
    assert began.wait(60)
    assert tokens.token(None, None) == "new"
    first.join(60)
    assert [type(error) for error in ended] == [KeyboardInterrupt]


@blocking_only
@pytest.mark.skipif(sys.version_info < (3, 11), reason="needs the exception tables of Python 3.11")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("cached", [False, True])
def test_one_who_is_cut_off_while_renewing_leaves_the_others_free(vendor: Vendor, cached: bool) -> None:
    spared = ("/test/", "forms.py", "_api.py", "pydantic", f"{os.sep}threading.py", "aside.py", "token_cache.py")
    cache = MemoryTokenCache() if cached else None
    others = sweep()
    settings = {"token_cache": cache, "connection_pool_maxsize": 2, "total_timeout": 20, "retries": Retries(backoff=0)}
    with client_of(vendor, **settings) as client:
        token_used(client)
        (source,) = client._sources.values()

        def renew() -> str:
            source._token = None
            if cache is not None:
                cache._tokens.clear()
            return token_used(client)

        whole = Instants(spare=spared)
        assert whole.run(renew) is None
        for instant in range(0, whole.count, 11):
            error = Instants(instant, spare=spared).run(renew)
            assert error is None or isinstance(error, Strike), error
            known = interrupted_call(error)
            assert error is None or known is None or known.operation == "get_orderdetails_v6_1"
            del error
            began = time.monotonic()
            assert token_used(client).startswith("t")
            assert time.monotonic() - began < 5
        assert whole.count > 500
    assert sweep() <= others
