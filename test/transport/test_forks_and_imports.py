"""The first call imports half of the package: a fork waits for that, and nothing is left for later once a request is
sent. Each program runs in an interpreter of its own, in which nothing is imported yet."""

from __future__ import annotations

import ast
import base64
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import xi_sdk_resellers
from xi_sdk_resellers import api_client
from xi_sdk_resellers._calls import ready
from xi_sdk_resellers._workflows import plan

ROOT = Path(__file__).parents[2]
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")

SERVER = """
import socket, sys, threading, time, warnings
warnings.simplefilter("ignore", DeprecationWarning)  # of forks in programs with threads

def serve(sock, made):
    while received := sock.recv(65536):
        if b"/oauth20/token" in received:
            token = b'{"access_token": "t", "expires_in": 86400}'
            sock.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: %d\\r\\n\\r\\n%b" % (len(token), token))
            continue
        before.append(set(sys.modules))
        sock.sendall(made)
        if b"close" in made:
            return sock.close()

def listen(made):
    listener = socket.create_server(("127.0.0.1", 0))
    def accept():
        while True:
            threading.Thread(target=serve, args=(listener.accept()[0], made), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    return "http://127.0.0.1:%d" % listener.getsockname()[1]

before = []
"""

FORK = (
    SERVER
    + """
import os
body = b'{"ingramOrderNumber": "20-1"}'
url = listen(b"HTTP/1.1 200 OK\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(body) + body)
name, early = sys.argv[1:3]
if early == "early":
    import logging
import xi_sdk_resellers as xi

instant = threading.Event()

class Watch:
    def find_spec(self, found, path=None, target=None):
        if found == name and threading.current_thread() is first:
            instant.set()
            time.sleep(0.02)  # let the fork begin

def call():
    settings = xi.Configuration(url, client_id="c", client_secret="s", im_customer_number="1", im_country_code="US",
                                total_timeout=20)
    with xi.ApiClient(settings) as client:
        return xi.OrdersApi(client).get_orderdetails_v6_1("20-1").ingram_order_number

first = threading.Thread(target=call)
sys.meta_path.insert(0, Watch())
first.start()
print("at it" if instant.wait(20) else "never imported", flush=True)
child = os.fork()
if child == 0:
    try:
        os._exit(0 if call() == "20-1" else 2)
    except BaseException as error:
        os.write(2, repr(error).encode())
        os._exit(1)
end = time.monotonic() + 20
done = 0
while not done and time.monotonic() < end:
    done, status = os.waitpid(child, os.WNOHANG)
    time.sleep(0.001)
first.join(20)
print("waits" if not done else os.waitstatus_to_exitcode(status), call(), flush=True)
if not done:
    os.kill(child, 9)
import logging
free = []
look = threading.Thread(target=lambda: free.append(logging._lock.acquire(timeout=5)))
look.start(); look.join()
print("free" if free == [True] else "the lock of logging is taken for ever", flush=True)
os._exit(0)
"""
)

INSTANTS = [
    "xi_sdk_resellers.configuration",
    "xi_sdk_resellers.api",
    "logging",
    "pydantic",
    "urllib3",
    "ssl",
    "encodings.idna",
    "xi_sdk_resellers.models.order_detail_b2_b",
]


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=55, check=False)


@needs_fork
@pytest.mark.parametrize("instant", INSTANTS)
def test_a_fork_during_a_first_call_leaves_no_child_waiting(instant: str) -> None:
    # Threading, which the program needs for its thread, does not import logging.
    done = run(FORK, instant, "late")
    assert done.stdout.splitlines() == ["at it", "0 20-1", "free"], done
    assert done.stderr == ""


@needs_fork
@pytest.mark.parametrize("instant", ["xi_sdk_resellers.api_client", "urllib3"])
def test_also_where_logging_was_there_before(instant: str) -> None:
    done = run(FORK, instant, "early")
    assert done.stdout.splitlines() == ["at it", "0 20-1", "free"], done
    assert done.stderr == ""


CALLS = (
    SERVER
    + """
import base64, json
import xi_sdk_resellers as xi
order = {"customerOrderNumber": "PO-1", "lines": [{"customerLineNumber": "1", "ingramPartNumber": "A", "quantity": 1}]}
calls = {
    "read": lambda api: api.get_orderdetails_v6_1("20-1"),
    "search": lambda api: api.get_resellers_v6_ordersearch(page_size=5),
    "create": lambda api: api.post_createorder_v6(order_create_request=order),
    "modify": lambda api: api.put_ordermodify("20-1", order_modify_request={"notes": "x"}),
    "cancel": lambda api: api.delete_ordercancel("20-1"),
    "place": lambda api: xi.Orders(api.api_client).place(order, lookup_wait=0, attempts=1),
    "place_async": lambda api: xi.Orders(api.api_client).place_async(order),
}
for name, call, made in json.load(sys.stdin):
    before.clear()
    settings = xi.Configuration(listen(base64.b64decode(made)), client_id="c", client_secret="s",
                                im_customer_number="1", im_country_code="US", total_timeout=5, retries=0)
    with xi.ApiClient(settings) as client:
        try:
            said = type(calls[call](xi.OrdersApi(client))).__name__
        except xi.OpenApiException as error:
            said = str(error).splitlines()[0]
    print(json.dumps([name, said, sorted(set(sys.modules) - before[0])]))
"""
)
DETAILS = {"ingramOrderNumber": "20-1", "ingramOrderDate": "2024-03-01T10:00:00", "lines": [{"unitPrice": 5.5}]}
ORDERS = {"orders": [{"ingramOrderNumber": "20-1", "lines": [{"lineStatus": "In Progress"}]}]}


def written(status: str, body: object, **headers: str) -> bytes:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(content)}", *(f"{k}: {v}" for k, v in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode() + content


ANSWERS: dict[str, tuple[str, bytes]] = {
    "details": ("read", written("200 OK", DETAILS)),
    "details that do not fit": ("read", written("200 OK", {**DETAILS, "lines": {"unitPrice": "much"}, "x": 1})),
    "details in another charset": ("read", written("200 OK", b"\xff\xfe{\0}\0")),
    "no JSON": ("read", written("200 OK", b"<html>")),
    "a cut answer": ("read", written("200 OK", DETAILS)[:-5] + b"close"[:0]),
    "an error": ("read", written("400 Bad Request", {"errors": [{"message": "no", "fields": [{"field": "x"}]}]})),
    "an error page": ("read", written("503 Busy", b"<html>", **{"Retry-After": "Fri, 01 Mar 2999 10:00:00 GMT"})),
    "no HTTP": ("read", b"SSH-2.0 close\r\n\r\n"),
    "a search": ("search", written("200 OK", {"recordsFound": 1, "orders": [{"ingramOrderNumber": "20-1"}]})),
    "an order": ("create", written("201 Created", ORDERS)),
    "a refused order": ("create", written("400 Bad Request", {"errors": [{"message": "no"}]})),
    "a lost order": ("create", b"close"),
    "a change": ("modify", written("200 OK", {"ingramOrderNumber": "20-1"})),
    "a cancellation": ("cancel", written("200 OK", b"")),
    "a placed order": ("place", written("201 Created", ORDERS)),
    "a queued order": ("place_async", written("200 OK", {"confirmationNumber": "1", "quoteNumber": "2"})),
}


def test_what_an_answer_needs_is_imported_before_the_request_is_sent() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    cases = [(name, call, base64.b64encode(made).decode()) for name, (call, made) in ANSWERS.items()]
    command = [sys.executable, "-c", CALLS]
    done = subprocess.run(
        command, input=json.dumps(cases), capture_output=True, text=True, env=environment, timeout=55, check=False
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [name for name, _, _ in found] == [*ANSWERS], done.stderr
    assert {name: imported for name, _, imported in found if imported} == {}
    kinds = {name: said.rpartition(":")[2].strip() for name, said, _ in found}
    assert kinds["details"] == "OrderDetailB2B"
    assert kinds["an error page"] == "503 Service Unavailable"
    assert kinds["no HTTP"] == "the answer is not HTTP"
    assert kinds["a lost order"] == "the connection broke before the answer came"


# What does no call, and what is not on the way of one.
ELSEWHERE = ("sandbox", "webhooks", "_commands", "_pyinstaller", "_display", "_journal", "_moved", "__main__")


def late_imports() -> Iterator[tuple[str, str]]:
    """Find the modules of ours that are imported inside a function, without holding a fork back."""
    package = ROOT / "xi_sdk_resellers"
    for path in sorted(package.rglob("*.py")):
        if path.relative_to(package).parts[0].removesuffix(".py") in ELSEWHERE:
            continue
        source = path.read_text("utf-8")
        functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
        for node in (inner for function in functions for inner in ast.walk(function)):
            if isinstance(node, ast.ImportFrom) and node.module and f'load("{node.module}")' not in source:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
                modules = [name for name in names if (ROOT / f"{name.replace('.', '/')}.py").is_file()]
                yield from ((path.name, module) for module in modules)


def test_what_is_imported_late_on_the_way_of_a_call_is_loaded_before_it() -> None:
    called = [module.__name__ for module in ready.MODULES.values()]
    loaded = {*called, *ready.NEEDED, *api_client._PARTS, *api_client._TOKEN_PARTS, *plan.ALSO_NEEDED}
    left = {found for found in late_imports() if found[1] not in loaded}
    # Pickles of 1.0.0, settings of the log, and the journal, which is asked before the first call.
    assert {name for name, _ in left} <= {"__init__.py", "log.py", "orders.py"}, left


# The hooks of a fork.


@pytest.fixture
def logging_came_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xi_sdk_resellers, "_LOGGING_CAME_FIRST", False)


def at_once(work: Any) -> threading.Thread:
    thread = threading.Thread(target=work)
    thread.start()
    return thread


@pytest.mark.parametrize("came_first", [False, True])
def test_a_fork_does_not_keep_the_lock_of_logging_while_it_waits(
    came_first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xi_sdk_resellers, "_LOGGING_CAME_FIRST", came_first)
    hooks: Any = vars(xi_sdk_resellers)
    lock: Any = logging._lock  # type: ignore[attr-defined]
    importing, waiting = threading.Event(), threading.Event()
    seen: list[bool] = []

    def import_something() -> None:
        with hooks["_loading"]:
            importing.set()
            waiting.wait(10)
            seen.append(lock.acquire(timeout=10))
            lock.release()

    thread = at_once(import_something)
    assert importing.wait(10)
    if not came_first:
        lock.acquire()  # as logging does before a fork
    waiting.set()
    hooks["_before_fork"]()
    try:
        assert seen == [True]
        assert lock._is_owned() is not came_first
        assert hooks["_loading"]._is_owned()
    finally:
        hooks["_after_fork_in_parent"]()
        if not came_first:
            lock.release()  # as logging does after it
    thread.join(10)
    assert not hooks["_loading"]._is_owned()
    assert not lock._is_owned()


def test_a_fork_takes_the_lock_for_a_logging_that_has_come_while_it_waited(logging_came_later: None) -> None:
    hooks: Any = vars(xi_sdk_resellers)
    lock: Any = logging._lock  # type: ignore[attr-defined]
    importing = threading.Event()

    def import_logging() -> None:
        with hooks["_loading"]:
            importing.set()

    thread = at_once(import_logging)
    assert importing.wait(10)
    thread.join(10)
    assert hooks["_wait_for_imports"]()
    hooks["_loading"].release()
    assert lock._is_owned()
    lock.release()
    assert not lock._is_owned()


def test_a_fork_by_the_thread_that_imports_does_not_wait_for_itself() -> None:
    hooks: Any = vars(xi_sdk_resellers)
    with hooks["_loading"]:
        hooks["_before_fork"]()
        hooks["_after_fork_in_child"]()
        assert hooks["_loading"]._is_owned()
    assert not hooks["_loading"]._is_owned()


def test_a_fork_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    assert xi_sdk_resellers._LONGEST_WAIT == 10.0  # type: ignore[attr-defined]
    monkeypatch.setattr(xi_sdk_resellers, "_LONGEST_WAIT", 0.01)
    monkeypatch.setattr(xi_sdk_resellers, "_LOGGING_CAME_FIRST", True)
    hooks: Any = vars(xi_sdk_resellers)
    importing, over = threading.Event(), threading.Event()

    def hang() -> None:
        with hooks["_loading"]:
            importing.set()
            over.wait(10)

    thread = at_once(hang)
    assert importing.wait(10)
    hooks["_before_fork"]()
    hooks["_after_fork_in_parent"]()
    over.set()
    thread.join(10)
    with hooks["_loading"]:
        pass
