"""Ctrl-C, a signal handler's exception, one that another thread injects: wherever it strikes, the pool stays whole and
the exception says what is known of the call."""

from __future__ import annotations

import asyncio
import ctypes
import gzip
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import trustme

from test.support.instants import Instants, Strike, sweep
from test.support.wire_calls import server_context
from test.support.wire_server import Received, WireServer, answer
from xi_sdk_resellers import (
    ApiClient,
    Configuration,
    Orders,
    OrdersApi,
    Outcome,
    Retries,
    aio,
    interrupted_call,
)
from xi_sdk_resellers.sandbox import Fault, Sandbox

ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "6YE881", "quantity": 1}],
}
PLACED = {"customerOrderNumber": "PO-1", "orders": [{"ingramOrderNumber": "20-1"}]}
needs_signals = pytest.mark.skipif(not hasattr(signal, "SIGUSR1"), reason="needs POSIX signals")


def settings_for(server: WireServer, **settings: Any) -> Configuration:
    common: dict[str, Any] = {"access_token": "t", "im_customer_number": "1", "im_country_code": "US"}
    return Configuration(server.url, **{**common, "connection_pool_maxsize": 1, "total_timeout": 20, **settings})


def place(api: OrdersApi) -> Any:
    return api.post_createorder_v6(order_create_request=ORDER)


def read(api: OrdersApi) -> Any:
    return api.get_orderdetails_v6_1("20-1")


def stream(api: OrdersApi) -> Any:
    with api.get_orderdetails_v6_1_without_preload_content("20-1") as raw:
        return raw.read()


def echo(_: socket.socket, received: Received) -> bytes:
    """Answer with the number that was asked for."""
    number = received.line.split()[1].rpartition("/")[2]
    return answer(PLACED, "201 Created") if received.line.startswith("POST") else answer({"ingramOrderNumber": number})


def echo_and_close(connection: socket.socket, received: Received) -> bytes:
    made = echo(connection, received)
    return made.replace(b"content-type", b"connection: close\r\ncontent-type")


def echo_packed(connection: socket.socket, received: Received) -> bytes:
    """The same in chunks, and compressed."""
    body = gzip.compress(echo(connection, received).partition(b"\r\n\r\n")[2])
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


# At every instant.

# Who is struck in the caller's own line of code, or in the last step back to it, has got no result in any case.
SPARED = ("/test/", "forms.py", "_api.py", "pydantic", f"{os.sep}threading.py")
EVERY_INSTANT: dict[str, tuple[Any, Any, int]] = {
    "an order over a kept connection": (place, echo, 1),
    "an order over a new connection": (place, echo_and_close, 3),
    "a read in chunks": (read, echo_packed, 3),
    "a raw read": (stream, echo, 3),
}


def strike_everywhere(server: WireServer, client: ApiClient, call: Callable[[OrdersApi], Any], step: int) -> list[str]:
    """Let an exception strike at every so many instants of a call; return where that did harm."""
    api, harm, whole = OrdersApi(client), [], Instants(spare=SPARED)
    call(api)
    assert whole.run(lambda: call(api)) is None
    for instant in range(0, whole.count, step):
        sent = len(server.received)
        struck = Instants(instant, spare=SPARED)
        error = struck.run(lambda: call(api))
        known = interrupted_call(error)
        # A raw response is the caller's from its headers on.
        doubtful = call is stream or (known is not None and known.outcome is Outcome.UNKNOWN)
        if error is not None and not isinstance(error, Strike):
            harm.append(f"{error!r} instead of what struck: {struck.struck}")
        elif error is not None and len(server.received) > sent and not doubtful:
            harm.append(f"sent, and {known}: {struck.struck}")
        del error
        number = f"20-{instant}"
        try:
            found = api.get_orderdetails_v6_1(number).ingram_order_number
        except Exception as failure:
            found = repr(failure)
        if found != number:
            harm.append(f"the next call gave {found}: {struck.struck}")
    assert whole.count > 300
    sweep()
    return harm


@pytest.mark.skipif(sys.version_info < (3, 11), reason="needs the exception tables of Python 3.11")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(("call", "script", "step"), EVERY_INSTANT.values(), ids=EVERY_INSTANT)
def test_an_exception_may_strike_at_any_instant(call: Any, script: Any, step: int) -> None:
    logging.disable(logging.CRITICAL)
    try:
        with WireServer([script]) as server, ApiClient(settings_for(server)) as client:
            assert strike_everywhere(server, client, call, step) == []
    finally:
        logging.disable(logging.NOTSET)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="needs the exception tables of Python 3.11")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_also_while_a_connection_over_tls_is_made(tmp_path: Path) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    with WireServer([echo_and_close], tls=server_context(authority)) as server:
        with ApiClient(settings_for(server, ssl_ca_cert=str(tmp_path / "ca.pem"))) as client:
            assert strike_everywhere(server, client, place, 17) == []


# By signals.


class TimeLimit(Exception):
    """As Celery's SoftTimeLimitExceeded."""


@contextmanager
def time_limit() -> Iterator[None]:
    """Raise from the handler of a signal."""

    def strike(*_: object) -> None:
        raise TimeLimit

    before = signal.signal(signal.SIGUSR1, strike)
    try:
        yield
    finally:
        signal.signal(signal.SIGUSR1, before)


def strike_after(data: bytes) -> Callable[[socket.socket, Received], None]:
    """Send so much of an answer, then strike, and wait until the client has hung up."""

    def run(connection: socket.socket, _: Received) -> None:
        connection.sendall(data)
        os.kill(os.getpid(), signal.SIGUSR1)
        with suppress(OSError):
            connection.recv(1)

    return run


WHOLE = answer(PLACED, "201 Created")
STAGES = {"before the answer": b"", "in the head": WHOLE[:30], "in the body": WHOLE[:-10]}


@needs_signals
@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
def test_a_signal_handlers_exception_leaves_the_pool_whole_and_says_what_is_known(
    stage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with WireServer([strike_after(stage), strike_after(stage), echo]) as server, time_limit():
        with ApiClient(settings_for(server)) as client:
            api = OrdersApi(client)
            for _ in range(2):
                caplog.clear()
                with pytest.raises(TimeLimit) as caught:
                    place(api)
                error: Any = caught.value
                assert (error.outcome, error.operation) == (Outcome.UNKNOWN, "post_createorder_v6")
                assert error.customer_order_number == "PO-1"
                assert error.correlation_id == server.received[-1].correlation_id
                assert interrupted_call(error) == (
                    Outcome.UNKNOWN, "post_createorder_v6", error.correlation_id, "PO-1"
                )  # fmt: skip
                (line,) = (record for record in caplog.records if record.levelno == logging.WARNING)
                assert "post_createorder_v6 was interrupted by TimeLimit on its way" in line.getMessage()
                assert error.correlation_id in line.getMessage()
                if sys.version_info >= (3, 11):
                    assert error.correlation_id in error.__notes__[0]
            assert read(api).ingram_order_number == "20-1"


@needs_signals
def test_a_read_that_is_interrupted_is_marked_and_not_worth_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    with WireServer([strike_after(b"HTTP/1.1 200")]) as server, time_limit():
        with ApiClient(settings_for(server)) as client, pytest.raises(TimeLimit) as caught:
            read(OrdersApi(client))
    known = interrupted_call(caught.value)
    assert known is not None
    assert (known.outcome, known.operation) == (Outcome.UNKNOWN, "get_orderdetails_v6_1")
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


@needs_signals
def test_an_interrupt_before_the_request_has_left_says_so() -> None:
    """While the call waits for its turn to try again, for a connection, and for a connection to stand."""

    def busy(_: socket.socket, __: Received) -> bytes:
        threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGUSR1)).start()
        return answer({}, "429 Too Many Requests", retry_after="10")

    with WireServer([busy]) as server, time_limit(), ApiClient(settings_for(server)) as client:
        with pytest.raises(TimeLimit) as caught:
            place(OrdersApi(client))
    known = interrupted_call(caught.value)
    assert known is not None
    assert known.outcome is Outcome.REJECTED
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        filling = [socket.create_connection(full.getsockname()) for _ in range(1)]
        for _ in range(3):
            waiting = socket.socket()
            waiting.setblocking(False)
            waiting.connect_ex(full.getsockname())
            filling.append(waiting)
        configuration = Configuration(
            f"http://127.0.0.1:{full.getsockname()[1]}", access_token="t", im_customer_number="1", im_country_code="US"
        )
        threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGUSR1)).start()
        with time_limit(), ApiClient(configuration) as client, pytest.raises(TimeLimit) as caught:
            place(OrdersApi(client))
        for opened in filling:
            opened.close()
    known = interrupted_call(caught.value)
    assert known is not None
    assert known.outcome is Outcome.NOT_SENT


@needs_signals
def test_ctrl_c_in_a_workflow_tells_of_the_order_and_not_of_the_look_for_it(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("lost_answer", operation="post_createorder_v6"))
    sandbox.faults.add(Fault("stall", operation="get_resellers_v6_ordersearch", times=None))

    def strike() -> None:
        while not any("search" in item.path for item in list(sandbox.ledger.requests)):
            pass
        os.kill(os.getpid(), signal.SIGINT)

    with ApiClient(sandbox.configuration(retries=Retries(backoff=0))) as client:
        thread = threading.Thread(target=strike)
        thread.start()
        with pytest.raises(KeyboardInterrupt) as caught:
            Orders(client).place(ORDER)
        thread.join(5)
    known = interrupted_call(caught.value)
    assert known is not None
    assert (known.outcome, known.operation, known.customer_order_number) == (
        Outcome.UNKNOWN,
        "post_createorder_v6",
        "PO-1",
    )
    assert len(sandbox.ledger.placed("PO-1")) == 1


@needs_signals
@pytest.mark.skipif(sys.version_info < (3, 11), reason="asyncio.run of Python 3.10 does not cancel the task")
def test_ctrl_c_ends_a_call_of_the_asyncio_client_the_same_way() -> None:
    def strike(connection: socket.socket, _: Received) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        with suppress(OSError):
            connection.recv(1)

    async def run(configuration: Configuration) -> None:
        async with aio.ApiClient(configuration) as client:
            await aio.OrdersApi(client).post_createorder_v6(order_create_request=ORDER)

    with WireServer([strike]) as server:
        with pytest.raises(KeyboardInterrupt) as caught:
            asyncio.run(run(settings_for(server)))
    known = interrupted_call(caught.value)
    assert known is not None
    assert (known.outcome, known.customer_order_number) == (Outcome.UNKNOWN, "PO-1")


# By another thread.


def test_an_injected_exception_leaves_the_pool_whole() -> None:
    seen: list[BaseException] = []

    def inject(connection: socket.socket, _: Received) -> bytes:
        connection.sendall(WHOLE[:-10])
        found = ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident or 0), ctypes.py_object(TimeLimit)
        )
        assert found == 1
        return WHOLE[-10:]

    with WireServer([inject, echo]) as server, ApiClient(settings_for(server)) as client:

        def call() -> None:
            try:
                place(OrdersApi(client))
            except BaseException as error:
                seen.append(error)

        thread = threading.Thread(target=call)
        thread.start()
        thread.join(10)
        assert [type(error) for error in seen] == [TimeLimit]
        known = interrupted_call(seen[0])
        assert known is not None
        assert known.outcome is Outcome.UNKNOWN
        assert read(OrdersApi(client)).ingram_order_number == "20-1"


# What is said about it.


def test_an_exception_that_takes_no_attributes_still_comes_out() -> None:
    class Closed(BaseException):
        def __setattr__(self, name: str, value: object) -> None:
            raise TypeError("no")

    def given() -> str:
        raise Closed

    with WireServer([echo]) as server, ApiClient(settings_for(server, access_token=given)) as client:
        with pytest.raises(Closed) as caught:
            read(OrdersApi(client))
    assert interrupted_call(caught.value) is None


def test_what_is_known_is_found_behind_what_was_raised_instead() -> None:
    struck = KeyboardInterrupt()
    assert interrupted_call(struck) is None
    assert interrupted_call(None) is None
    struck.outcome = "somebody else's"  # type: ignore[attr-defined]
    assert interrupted_call(struck) is None
    struck.outcome = Outcome.UNKNOWN  # type: ignore[attr-defined]
    assert interrupted_call(struck) is None
    struck.operation, struck.correlation_id, struck.customer_order_number = "o", None, None  # type: ignore[attr-defined]
    outer = RuntimeError()
    outer.__context__ = struck
    assert interrupted_call(outer) == (Outcome.UNKNOWN, "o", None, None)
