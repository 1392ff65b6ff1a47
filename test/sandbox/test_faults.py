"""The sandbox breaks requests on purpose, exact to the byte."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from test.support.http_caller import raw_exchange, raw_request
from xi_sdk_resellers.sandbox import KINDS, QUICK_KINDS, Fault, FaultPlan, Sandbox
from xi_sdk_resellers.sandbox.faults.actions import FALSE_ANSWER

ORDER = json.dumps({"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "8RB884", "quantity": 1}]}).encode()
CREATE = "post_createorder_v6"
SEARCH = "get_resellers_v6_ordersearch"


def creation(sandbox: Sandbox) -> bytes:
    return raw_request(sandbox, "POST", "/resellers/v6/orders", ORDER)


def exchange(sandbox: Sandbox, data: bytes) -> bytes | None:
    """Return what came back, or None when the connection was reset."""
    try:
        return raw_exchange(sandbox, data)
    except (ConnectionResetError, BrokenPipeError):
        return None


EFFECTS = {
    # fault: (what comes back, is the order written); None stands for a reset
    "refuse": (Fault("refuse"), None, False),
    "reset": (Fault("reset"), None, False),
    "reset at the first byte": (Fault("reset", at_byte=0), None, False),
    "reset in the body": (Fault("reset", at_byte=300), None, False),
    "reset after the effect": (Fault("reset", effect=True), None, True),
    "cut request": (Fault("cut_request"), b"", False),
    "lost answer": (Fault("lost_answer"), b"", True),
    "empty": (Fault("empty"), b"", False),
    "empty after the effect": (Fault("empty", effect=True), b"", True),
    "empty with a status": (
        Fault("empty", status=200),
        b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        False,
    ),
    "garbage": (Fault("garbage", body=b"\x00\x01garbage"), b"\x00\x01garbage", False),
    "garbage after the effect": (Fault("garbage", body="text", effect=True), b"text", True),
}


@pytest.mark.parametrize("name", EFFECTS)
def test_what_comes_back_and_what_is_written(sandbox: Sandbox, name: str) -> None:
    fault, expected, written = EFFECTS[name]
    sandbox.faults.add(fault)
    assert exchange(sandbox, creation(sandbox)) == expected
    assert bool(sandbox.ledger.orders) is written
    (record,) = sandbox.ledger.requests
    assert record.fault == fault.kind
    assert sandbox.faults.waiting == []
    assert sandbox.faults.injected == [fault]


def test_a_request_can_be_cut_at_every_byte(start: Callable[..., Sandbox]) -> None:
    sandbox = start()
    request = creation(sandbox)
    head = request.index(b"\r\n\r\n") + 4
    for at_byte in range(len(request) + 1):
        sandbox.faults.add(Fault("cut_request", at_byte=at_byte))
        # Depending on what is left unread the end is orderly or a reset, never an answer.
        assert not exchange(sandbox, request)
        record = sandbox.ledger.requests[-1]
        assert record.body == request[head : max(head, at_byte)]
    assert sandbox.ledger.orders == []


def test_an_answer_can_be_cut_at_every_byte(sandbox: Sandbox) -> None:
    request = raw_request(sandbox, path="/resellers/v6.1/orders/20-NONE0")
    whole = raw_exchange(sandbox, request)
    for at_byte in range(len(whole)):
        sandbox.faults.add(Fault("cut_answer", at_byte=at_byte))
        cut = raw_exchange(sandbox, request)
        assert len(cut) == at_byte
        # Error IDs differ, so only the part before the body can be compared as it is.
        until = min(at_byte, whole.index(b"X-RateLimit-Remaining"))
        assert cut[:until] == whole[:until]


def test_a_cut_answer_has_taken_effect(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("cut_answer"), Fault("cut_answer", at_byte=10**6))
    half = raw_exchange(sandbox, creation(sandbox))
    assert half.startswith(b"HTTP/1.1 201 ")
    assert len(sandbox.ledger.orders) == 1
    assert b"existing" not in raw_exchange(sandbox, creation(sandbox))
    assert len(sandbox.ledger.orders) == 1


def test_a_reset_can_come_within_the_answer(sandbox: Sandbox, caller: Any) -> None:
    sandbox.faults.add(Fault("reset", effect=True, at_byte=20))
    with pytest.raises((ConnectionResetError, http.client.HTTPException)):
        caller.create("PO-1", "8RB884")
    assert len(sandbox.ledger.orders) == 1


def test_stall_lasts_until_the_client_gives_up(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("stall", effect=True))
    with socket.create_connection(("127.0.0.1", sandbox.port), timeout=10) as sock:
        sock.sendall(creation(sandbox))
        while not sandbox.ledger.orders:
            pass
        sock.settimeout(0.05)
        with pytest.raises(TimeoutError):
            sock.recv(1)
        assert sandbox.open_connections == 1
    assert len(sandbox.ledger.orders) == 1


def test_stall_ends_when_the_sandbox_stops(start: Callable[..., Sandbox]) -> None:
    sandbox = start()
    sandbox.faults.add(Fault("stall"))
    with socket.create_connection(("127.0.0.1", sandbox.port), timeout=10) as sock:
        sock.sendall(raw_request(sandbox))
        stopper = threading.Timer(0.02, sandbox.stop)
        stopper.start()
        assert sock.recv(1) == b""
        stopper.join()


def test_drip_and_delay_bring_the_good_answer(sandbox: Sandbox) -> None:
    request = raw_request(sandbox)
    head = b"HTTP/1.1 204 No Content\r\nX-RateLimit-Limit"
    for fault in (Fault("drip", at_byte=40, delay=0.001), Fault("delay", delay=0.001)):
        sandbox.faults.add(fault)
        assert raw_exchange(sandbox, request).startswith(head)


@pytest.mark.parametrize(("at_byte", "surplus"), [(None, -10), (0, None), (5, None)])
def test_wrong_length(sandbox: Sandbox, at_byte: int | None, surplus: int | None) -> None:
    sandbox.faults.add(Fault("wrong_length", at_byte=at_byte))
    head, _, body = raw_exchange(sandbox, creation(sandbox)).partition(b"\r\n\r\n")
    declared = int(head.rpartition(b"Content-Length: ")[2])
    assert json.loads(body)["customerOrderNumber"] == "PO-1"
    assert declared == (at_byte if surplus is None else len(body) - surplus)


def test_bad_chunk(sandbox: Sandbox, caller: Any) -> None:
    sandbox.faults.add(Fault("bad_chunk"))
    with pytest.raises(http.client.IncompleteRead) as caught:
        caller.create("PO-1", "8RB884")
    assert caught.value.partial.startswith(b'{"customerOrderNumber"')
    assert len(sandbox.ledger.orders) == 1


@pytest.mark.parametrize("status", [None, 200, 503])
def test_html(sandbox: Sandbox, caller: Any, status: int | None) -> None:
    sandbox.faults.add(Fault("html", status=status))
    reply = caller.search()
    assert reply.status == (status or 502)
    assert reply.headers["content-type"].startswith("text/html")
    assert reply.body.startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize("effect", [False, True])
@pytest.mark.parametrize("status", [401, 408, 418, 429, 500, 503])
def test_status_with_and_without_effect(sandbox: Sandbox, caller: Any, status: int, effect: bool) -> None:
    sandbox.faults.add(Fault("status", status=status, effect=effect, operation=CREATE))
    reply = caller.create("PO-1", "8RB884")
    assert reply.status == status
    assert reply.json.keys() & {"fault", "errors"}
    assert bool(sandbox.ledger.orders) is effect
    assert (reply.headers.get("retry-after") == "0") is (status == 429)
    # The next request on the same connection is answered as it should be.
    assert caller.create("PO-2", "8RB884").status == 201
    assert sandbox.connection_count == 1


def test_status_with_headers_and_body_of_ones_own(sandbox: Sandbox, caller: Any) -> None:
    sandbox.faults.add(Fault("status", status=429, headers={"Retry-After": "120"}, body="wait"))
    reply = caller.search()
    assert (reply.status, reply.headers["retry-after"], reply.body) == (429, "120", b"wait")


def test_informational_comes_first(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("informational"), Fault("informational", status=100))
    request = raw_request(sandbox)
    assert raw_exchange(sandbox, request).startswith(b"HTTP/1.1 103 Interim\r\nLink: ")
    assert raw_exchange(sandbox, request).startswith(b"HTTP/1.1 100 Interim\r\n\r\nHTTP/1.1 204 ")


@pytest.mark.parametrize("body", [None, b"!"])
def test_stray_bytes_follow_on_the_living_connection(sandbox: Sandbox, body: bytes | None) -> None:
    sandbox.faults.add(Fault("stray_bytes", body=body))
    living = raw_request(sandbox).replace(b"Connection: close\r\n", b"")
    answers = raw_exchange(sandbox, living + raw_request(sandbox))
    stray = body or FALSE_ANSWER
    assert answers.count(b"HTTP/1.1 204 ") == 2
    assert stray + b"HTTP/1.1 204 " in answers


def test_hang_up_after_a_good_answer(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault("hang_up"))
    request = raw_request(sandbox).replace(b"Connection: close\r\n", b"")
    answer = raw_exchange(sandbox, request)
    assert answer.startswith(b"HTTP/1.1 204 ")
    assert b"Connection" not in answer


@pytest.mark.parametrize(
    ("fault", "status", "location"),
    [
        (Fault("redirect"), 307, "/resellers/v6/orders/search"),
        (Fault("redirect", status=302, headers={"Location": "http://127.0.0.1:9/"}), 302, "http://127.0.0.1:9/"),
    ],
)
def test_redirect(sandbox: Sandbox, caller: Any, fault: Fault, status: int, location: str) -> None:
    sandbox.faults.add(fault)
    reply = caller.search()
    assert (reply.status, reply.headers["location"]) == (status, location)


def test_gzip_bomb(sandbox: Sandbox, caller: Any) -> None:
    sandbox.faults.add(Fault("gzip_bomb", at_byte=5_000_001))
    reply = caller.search()
    assert reply.headers["content-encoding"] == "gzip"
    assert len(reply.body) < 50_000
    inflated = zlib.decompress(reply.body, 31)
    assert (len(inflated), json.loads(inflated)) == (5_000_001, {})


def test_deep_json(sandbox: Sandbox, caller: Any) -> None:
    sandbox.faults.add(Fault("deep_json", at_byte=3), Fault("deep_json"))
    assert caller.search().json == {"lines": {"lines": {"lines": []}}}
    assert caller.search().body.count(b"{") == 100_000


def test_huge(sandbox: Sandbox, caller: Any) -> None:
    sandbox.faults.add(Fault("huge", at_byte=1_000_000))
    reply = caller.search()
    assert len(reply.body) == 1_000_000
    assert reply.json["notes"].startswith("xxx")


def test_refusing_closes_the_port_and_opens_it_again(sandbox: Sandbox, caller: Any) -> None:
    caller.place("PO-1")
    with sandbox.refusing():
        assert sandbox.open_connections == 0
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", sandbox.port))
    caller.connection.close()
    assert caller.found() == ["PO-1"]


@pytest.mark.parametrize("reset", [False, True])
def test_idle_connections_are_dropped(sandbox: Sandbox, caller: Any, reset: bool) -> None:
    caller.search()
    assert sandbox.drop_connections(reset=reset) == 1
    if reset:
        with pytest.raises(ConnectionResetError):
            caller.connection.sock.recv(1)
    else:
        assert caller.connection.sock.recv(1) == b""


def test_faults_choose_their_requests(sandbox: Sandbox, caller: Any) -> None:
    sandbox.faults.add(
        Fault("status", status=500, operation=CREATE, nth=2),
        Fault("status", status=502, operation=SEARCH, times=2),
        Fault("status", status=504, times=None, nth=6),
    )
    statuses = [caller.create("PO-1", "8RB884").status, caller.create("PO-2", "8RB884").status]
    statuses += [caller.search().status for _ in range(5)]
    assert statuses == [201, 500, 502, 502, 200, 504, 504]
    sandbox.faults.clear()
    assert caller.search().status == 200


def test_the_token_endpoint_is_spared_unless_asked_for(sandbox: Sandbox, caller: Any) -> None:
    query = {"grant_type": "client_credentials", "client_id": "sandbox-client", "client_secret": "sandbox-secret"}

    def token_status() -> int:
        return int(caller("GET", "/oauth/oauth20/token", query=query).status)

    sandbox.faults.add(Fault("status", status=500))
    assert token_status() == 200
    sandbox.faults.add(Fault("status", status=503, operation="get_accesstoken"))
    assert token_status() == 503
    sandbox.faults = FaultPlan([Fault("status", status=502)], include_tokens=True)
    assert token_status() == 502


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"kind": "earthquake"}, "unknown fault 'earthquake'"),
        ({"kind": "reset", "operation": "get_order"}, "unknown operation 'get_order'"),
        ({"kind": "reset", "at_byte": -1}, "at_byte"),
        ({"kind": "reset", "times": 0}, "times"),
        ({"kind": "reset", "nth": 0}, "nth"),
    ],
)
def test_faults_that_make_no_sense(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Fault(**arguments)


@pytest.mark.parametrize("arguments", [{"rate": 1.5}, {"rate": -0.1}, {"rate": 0.5, "kinds": ["earthquake"]}])
def test_random_plans_that_make_no_sense(arguments: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"rate|unknown fault"):
        FaultPlan.random(1, **arguments)


def fates(
    plan: FaultPlan, sandbox_for: Callable[..., Sandbox], count: int, threads: int = 1
) -> dict[str, list[str | None]]:
    """Send `count` requests about each of eight orders and return which faults each order's met."""
    sandbox = sandbox_for(faults=plan)

    def work(numbers: list[str]) -> None:
        for _ in range(count):
            for number in numbers:
                exchange(sandbox, raw_request(sandbox, path=f"/resellers/v6.1/orders/{number}"))

    numbers = [f"20-NON{n:02d}" for n in range(8)]
    workers = [threading.Thread(target=work, args=(numbers[part::threads],)) for part in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    met: dict[str, list[str | None]] = {number: [] for number in numbers}
    for record in sandbox.ledger.requests:
        met[record.path.rpartition("/")[2]].append(record.fault)
    return met


def test_random_plans_are_repeatable_even_with_threads(start: Callable[..., Sandbox]) -> None:
    alone = fates(FaultPlan.random(7, 0.4), start, 20)
    together = fates(FaultPlan.random(7, 0.4), start, 20, threads=8)
    other = fates(FaultPlan.random(8, 0.4), start, 20)
    assert alone == together
    assert alone != other
    kinds = [fault for met in alone.values() for fault in met]
    assert 0.25 < sum(kind is not None for kind in kinds) / len(kinds) < 0.5
    assert {kind for kind in kinds if kind} <= set(QUICK_KINDS)


def test_random_plans_let_a_request_through_in_the_end(start: Callable[..., Sandbox]) -> None:
    for met in fates(FaultPlan.random(3, 1.0, max_consecutive=2, kinds=["status"]), start, 6).values():
        assert met == ["status", "status", None, "status", "status", None]


def test_random_plans_can_be_narrowed(sandbox: Sandbox, caller: Any) -> None:
    sandbox.faults = FaultPlan.random(1, 1.0, kinds=["html"], operations=[CREATE])
    assert caller.search().status == 204
    assert caller.create("PO-1", "8RB884").status == 502


def test_every_kind_can_be_drawn(start: Callable[..., Sandbox]) -> None:
    for kind in KINDS:
        if kind in ("stall", "gzip_bomb", "huge"):
            # These cost time; they are drawn like the rest.
            continue
        sandbox = start(faults=FaultPlan.random(5, 1.0, kinds=[kind], max_consecutive=1))
        exchange(sandbox, creation(sandbox))
        assert [fault.kind for fault in sandbox.faults.injected] == [kind]
        # After one fault about an order its next request passes.
        assert (exchange(sandbox, creation(sandbox)) or b"").startswith(b"HTTP/1.1 ")
