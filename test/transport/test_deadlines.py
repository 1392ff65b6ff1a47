"""``total_timeout`` bounds the whole call by the clock, whatever it is that hangs or drips: within one second."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from test.support.wire_server import Received, WireServer, answer
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiTimeoutException,
    Configuration,
    Outcome,
    Retries,
    TooManyRequestsException,
    aio,
)

pytestmark = pytest.mark.usefixtures("twins")

ORDER = {"customerOrderNumber": "PO-1", "lines": [{"customerLineNumber": "1", "ingramPartNumber": "A1", "quantity": 1}]}
DETAIL = answer({"ingramOrderNumber": "20-1"})
COMMON: dict[str, Any] = {"access_token": "t", "im_customer_number": "1", "im_country_code": "US"}


def place(configuration: Configuration) -> Any:
    with ApiClient(configuration) as client:
        return OrdersApi(client).post_createorder_v6(order_create_request=ORDER)


def read(configuration: Configuration) -> Any:
    with ApiClient(configuration) as client:
        return OrdersApi(client).get_orderdetails_v6_1("20-1").ingram_order_number


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < seconds + 1


@pytest.fixture
def ended() -> Iterator[threading.Event]:
    """Ends whatever hangs once the test is over."""
    made = threading.Event()
    yield made
    made.set()


# The name.


@pytest.fixture
def slow_names(ended: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names below ``.slow`` are never found, and never not found."""
    look_up = socket.getaddrinfo

    def getaddrinfo(host: Any, *arguments: Any, **options: Any) -> Any:
        if str(host).endswith(".slow") and not _numeric(arguments, options):
            ended.wait(60)
            raise socket.gaierror(socket.EAI_AGAIN, "nobody knows")
        return look_up(host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def _numeric(arguments: tuple[Any, ...], options: dict[str, Any]) -> bool:
    flags = arguments[4] if len(arguments) > 4 else options.get("flags", 0)
    return bool(flags & socket.AI_NUMERICHOST)


@pytest.mark.parametrize("limits", [{"connect_timeout": 0.3, "total_timeout": 20}, {"total_timeout": 0.3}])
def test_a_name_that_is_not_found_in_time(slow_names: None, limits: dict[str, float]) -> None:
    with in_time(0.3), pytest.raises(ApiTimeoutException) as caught:
        place(Configuration("https://api.slow", retries=False, **COMMON, **limits))  # type: ignore[arg-type]
    assert caught.value.outcome is Outcome.NOT_SENT


@pytest.mark.parametrize("twin", ["asyncio"])
def test_a_loop_can_end_while_a_name_is_looked_up(slow_names: None) -> None:
    async def run() -> None:
        async with aio.ApiClient(Configuration("https://api.slow", total_timeout=0.2, **COMMON)) as client:
            with pytest.raises(ApiTimeoutException):
                await aio.OrdersApi(client).get_orderdetails_v6_1("20-1")

    with in_time(0.2):
        asyncio.run(run())


def test_a_name_that_is_not_known_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ApiConnectionException) as caught:
        place(Configuration("https://api.example.invalid", retries=False, **COMMON))
    assert caught.value.outcome is Outcome.NOT_SENT
    assert not isinstance(caught.value, ApiTimeoutException)


# The connection.


@contextmanager
def full_listener() -> Iterator[int]:
    """A port that takes no more connections: whoever tries waits."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener, ExitStack() as stack:
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


def test_a_connection_that_is_not_taken() -> None:
    with full_listener() as port, in_time(0.4), pytest.raises(ApiTimeoutException) as caught:
        place(Configuration(f"http://127.0.0.1:{port}", total_timeout=0.4, **COMMON))
    assert caught.value.outcome is Outcome.NOT_SENT


def test_a_dead_address_leaves_time_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    with full_listener() as dead, WireServer([DETAIL]) as server:

        def getaddrinfo(host: Any, *arguments: Any, **options: Any) -> Any:
            if _numeric(arguments, options):
                raise socket.gaierror(socket.EAI_NONAME, "not a number")
            kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
            return [(*kind, ("127.0.0.1", port)) for port in (dead, server.port)]

        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
        configuration = Configuration("http://api.example", allow_insecure_http=True, connect_timeout=2, **COMMON)
        with in_time(2):
            assert read(configuration) == "20-1"


def mute(ended: threading.Event) -> Callable[[socket.socket], None]:
    """Take what comes and say nothing."""

    def run(opened: socket.socket) -> None:
        ended.wait(60)

    return run


def dripping(data: bytes, ended: threading.Event) -> Callable[[socket.socket], None]:
    """Send a byte at a time, for ever."""

    def run(opened: socket.socket) -> None:
        with suppress(OSError):
            opened.recv(65536)
            for index in range(len(data)):
                opened.sendall(data[index : index + 1])
                if ended.wait(0.03):
                    return

    return run


@contextmanager
def peer(run: Callable[[socket.socket], None]) -> Iterator[int]:
    """Serve each connection with a function."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def accept() -> None:
            with suppress(OSError):
                while True:
                    opened, _ = listener.accept()
                    threading.Thread(target=serve, args=(opened,), daemon=True).start()

        def serve(opened: socket.socket) -> None:
            with opened:
                run(opened)

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(5)


# A handshake message of 4096 bytes that takes two minutes to come.
SERVER_HELLO = b"\x16\x03\x03\x10\x00\x02\x00\x0f\xfc" + b"\x03" * 4087
CONNECT_HEAD = b"HTTP/1.1 200 Connection established\r\n" + b"X: y\r\n" * 1000


@pytest.mark.parametrize("limits", [{"connect_timeout": 0.4, "total_timeout": 20}, {"total_timeout": 0.4}])
@pytest.mark.parametrize("what", ["mute", "dripping"])
@pytest.mark.parametrize("where", ["tls", "proxy"])
def test_a_connection_that_never_stands(
    ended: threading.Event, where: str, what: str, limits: dict[str, float]
) -> None:
    data = SERVER_HELLO if where == "tls" else CONNECT_HEAD
    with peer(mute(ended) if what == "mute" else dripping(data, ended)) as port, in_time(0.4):
        host = f"https://127.0.0.1:{port}" if where == "tls" else "https://api.example.invalid"
        proxy = None if where == "tls" else f"http://127.0.0.1:{port}"
        with pytest.raises(ApiConnectionException) as caught:
            place(Configuration(host, proxy=proxy, retries=False, **COMMON, **limits))  # type: ignore[arg-type]
        ended.set()
    assert caught.value.outcome is Outcome.NOT_SENT


# Tokens and waits.


def test_a_token_that_does_not_come(ended: threading.Event) -> None:
    def hang(_: socket.socket, __: Received) -> None:
        ended.wait(60)

    with WireServer([hang]) as server, in_time(0.4):
        given = {**COMMON, "access_token": None, "client_id": "c", "client_secret": "s"}
        with pytest.raises(ApiTimeoutException) as caught:
            place(Configuration(server.url, total_timeout=0.4, **given))
        ended.set()
    assert caught.value.outcome is Outcome.NOT_SENT


def test_the_token_takes_from_the_time_of_the_call(ended: threading.Event) -> None:
    def slow(_: socket.socket, received: Received) -> bytes | None:
        if "oauth" in received.line:
            ended.wait(0.5)
            return answer({"access_token": "t", "expires_in": 3600})
        ended.wait(60)
        return None

    with WireServer([slow]) as server, in_time(0.8):
        given = {**COMMON, "access_token": None, "client_id": "c", "client_secret": "s"}
        with pytest.raises(ApiTimeoutException) as caught:
            place(Configuration(server.url, total_timeout=0.8, **given))
        ended.set()
    assert caught.value.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("budget", [None, 500.0])
def test_no_wait_goes_beyond_the_time_of_the_call(budget: float | None) -> None:
    with WireServer([answer({}, "429 Too Many Requests", retry_after="2")]) as server, in_time(0.5):
        with pytest.raises(TooManyRequestsException):
            place(Configuration(server.url, total_timeout=1, retries=Retries(budget=budget), **COMMON))
    assert len(server.received) == 1


def test_a_body_that_stalls_is_asked_for_again(ended: threading.Event) -> None:
    def stall(connection: socket.socket, _: Received) -> None:
        connection.sendall(DETAIL[:-5])
        ended.wait(60)

    with WireServer([stall, DETAIL]) as server:
        assert read(Configuration(server.url, read_timeout=0.3, retries=Retries(backoff=0), **COMMON)) == "20-1"
        assert len(server.received) == 2
        ended.set()


def test_a_raw_call_without_a_connection_says_so() -> None:
    configuration = Configuration("http://127.0.0.1:1", retries=Retries(max_attempts=2, backoff=0), **COMMON)
    with ApiClient(configuration) as client, pytest.raises(ApiConnectionException) as caught:
        OrdersApi(client).post_createorder_v6_without_preload_content(order_create_request=ORDER)
    assert (caught.value.outcome, caught.value.attempts) == (Outcome.NOT_SENT, 2)
