"""Whatever arrives, the sandbox answers it, and answers what comes next."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from typing import Any

import pytest

from test.support.http_caller import raw_exchange, raw_request
from xi_sdk_resellers.sandbox import Sandbox

GOOD_LINES = b'"lines":[{"ingramPartNumber":"8RB884","quantity":1,"addUpdateDeleteLine":"ADD"}]'
UNWRITABLE = {
    "half a character in the number": rb'{"customerOrderNumber":"PO-\ud800",' + GOOD_LINES + b"}",
    "its other half": rb'{"customerOrderNumber":"PO-\udfff",' + GOOD_LINES + b"}",
    "half a character in a note": rb'{"customerOrderNumber":"P","notes":"\uD83D",' + GOOD_LINES + b"}",
    "in the middle": rb'{"customerOrderNumber":"P","notes":"a \uD83D and \uDE00",' + GOOD_LINES + b"}",
    "in bytes": b'{"customerOrderNumber":"P","notes":"\xed\xa0\x80",' + GOOD_LINES + b"}",
    "in a line": rb'{"customerOrderNumber":"P","lines":[{"ingramPartNumber":"8RB884","quantity":1,"notes":"\udc00"}]}',
    "in a key": rb'{"customerOrderNumber":"P","endUserInfo":{"\udc00":1},' + GOOD_LINES + b"}",
    "in a key nobody knows": rb'{"customerOrderNumber":"P","\udc00":1,' + GOOD_LINES + b"}",
    "under a key nobody knows": rb'{"customerOrderNumber":"P","shipToInfo":{"x":["\udc00"]},' + GOOD_LINES + b"}",
    "a number without end": b'{"customerOrderNumber":"P","endUserInfo":{"x":1e999},' + GOOD_LINES + b"}",
    "lists without end": b'{"customerOrderNumber":"P","endUserInfo":{"x":'
    + b"[" * 300
    + b"]" * 300
    + b"},"
    + GOOD_LINES
    + b"}",
}


@pytest.mark.parametrize("name", UNWRITABLE)
def test_what_could_not_be_written_again_is_not_taken(caller: Any, sandbox: Sandbox, name: str) -> None:
    number = caller.place("PO-1", hold=True)
    before = caller.details(number).body
    calls = (
        ("POST", "/resellers/v6/orders"),
        ("POST", "/resellers/v7/orders"),
        ("PUT", f"/resellers/v6/orders/{number}"),
    )
    for method, path in calls:
        reply = caller(method, path, UNWRITABLE[name])
        assert reply.status == 400
        assert reply.fields
    sandbox.drain()
    assert [order.customer_order_number for order in sandbox.ledger.orders] == ["PO-1"]
    assert caller.details(number).body == before
    assert caller.found() == ["PO-1"]


def test_a_whole_character_written_as_two_halves_is_taken(caller: Any) -> None:
    body = rb'{"customerOrderNumber":"PO-\ud83d\ude00",' + GOOD_LINES + b"}"
    assert caller("POST", "/resellers/v6/orders", body).status == 201
    assert caller.found(customerOrderNumber="PO-😀") == ["PO-😀"]


@pytest.mark.parametrize("quantity", ["+-5", "--5", "²", "٣", "1e3", "9" * 5000, 1e300])
def test_odd_quantities_are_rejected(caller: Any, sandbox: Sandbox, quantity: object) -> None:
    body = {"customerOrderNumber": "Q", "lines": [{"ingramPartNumber": "8RB884", "quantity": quantity}]}
    assert caller("POST", "/resellers/v6/orders", body).status == 400
    assert caller("POST", "/resellers/v7/orders", body).status in (200, 400)
    sandbox.drain()
    assert sandbox.ledger.orders == []
    # Nothing waits for ever, so the number can still be used.
    assert caller.create("Q", "8RB884").status == 201


@pytest.mark.parametrize("query", ["customerOrderNumber=%ED%A0%80", "pageNumber=²", "pageSize=%00", "%FF=%FF&&=&a"])
def test_odd_queries_are_answered(caller: Any, sandbox: Sandbox, query: str) -> None:
    request = raw_request(sandbox, path=f"/resellers/v6/orders/search?{query}".encode().decode("latin-1"))
    assert raw_exchange(sandbox, request)[:12] in (b"HTTP/1.1 204", b"HTTP/1.1 400")


@pytest.mark.parametrize("name", ["IM-CorrelationID", "IM-SenderID"])
def test_headers_come_back_without_control_characters(sandbox: Sandbox, name: str) -> None:
    request = raw_request(sandbox).replace(b"IM-CorrelationID: raw\r\n", b"")
    headers = {"IM-CorrelationID": b"raw", name: b"a\x01\x1b[31m\tb\x7f\x85\x9f"}
    lines = b"".join(b"%b: %b\r\n" % (key.encode(), value) for key, value in headers.items())
    answer = raw_exchange(sandbox, request.replace(b"Host: sandbox\r\n", b"Host: sandbox\r\n" + lines))
    assert answer.startswith(b"HTTP/1.1 204 ")
    assert b"\r\n%b: a[31mb\r\n" % name.encode() in answer


POST = b"POST /resellers/v6/orders HTTP/1.1\r\n"
CHUNKED = POST + b"Transfer-Encoding: chunked\r\n\r\n"
MALFORMED = {
    "a length in a raised digit": POST + b"Content-Length: \xb2\r\n\r\n",
    "a length of 5000 digits": POST + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n",
    "a length with a sign": POST + b"Content-Length: +2\r\n\r\n{}",
    "an empty length": POST + b"Content-Length:\r\n\r\n",
    "a length beyond the limit": POST + b"Content-Length: 99999999999\r\n\r\n",
    "two lengths": POST + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
    "two different lengths": POST + b"Content-Length: 2\r\ncontent-length: 3\r\n\r\n{}",
    "two hosts": b"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
    "NUL in the target": b"GET /\x00 HTTP/1.1\r\n\r\n",
    "NUL in the method": b"G\x00T / HTTP/1.1\r\n\r\n",
    "NUL in a header": b"GET / HTTP/1.1\r\nX-Note: a\x00b\r\n\r\n",
    "NUL in a header's name": b"GET / HTTP/1.1\r\nX\x00: a\r\n\r\n",
    "a line feed in a header": b"GET / HTTP/1.1\r\nIM-SenderID: a\nX-Evil: 1\r\n\r\n",
    "a carriage return in a header": b"GET / HTTP/1.1\r\nIM-SenderID: a\rX-Evil: 1\r\n\r\n",
    "a header that goes on": b"GET / HTTP/1.1\r\nX-Note: a\r\n b\r\n\r\n",
    "a tab in the target": b"GET /\tx HTTP/1.1\r\n\r\n",
    "another version": b"GET / HTTP/1.x\r\n\r\n",
    "a head without end": b"GET / HTTP/1.1\r\n" + b"X-More: x\r\n" * 20_000,
    "a request line without end": b"GET /" + b"x" * 200_000,
    "a length and chunks": CHUNKED.replace(b"\r\n\r\n", b"\r\nContent-Length: 2\r\n\r\n") + b"2\r\n{}\r\n0\r\n\r\n",
    "a list of lengths": POST + b"Content-Length: 2, 2\r\n\r\n{}",
    "two codings": POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a blank before the colon": b"GET / HTTP/1.1\r\nHost : a\r\n\r\n",
    "an unknown coding": POST + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "a chunk size in C": CHUNKED + b"0x2\r\n{}\r\n0\r\n\r\n",
    "a chunk size with a sign": CHUNKED + b"+2\r\n{}\r\n0\r\n\r\n",
    "a negative chunk size": CHUNKED + b"-2\r\n{}\r\n0\r\n\r\n",
    "a chunk size in Python": CHUNKED + b"0_2\r\n{}\r\n0\r\n\r\n",
    "no chunk size": CHUNKED + b"\r\n{}\r\n0\r\n\r\n",
    "a chunk beyond the limit": CHUNKED + b"fffffff\r\n",
    "a chunk size of many digits": CHUNKED + b"0" * 100 + b"2\r\n{}\r\n0\r\n\r\n",
    "a chunk longer than its size": CHUNKED + b"1\r\n{}\r\n0\r\n\r\n",
    "a chunk line without end": CHUNKED + b"2;" + b"x" * 200_000,
    "chunk lines without end": CHUNKED + (b"1;" + b"x" * 4000 + b"\r\n{\r\n") * 2000,
    "trailers without end": CHUNKED + b"0\r\n" + b"X-More: x\r\n" * 20_000,
}


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_requests_are_refused(
    sandbox: Sandbox, name: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    died: list[Any] = []
    monkeypatch.setattr(threading, "excepthook", died.append)
    answer = raw_exchange(sandbox, MALFORMED[name])
    assert answer.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    assert answer.count(b"HTTP/1.1 ") == 1
    assert b"Evil" not in answer
    assert raw_exchange(sandbox, raw_request(sandbox)).startswith(b"HTTP/1.1 204 ")
    assert died == []
    assert capfd.readouterr().err == ""


def test_a_refused_request_does_not_keep_the_sandbox_from_stopping(
    start: Callable[..., Sandbox],
) -> None:
    sandbox = start()
    with socket.create_connection(("127.0.0.1", sandbox.port), timeout=10) as sock:
        sock.sendall(b"nonsense\r\n\r\n")
        assert sock.recv(100).startswith(b"HTTP/1.1 400 ")
        sandbox.stop()
        assert sandbox.open_connections == 0


def test_trailers_are_skipped(sandbox: Sandbox) -> None:
    body = json.dumps({"customerOrderNumber": "T", "lines": [{"ingramPartNumber": "8RB884", "quantity": 1}]}).encode()
    request = raw_request(sandbox, "POST", "/resellers/v6/orders", body).replace(b"Connection: close\r\n", b"")
    chunked = request.replace(b"Content-Length: %d" % len(body), b"Transfer-Encoding: chunked").replace(
        body, b"%x\r\n%b\r\n0\r\nX-Checksum: 1\r\n\r\n" % (len(body), body)
    )
    answers = raw_exchange(sandbox, chunked + raw_request(sandbox))
    assert answers.startswith(b"HTTP/1.1 201 ")
    assert b"HTTP/1.1 200 " in answers


def test_a_fault_before_the_answer_is_shown_too(
    sandbox: Sandbox, caller: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    sandbox.faults = None  # type: ignore[assignment]
    assert caller.search().status == 500
    assert "AttributeError" in capsys.readouterr().err
