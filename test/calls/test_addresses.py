"""A wrong host: TLS where there is none and the other way round, a wrong port, name or base path. The hint says so."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

from test.support.answers import TWINS, AnswerServer, Reply, call, settings
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiException,
    ApiResponseException,
    BadRequestException,
    Outcome,
    TlsException,
)

ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "A1", "quantity": 1}]}
ALERT = b"\x15\x03\x01\x00\x02\x02\x46"


@contextmanager
def port_that_says(answer: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """Listen on a port where each connection gets the same bytes, and list what was sent to it."""
    heard: list[bytes] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection, suppress(OSError):
                heard.append(connection.recv(65536))
                connection.sendall(answer)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass

    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listener.getsockname()[1], heard
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def failing(twin: str, host: str, kind: type[ApiException], *, order: bool = False) -> Any:
    """Make a call with a token of its own that fails, and return the exception."""
    configuration = settings(host, access_token="t", client_id=None, client_secret=None)

    def work(api: Any) -> Any:
        return api.post_createorder_v6(order_create_request=ORDER) if order else api.get_orderdetails_v6_1("20-1")

    with pytest.raises(kind) as caught:
        call(twin, configuration, work)
    assert type(caught.value) is kind
    return caught.value


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("order", [False, True], ids=["read", "change"])
def test_tls_to_a_port_without_it_fails_at_once(twin: str, order: bool) -> None:
    with port_that_says(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n") as (port, heard):
        error = failing(twin, f"https://127.0.0.1:{port}", TlsException, order=order)
    assert (error.attempts, len(heard), error.outcome) == (1, 1, Outcome.NOT_SENT)
    assert f"127.0.0.1:{port} does not speak TLS" in error.hint


@pytest.mark.parametrize("twin", TWINS)
def test_plain_http_to_a_port_that_answers_by_a_tls_alert_fails_at_once(twin: str) -> None:
    with port_that_says(ALERT) as (port, heard):
        error = failing(twin, f"http://127.0.0.1:{port}", ApiResponseException)
    assert (error.attempts, len(heard)) == (1, 1)
    assert error.hint == f"127.0.0.1:{port} expects TLS: write https:// in host."


SAYS = {
    "nginx": (
        "text/html",
        b"<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>",
    ),
    "Apache": ("text/html", b"<html><p>Reason: You're speaking plain HTTP to an SSL-enabled server port.</p></html>"),
    "Go": ("text/plain; charset=utf-8", b"Client sent an HTTP request to an HTTPS server.\n"),
    "no type": ("application/octet-stream", b"Client sent an HTTP request to an HTTPS server.\n"),
}


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize(("kind", "body"), SAYS.values(), ids=SAYS)
def test_a_port_for_tls_that_says_so_is_understood(twin: str, kind: str, body: bytes) -> None:
    with AnswerServer(lambda asked: Reply(400, body, kind=kind)) as server:
        error = failing(twin, server.url, BadRequestException)
    assert "expects TLS: write https:// in host" in error.hint


@pytest.mark.parametrize("twin", TWINS)
def test_a_port_that_hangs_up_on_plain_http_may_expect_tls(twin: str) -> None:
    with port_that_says(b"") as (port, _):
        error = failing(twin, f"http://127.0.0.1:{port}", ApiConnectionException)
        changed = failing(twin, f"http://127.0.0.1:{port}", ApiConnectionException, order=True)
    assert error.hint == f"If 127.0.0.1:{port} expects TLS, write https:// in host."
    assert changed.hint == "Look the order up before you send it again: it may have been taken."


@pytest.mark.parametrize("twin", TWINS)
def test_a_port_where_nothing_listens_is_named(twin: str) -> None:
    error = failing(twin, "http://127.0.0.1:1", ApiConnectionException)
    assert "Nothing takes connections at 127.0.0.1:1: check the port" in error.hint
    assert error.outcome is Outcome.NOT_SENT


@pytest.mark.parametrize("twin", TWINS)
def test_a_name_that_nobody_knows_is_named(twin: str) -> None:
    error = failing(twin, "https://api.example.invalid", ApiConnectionException)
    assert "The name in api.example.invalid:443 was not found" in error.hint
