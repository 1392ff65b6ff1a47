"""The sandbox judges requests: tokens, headers, the contract, rate limits, HTTP itself."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from test.support.http_caller import DUPLICATE, raw_exchange, raw_request
from xi_sdk_resellers.sandbox import Fault, Sandbox

FORM = "application/x-www-form-urlencoded"
CREDENTIALS = {
    "grant_type": "client_credentials",
    "client_id": "sandbox-client",
    "client_secret": "sandbox-secret",
}
TOKEN = "/oauth/oauth20/token"
ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "8RB884", "quantity": 1}]}


def ask_token(caller: Any, method: str = "POST", **changes: str | None) -> Any:
    values = {key: value for key, value in (CREDENTIALS | changes).items() if value is not None}
    if method == "GET":
        return caller("GET", TOKEN, query=values)
    return caller("POST", TOKEN, urlencode(values), headers={"Content-Type": FORM, "Authorization": None})


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_tokens_are_issued_and_taken(caller: Any, sandbox: Sandbox, method: str) -> None:
    answers = [ask_token(caller, method).json for _ in range(2)]
    assert [answer["expires_in"] for answer in answers] in (["86400", 86400], [86400, "86400"])
    assert {(answer["token_type"], answer["client_id"]) for answer in answers} == {("Bearer", "sandbox-client")}
    for answer in answers:
        caller.headers["Authorization"] = f"Bearer {answer['access_token']}"
        assert caller.search().status == 204
    # The caller's own token is one more.
    assert sandbox.ledger.tokens_issued == 3


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": "nobody"},
        {"client_secret": "wrong"},
        {"grant_type": "password"},
        {"grant_type": None},
        {"client_id": ""},
        {"client_secret": None},
    ],
)
def test_wrong_credentials_get_no_token(caller: Any, sandbox: Sandbox, changes: dict[str, str | None]) -> None:
    for method in ("POST", "GET"):
        reply = ask_token(caller, method, **changes)
        assert (reply.status, list(reply.json)) == (400, ["message"])
    assert sandbox.ledger.tokens_issued == 1


def test_the_token_request_is_a_form(caller: Any) -> None:
    assert caller("POST", TOKEN, CREDENTIALS).status == 400


@pytest.mark.parametrize("authorization", [None, "", "Bearer", "Bearer nonsense", "Basic abc"])
def test_without_a_token_nothing_is_answered(caller: Any, authorization: str | None) -> None:
    reply = caller("GET", "/resellers/v6/orders/search", headers={"Authorization": authorization})
    assert reply.status == 401
    assert reply.json["fault"]["detail"]["errorcode"].endswith("invalid_access_token")


def test_tokens_end(start: Callable[..., Sandbox], caller_for: Callable[[Sandbox], Any]) -> None:
    now = [1000.0]
    sandbox = start(token_lifetime=60, clock=lambda: now[0])
    caller = caller_for(sandbox)
    assert caller.search().status == 204
    now[0] += 60
    assert caller.search().json["fault"]["faultstring"] == "Access Token expired"
    for end in (sandbox.expire_tokens, sandbox.revoke_tokens):
        caller.headers["Authorization"] = f"Bearer {sandbox.issue_token()}"
        assert caller.search().status == 204
        end()
        assert caller.search().status == 401


ENDPOINTS = [
    ("POST", "/resellers/v6/orders", ORDER),
    ("POST", "/resellers/v7/orders", ORDER),
    ("PUT", "/resellers/v6/orders/20-R0001", {"notes": "x"}),
    ("DELETE", "/resellers/v6/orders/20-R0001", None),
    ("GET", "/resellers/v6.1/orders/20-R0001", None),
    ("GET", "/resellers/v6/orders/search", None),
]
HEADERS = [
    ("IM-CustomerNumber", None),
    ("IM-CustomerNumber", ""),
    ("IM-CustomerNumber", "20-22222222"),
    ("IM-CustomerNumber", "222222"),
    ("IM-CountryCode", None),
    ("IM-CountryCode", "USA"),
    ("IM-CountryCode", "1"),
    ("IM-CorrelationID", None),
    ("IM-CorrelationID", ""),
    ("IM-CorrelationID", "c" * 33),
    ("IM-SenderID", "s" * 33),
]


@pytest.mark.parametrize(("method", "path", "body"), ENDPOINTS)
@pytest.mark.parametrize(("name", "value"), HEADERS)
def test_every_endpoint_wants_good_headers(
    caller: Any, sandbox: Sandbox, method: str, path: str, body: Any, name: str, value: str | None
) -> None:
    reply = caller(method, path, body, headers={name: value})
    assert (reply.status, reply.fields) == (400, {name})
    assert sandbox.ledger.orders == []


@pytest.mark.parametrize(("method", "path", "body"), ENDPOINTS)
def test_every_endpoint_wants_the_accounts_number(caller: Any, method: str, path: str, body: Any) -> None:
    reply = caller(method, path, body, headers={"IM-CustomerNumber": "20-333333"})
    assert (reply.status, reply.json["faultcode"]) == (400, "Server")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"customerOrderNumber": None}, "customerOrderNumber"),
        ({"customerOrderNumber": 12345}, "customerOrderNumber"),
        ({"customerOrderNumber": "x" * 36}, "customerOrderNumber"),
        ({"lines": None}, "lines"),
        ({"lines": []}, "lines"),
        ({"lines": {}}, "lines"),
        ({"lines": ["8RB884"]}, "lines[0]"),
        ({"lines": [{"ingramPartNumber": "x" * 19, "quantity": 1}]}, "lines[0].ingramPartNumber"),
        ({"lines": [{"ingramPartNumber": "8RB884", "quantity": 1.5}]}, "lines[0].quantity"),
        ({"lines": [{"ingramPartNumber": "8RB884", "quantity": 1, "unitPrice": []}]}, "lines[0].unitPrice"),
        ({"shipToInfo": "home"}, "shipToInfo"),
        ({"shipToInfo": {"city": "x" * 26}}, "shipToInfo.city"),
        ({"additionalAttributes": [{"attributeName": 1}]}, "additionalAttributes[0].attributeName"),
    ],
)
def test_bodies_are_checked_against_the_contract(
    caller: Any, sandbox: Sandbox, change: dict[str, Any], field: str
) -> None:
    reply = caller("POST", "/resellers/v6/orders", ORDER | change)
    assert reply.status == 400, reply.body
    assert field in reply.fields
    assert sandbox.ledger.orders == []


def test_a_missing_required_key_is_named(caller: Any) -> None:
    reply = caller("POST", "/resellers/v6/orders", {"lines": ORDER["lines"]})
    assert (reply.status, reply.fields) == (400, {"customerOrderNumber"})


def test_unknown_keys_pass(caller: Any) -> None:
    body = ORDER | {"notInTheContract": {"at": "all"}}
    assert caller("POST", "/resellers/v6/orders", body, query={"neither": "this"}).status == 201


@pytest.mark.parametrize(
    ("body", "media_type", "field"),
    [
        (b"", "application/json", "body"),
        (b"{", "application/json", "body"),
        (b"[]", "application/json", "body"),
        (b'{"customerOrderNumber": NaN}', "application/json", "body"),
        (b"[" * 100_000, "application/json", "body"),
        (b"\xff\xfe\x00", "application/json", "body"),
        (json.dumps(ORDER).encode(), "text/plain", "Content-Type"),
    ],
)
def test_bodies_that_are_no_json_object(caller: Any, body: bytes, media_type: str, field: str) -> None:
    reply = caller("POST", "/resellers/v6/orders", body, headers={"Content-Type": media_type})
    assert (reply.status, reply.fields) == (400, {field})


def test_rate_limit(start: Callable[..., Sandbox], caller_for: Callable[[Sandbox], Any]) -> None:
    now = [1000.5]
    sandbox = start(rate_limit=2, clock=lambda: now[0])
    caller = caller_for(sandbox)
    replies = [caller.search() for _ in range(3)]
    assert [reply.status for reply in replies] == [204, 204, 429]
    assert [reply.headers["x-ratelimit-remaining"] for reply in replies] == ["1", "0", "0"]
    assert {reply.headers["x-ratelimit-limit"] for reply in replies} == {"2"}
    assert {reply.headers["x-ratelimit-reset"] for reply in replies} == {"1060500"}
    # Every endpoint has a count of its own.
    assert caller.create("PO-1", "8RB884").status == 201
    now[0] += 60
    assert caller.search().status == 200


def test_without_a_limit_the_headers_are_there_too(caller: Any) -> None:
    assert int(caller.search().headers["x-ratelimit-remaining"]) > 100_000


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/resellers/v6/orders/", 404),
        ("GET", "/resellers/v6/orders/a/b", 404),
        ("GET", "/resellers/v6/orders/20-R0001", 405),
        ("DELETE", "/resellers/v7/orders", 405),
        ("GET", "/sandbox/resellers/v6/orders/search", 204),
    ],
)
def test_paths(caller: Any, method: str, path: str, status: int) -> None:
    assert caller(method, path).status == status


def test_a_method_that_is_not_offered_is_told_which_ones_are(caller: Any) -> None:
    assert caller("GET", "/resellers/v6/orders/20-R0001").headers["allow"] == "PUT, DELETE"
    assert caller("POST", "/resellers/v6.1/orders/20-R0001").headers["allow"] == "GET"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/resellers/v6/orders/search", 405), (TOKEN, 405), ("/resellers/v6.1/orders/20-R0001", 405), ("/nothing", 404)],
)
def test_head_is_answered_without_a_body_on_a_connection_that_lives_on(
    sandbox: Sandbox, path: str, status: int
) -> None:
    ask = b"HEAD %b HTTP/1.1\r\n\r\n" % path.encode()
    sandbox.faults.add(Fault("status", status=503))
    _, first, second, after = raw_exchange(sandbox, ask * 2 + raw_request(sandbox)).split(b"HTTP/1.1 ")
    assert first.startswith(b"503 ")
    assert second.startswith(b"%d " % status)
    assert (b"Allow: GET" in second) is (status == 405)
    for answer in (first, second):
        assert answer.endswith(b"\r\n\r\n")
        assert answer.count(b"\r\n\r\n") == 1
        assert b"Content-Length" not in answer
        assert b"Connection: close" not in answer
    assert after.startswith(b"204 ")


def test_requests_are_in_the_ledger(caller: Any, sandbox: Sandbox) -> None:
    caller.create("PO-1", "8RB884")
    caller.search(orderStatus=["ON HOLD"])
    created, searched = sandbox.ledger.requests
    assert (created.method, created.path, created.operation, created.status) == (
        "POST",
        "/resellers/v6/orders",
        "post_createorder_v6",
        201,
    )
    assert json.loads(created.body)["customerOrderNumber"] == "PO-1"
    assert created.correlation_id == created.headers["IM-CORRELATIONID"] == "c" * 32
    assert created.headers.get("im-nothing") is None
    assert searched.query == {"orderStatus": ["ON HOLD"]}
    assert searched.connection_id == created.connection_id


def test_the_ledger_can_be_bounded(start: Callable[..., Sandbox], caller_for: Callable[[Sandbox], Any]) -> None:
    sandbox = start(request_limit=3)
    caller = caller_for(sandbox)
    for _ in range(5):
        caller.search()
    assert [record.number for record in sandbox.ledger.requests] == [3, 4, 5]


def test_chunked_bodies_are_read(sandbox: Sandbox) -> None:
    body = json.dumps(ORDER).encode()
    chunks = b"%x\r\n%b\r\n%x;ext=1\r\n%b\r\n0\r\n\r\n" % (10, body[:10], len(body) - 10, body[10:])
    request = raw_request(sandbox, "POST", "/resellers/v6/orders", body)
    request = request.replace(b"Content-Length: %d" % len(body), b"Transfer-Encoding: chunked").replace(body, chunks)
    assert raw_exchange(sandbox, request).startswith(b"HTTP/1.1 201 ")


def test_a_client_may_wait_for_continue(sandbox: Sandbox) -> None:
    body = json.dumps(ORDER).encode()
    request = raw_request(sandbox, "POST", "/resellers/v6/orders", body)
    head = request[: -len(body)].replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n")
    with socket.create_connection(("127.0.0.1", sandbox.port), timeout=10) as sock:
        sock.sendall(head)
        assert sock.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        sock.sendall(body)
        assert sock.recv(100).startswith(b"HTTP/1.1 201 ")


@pytest.mark.parametrize("pieces", [1, 7, 50])
def test_requests_may_come_in_pieces(sandbox: Sandbox, pieces: int) -> None:
    request = raw_request(sandbox, "POST", "/resellers/v6/orders", json.dumps(ORDER).encode())
    size = -(-len(request) // pieces)
    with socket.create_connection(("127.0.0.1", sandbox.port), timeout=10) as sock:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for start in range(0, len(request), size):
            sock.sendall(request[start : start + size])
        assert sock.recv(100).startswith(b"HTTP/1.1 201 ")


@pytest.mark.parametrize(
    "data",
    [
        b"nonsense\r\n\r\n",
        b"GET / HTTP/3\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET /" + b"x" * 70_000,
    ],
)
def test_what_is_no_http_is_refused(sandbox: Sandbox, data: bytes) -> None:
    try:
        answer = raw_exchange(sandbox, data)
    except ConnectionError:
        return
    assert answer.startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize(
    ("version", "header", "closes"),
    [
        (b"HTTP/1.1", b"", False),
        (b"HTTP/1.1", b"Connection: close\r\n", True),
        (b"HTTP/1.0", b"", True),
        (b"HTTP/1.0", b"Connection: keep-alive\r\n", False),
    ],
)
def test_keep_alive(sandbox: Sandbox, version: bytes, header: bytes, closes: bool) -> None:
    with socket.create_connection(("127.0.0.1", sandbox.port), timeout=10) as sock:
        sock.sendall(b"GET / %b\r\n%b\r\n" % (version, header))
        answer = sock.recv(65536)
        assert (b"Connection: close" in answer) is closes
        sock.sendall(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
        try:
            rest = sock.recv(65536)
        except ConnectionError:
            rest = b""
        assert bool(rest) is not closes


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "001", "true", "8RB884", "AMW", "ADD", "UPDATE", "DELETE", "QUO-1", "\u0000", "ß" * 40]),
    st.lists(st.one_of(st.none(), st.integers(), st.dictionaries(st.sampled_from(["quantity", "x"]), st.none()))),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)
KEYS = (
    "customerOrderNumber", "endCustomerOrderNumber", "notes", "quoteNumber", "specialBidNumber", "shipToInfo",
    "endUserInfo", "resellerInfo", "shipmentDetails", "additionalAttributes", "billToAddressId", "lines",
)  # fmt: skip
LINE_KEYS = (
    "customerLineNumber", "ingramLineNumber", "ingramPartNumber", "vendorPartNumber", "quantity", "unitPrice",
    "notes", "addUpdateDeleteLine", "specialBidNumber", "additionalAttributes",
)  # fmt: skip
LINES = st.lists(st.dictionaries(st.sampled_from(LINE_KEYS), VALUES), max_size=3)
BODIES = st.builds(
    lambda values, lines: values | ({} if lines is None else {"lines": lines}),
    st.dictionaries(st.sampled_from(KEYS), VALUES),
    st.none() | LINES,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=BODIES)
def test_no_body_breaks_the_sandbox(caller: Any, sandbox: Sandbox, body: dict[str, Any]) -> None:
    number = caller.place("FUZZ", hold=True, additionalAttributes=[DUPLICATE])
    assert caller("POST", "/resellers/v6/orders", body).status in (201, 207, 400)
    assert caller("POST", "/resellers/v7/orders", body).status in (200, 400)
    assert caller.modify(number, body).status in (200, 201, 207, 400)
    assert caller.details(number).status == 200
    assert caller.search(pageSize=5).status == 200
    sandbox.drain()
    assert len(sandbox.deliveries) == sum(
        record.operation == "post_createorder_v7" and record.status == 200 for record in sandbox.ledger.requests
    )


def test_a_fault_of_the_sandbox_itself_is_shown(
    sandbox: Sandbox, caller: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    sandbox.ledger.find = None  # type: ignore[assignment, method-assign]
    assert caller.details("20-R0001").status == 500
    assert "TypeError" in capsys.readouterr().err
