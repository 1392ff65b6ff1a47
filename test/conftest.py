"""Fixtures of every room: sandboxes, callers, the workflows of both twins, and the clock that they wait on."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from test.support import samples
from test.support.client_twins import using
from test.support.http_caller import Caller
from test.support.workflow_twins import TWINS, Clock, workflows
from xi_sdk_resellers.sandbox import Sandbox

if TYPE_CHECKING:
    from xi_sdk_resellers import OrdersApi


@pytest.fixture(scope="session", autouse=True)
def no_event_loop_of_nobodys() -> None:
    """Keep Python up to 3.13 from making an event loop when pytest-asyncio asks which is set: nobody would close it."""
    asyncio.set_event_loop(None)


@pytest.fixture(scope="session", autouse=True)
def ctrl_c() -> None:
    """Let Ctrl-C work, which the tests of interrupts need: a shell lets what it starts in the background ignore it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


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
    """Return the payload of one of the vendor's samples by its name."""
    return samples.sample


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
