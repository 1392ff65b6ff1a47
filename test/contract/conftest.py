"""Fixtures of the tests that talk to the sandbox over real sockets."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from xi_sdk_resellers.sandbox import Sandbox

from .client_twins import using
from .workflow_twins import TWINS, Clock, workflows

if TYPE_CHECKING:
    from xi_sdk_resellers import OrdersApi

SAMPLES = Path(__file__).parent / "samples"
HOLD = {"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}
DUPLICATE = {"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}


@dataclass
class Reply:
    """What came back for one request."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def fields(self) -> set[str]:
        """The fields that a 400 names, in whichever shape it comes."""
        error = self.json
        error = error["errors"][0] if "errors" in error else error
        return {field["field"] for field in error.get("fields", ())}


class Caller:
    """A plain HTTP client with the headers that the service wants, on one keep-alive connection."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.connection = http.client.HTTPConnection("127.0.0.1", sandbox.port, timeout=10)
        self.headers = {
            "IM-CustomerNumber": "20-222222",
            "IM-CountryCode": "US",
            "IM-CorrelationID": "c" * 32,
            "IM-SenderID": "tests",
            "Authorization": f"Bearer {sandbox.issue_token()}",
        }

    def __call__(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str | None] | None = None,
    ) -> Reply:
        sent = {**self.headers, **(headers or {})}
        if body is not None and "Content-Type" not in sent:
            sent["Content-Type"] = "application/json"
        data = body if isinstance(body, (bytes, str)) or body is None else json.dumps(body)
        target = f"{path}?{urlencode(query, doseq=True)}" if query else path
        self.connection.request(method, target, data, {k: v for k, v in sent.items() if v is not None})
        response = self.connection.getresponse()
        content = response.read()
        return Reply(response.status, {k.lower(): v for k, v in response.getheaders()}, content)

    def create(self, number: str = "PO-1", *parts: str, hold: bool = False, **more: Any) -> Reply:
        lines = [{"customerLineNumber": f"{n}", "ingramPartNumber": p, "quantity": 2} for n, p in enumerate(parts, 1)]
        body = {"customerOrderNumber": number, "lines": lines, **more}
        if hold:
            body["additionalAttributes"] = [*body.get("additionalAttributes", ()), HOLD]
        return self("POST", "/resellers/v6/orders", body)

    def place(self, number: str = "PO-1", *parts: str, hold: bool = False, **more: Any) -> str:
        """Create an order and return its Ingram order number."""
        reply = self.create(number, *(parts or ("8RB884",)), hold=hold, **more)
        assert reply.status in (201, 207), reply.body
        return str(reply.json["orders"][0]["ingramOrderNumber"])

    def search(self, **query: Any) -> Reply:
        return self("GET", "/resellers/v6/orders/search", query=query)

    def found(self, **query: Any) -> list[str]:
        """Return the customer order numbers that a search finds."""
        reply = self.search(**query)
        return [] if reply.status == 204 else [order["customerOrderNumber"] for order in reply.json["orders"]]

    def details(self, number: str, **query: Any) -> Reply:
        return self("GET", f"/resellers/v6.1/orders/{number}", query=query)

    def modify(self, number: str, body: object) -> Reply:
        return self("PUT", f"/resellers/v6/orders/{number}", body)

    def release(self, number: str) -> Reply:
        return self("PUT", f"/resellers/v6/orders/{number}", {}, query={"actionCode": "release"})

    def cancel(self, number: str) -> Reply:
        return self("DELETE", f"/resellers/v6/orders/{number}")


def raw_exchange(sandbox: Sandbox, data: bytes) -> bytes:
    """Send bytes on a connection of their own and return all that comes until its end.

    Raises:
        ConnectionResetError: The sandbox ended the connection with a reset.
    """
    with socket.create_connection(("127.0.0.1", sandbox.port), timeout=10) as sock:
        sock.sendall(data)
        received = b""
        while piece := sock.recv(65536):
            received += piece
        return received


def raw_request(
    sandbox: Sandbox, method: str = "GET", path: str = "/resellers/v6/orders/search", body: bytes = b""
) -> bytes:
    """Return a whole request that asks for the connection to be closed after the answer."""
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n"
        f"IM-CustomerNumber: 20-222222\r\nIM-CountryCode: US\r\nIM-CorrelationID: raw\r\n"
        f"Authorization: Bearer {sandbox.issue_token()}\r\n"
    )
    if body:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + b"\r\n" + body


@pytest.fixture(scope="session", autouse=True)
def no_event_loop_of_nobodys() -> None:
    """Keep Python up to 3.13 from making an event loop when pytest-asyncio asks which is set: nobody would close it."""
    asyncio.set_event_loop(None)


@pytest.fixture
def start() -> Iterator[Callable[..., Sandbox]]:
    """Start sandboxes with options of their own; all are stopped after the test."""
    started: list[Sandbox] = []

    def start_one(*arguments: Any, **options: Any) -> Sandbox:
        started.append(Sandbox(*arguments, **options))
        return started[-1]

    yield start_one
    for sandbox in started:
        sandbox.stop()


@pytest.fixture
def sandbox(start: Callable[..., Sandbox]) -> Sandbox:
    """An empty sandbox."""
    return start()


@pytest.fixture
def caller_for() -> Iterator[Callable[[Sandbox], Caller]]:
    """Open plain HTTP callers to sandboxes; all are closed after the test."""
    opened: list[Caller] = []

    def open_one(sandbox: Sandbox) -> Caller:
        opened.append(Caller(sandbox))
        return opened[-1]

    yield open_one
    for caller in opened:
        caller.connection.close()


@pytest.fixture
def caller(sandbox: Sandbox, caller_for: Callable[[Sandbox], Caller]) -> Caller:
    """A plain HTTP caller to the test's sandbox."""
    return caller_for(sandbox)


@pytest.fixture
def api(sandbox: Sandbox) -> Iterator[OrdersApi]:
    """The order endpoints of a client that talks to the test's sandbox."""
    from xi_sdk_resellers import ApiClient, OrdersApi

    with ApiClient(sandbox.configuration()) as client:
        yield OrdersApi(client)


@pytest.fixture(scope="session")
def sample() -> Callable[[str], Any]:
    """Return the payload of one of the vendor's samples by its file name."""

    def load(name: str) -> Any:
        return json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))["value"]

    return load


@pytest.fixture
def clock() -> Clock:
    """The clock of the test's workflows."""
    return Clock()


@pytest.fixture(params=TWINS)
def twin(request: pytest.FixtureRequest) -> str:
    """Which client the workflows are on."""
    return str(request.param)


@pytest.fixture
def twins(twin: str) -> Iterator[None]:
    """Run the test against both clients; for modules that take theirs from ``client_twins``."""
    with using(twin):
        yield


@pytest.fixture
def read_timeout(request: pytest.FixtureRequest) -> float:
    """Seconds without a byte: few where the test waits for them, else more than a busy machine ever pauses."""
    call = getattr(request.node, "callspec", None)
    fault = call.params.get("fault") if call else None
    return 0.5 if fault is not None and fault.kind == "stall" else 60


@pytest.fixture
def orders_on(twin: str, read_timeout: float) -> Iterator[Callable[..., Any]]:
    """Make workflows for a sandbox, on a clock, without waiting between retries."""
    from xi_sdk_resellers import Retries

    with ExitStack() as made:

        def make(sandbox: Sandbox, clock: Clock, **options: Any) -> Any:
            settings: dict[str, Any] = {"retries": Retries(backoff=0), "read_timeout": read_timeout, **options}
            return made.enter_context(workflows(twin, sandbox, clock, clock.sleep, **settings))

        yield make


@pytest.fixture
def orders(sandbox: Sandbox, clock: Clock, orders_on: Callable[..., Any]) -> Any:
    """The workflows of both twins, on the test's sandbox and clock."""
    return orders_on(sandbox, clock)
