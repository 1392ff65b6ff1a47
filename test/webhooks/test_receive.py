"""Receiving an event: it counts as taken when its handling has ended well, for both twins and every store."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from test.support.event_stores import LEASE, Kept
from xi_sdk_resellers import webhooks
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

SECRET = "s3cr3t-of-the-hook"


class Doors:
    """Receives on one of the two ways, and runs a function as the block."""

    def __init__(self, twin: str) -> None:
        self.twin = twin

    def __call__(
        self, store: Any, block: Callable[[Any], object] = lambda event: None, *, event_id: str = "e-1", **options: Any
    ) -> object:
        receiving = receive(store, event_id, **options)
        if self.twin == "blocking":
            with receiving as event:
                return block(event)

        async def run() -> object:
            async with receiving as event:
                return block(event)

        return asyncio.run(run())


def signed(event_id: str) -> tuple[bytes, dict[str, str]]:
    event = {"topic": "resellers/orders", "event": "im::updated", "eventId": event_id, "resource": []}
    return json.dumps(event).encode(), {"X-Hub-Signature": webhooks.sign(event_id, SECRET)}


def receive(store: Any, event_id: str = "e-1", **options: Any) -> webhooks.Receiving:
    return webhooks.receive(*signed(event_id), **{"secret": SECRET, "store": store, "lease": LEASE, **options})


@pytest.fixture(params=["blocking", "asyncio"])
def through(request: pytest.FixtureRequest) -> Doors:
    return Doors(request.param)


def failing(error: BaseException) -> Callable[[object], object]:
    def fail(event: object) -> object:
        raise error

    return fail


def test_an_event_is_taken_when_the_block_has_ended_well(kept: Kept, through: Doors) -> None:
    event = through(kept.store, lambda event: event)
    assert isinstance(event, webhooks.OrderStatusEvent)
    assert event.event_id == "e-1"
    kept.let_leases_end()
    run: list[object] = []
    with pytest.raises(webhooks.ReplayedEvent) as caught:
        through(kept.store, run.append)
    assert (caught.value.http_status, caught.value.http_headers, caught.value.event_id) == (200, {}, "e-1")
    assert run == []


@pytest.mark.parametrize(
    "error", [RuntimeError("the database is away"), KeyboardInterrupt(), asyncio.CancelledError()], ids=repr
)
def test_an_event_that_was_not_handled_is_welcome_again(kept: Kept, through: Doors, error: BaseException) -> None:
    for _ in range(2):
        with pytest.raises(type(error)):
            through(kept.store, failing(error))
    assert through(kept.store, lambda event: "handled") == "handled"


def test_a_second_delivery_during_the_handling_is_told_to_come_later(kept: Kept, through: Doors) -> None:
    def meanwhile(event: Any) -> webhooks.WebhookError:
        with pytest.raises(webhooks.EventInProgress) as caught:
            with receive(kept.store):
                pytest.fail("two at once")
        return caught.value

    error = through(kept.store, meanwhile)
    assert isinstance(error, webhooks.EventInProgress)
    assert (error.http_status, error.event_id) == (503, "e-1")
    assert "this event is being handled already" in str(error)
    assert 1 <= int(error.http_headers["Retry-After"]) <= LEASE
    assert vars(pickle.loads(pickle.dumps(error))) == vars(error)
    with pytest.raises(webhooks.ReplayedEvent):
        through(kept.store)


def test_a_lease_that_has_ended_is_somebody_elses(kept: Kept, through: Doors, caplog: pytest.LogCaptureFixture) -> None:
    def too_long(event: object) -> None:
        kept.let_leases_end()
        next_one.__enter__()

    next_one = receive(kept.store)
    with caplog.at_level(logging.WARNING, "xi_sdk_resellers.webhooks"):
        through(kept.store, too_long)
    assert "took longer than its lease" in caplog.text
    with pytest.raises(webhooks.EventInProgress):
        through(kept.store)
    next_one.__exit__(None, None, None)
    with pytest.raises(webhooks.ReplayedEvent):
        through(kept.store)


def test_every_event_has_a_lease_of_its_own(kept: Kept, through: Doors) -> None:
    with receive(kept.store, "e-1"):
        assert through(kept.store, lambda event: event.event_id, event_id="e-2") == "e-2"


class Failing(webhooks.MemoryEventStore):
    """A store whose server is away at some of its three steps."""

    def __init__(self, *steps: str) -> None:
        super().__init__()
        self.steps = steps

    def begin(self, event_id: str, holder: str, lease: float) -> webhooks.Claim:
        return self._or_fail("begin") or super().begin(event_id, holder, lease)

    def done(self, event_id: str, holder: str) -> bool:
        return self._or_fail("done") or super().done(event_id, holder)

    def release(self, event_id: str, holder: str) -> None:
        return self._or_fail("release") or super().release(event_id, holder)

    def _or_fail(self, step: str) -> Any:
        if step in self.steps:
            raise ConnectionError(f"redis://:{SECRET}@localhost refused")


def test_a_store_that_cannot_be_asked_means_come_later(through: Doors) -> None:
    run: list[object] = []
    with pytest.raises(webhooks.EventStoreError) as caught:
        through(Failing("begin"), run.append)
    assert (caught.value.http_status, caught.value.event_id, run) == (503, "e-1", [])
    assert isinstance(caught.value.__cause__, ConnectionError)
    assert str(caught.value) == "the store of events failed: ConnectionError"


def test_what_was_handled_is_not_asked_for_again(through: Doors, caplog: pytest.LogCaptureFixture) -> None:
    assert through(Failing("done"), lambda event: "handled") == "handled"
    assert caplog.messages == ["event 'e-1' was handled and could not be marked as taken: ConnectionError"]


def test_the_error_of_the_block_is_the_one_that_counts(through: Doors, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(KeyError):
        through(Failing("release"), failing(KeyError("mine")))
    assert caplog.messages == ["event 'e-1' cannot be taken again before its lease ends: ConnectionError"]


def test_a_request_that_is_refused_never_reaches_the_store() -> None:
    body, headers = signed("e-1")
    store = Failing("begin")
    for error, request in (
        (webhooks.MissingSignature, (body, None)),
        (webhooks.WrongSignature, (body, {"x-hub-signature": "x"})),
        (webhooks.MalformedEvent, (b"{", headers)),
        (webhooks.OversizedEvent, (body + b" " * 1000, headers)),
    ):
        with pytest.raises(error) as caught:
            webhooks.receive(*request, secret=SECRET, store=store, max_bytes=500)
        assert caught.value.http_headers == {}


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"store": lambda event_id: False}, ApiTypeError, "store is an EventStore"),
        ({"lease": 0}, ApiValueError, "above 0"),
        ({"lease": float("nan")}, ApiValueError, "above 0"),
        ({"lease": float("inf")}, ApiValueError, "above 0"),
        ({"lease": True}, ApiTypeError, "not bool"),
        ({"lease": "60"}, ApiTypeError, "not str"),
        ({"secret": ""}, ApiValueError, "secret is empty"),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        receive(**{"store": webhooks.MemoryEventStore(), **options})


def test_the_store_of_the_process_is_used_when_none_is_given() -> None:
    body, headers = signed("only-in-this-test")
    with webhooks.receive(body, headers, secret=SECRET) as event:
        assert repr(webhooks.receive(body, headers, secret=SECRET)) == "Receiving(event_id='only-in-this-test')"
    assert webhooks.event_store.begin(event.event_id, "h", LEASE).state == "taken"


def frames_of(error: BaseException) -> Iterator[dict[str, Any]]:
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith("receiving.py"):
            yield trace.tb_frame.f_locals
        trace = trace.tb_next


def test_no_frame_of_an_error_holds_the_secret() -> None:
    for wrong in ({"x-hub-signature": "x"}, None):
        with pytest.raises(webhooks.WebhookError) as refused:
            webhooks.receive(signed("e-1")[0], wrong, secret=SECRET)
        assert [*frames_of(refused.value)]
        assert not [found for found in frames_of(refused.value) if "secret" in found]
    with pytest.raises(KeyError) as failed:
        with receive(webhooks.MemoryEventStore()):
            raise KeyError("mine")
    assert not [found for found in frames_of(failed.value) if "secret" in found]


# asyncio: a store that waits for its server holds up nobody.


class Slow(webhooks.EventStore):
    """A store whose steps wait until they are let go."""

    def __init__(self) -> None:
        self.memory = webhooks.MemoryEventStore()
        self.begun, self.go = threading.Event(), threading.Event()
        self.released = threading.Event()

    def begin(self, event_id: str, holder: str, lease: float) -> webhooks.Claim:
        self.begun.set()
        self.go.wait(30)
        return self.memory.begin(event_id, holder, lease)

    def done(self, event_id: str, holder: str) -> bool:
        return self.memory.done(event_id, holder)

    def release(self, event_id: str, holder: str) -> None:
        self.memory.release(event_id, holder)
        self.released.set()


async def until_set(event: threading.Event) -> None:
    assert await asyncio.get_running_loop().run_in_executor(None, event.wait, 30)


async def test_the_event_loop_goes_on_while_a_store_waits() -> None:
    store = Slow()

    async def handle() -> str:
        async with receive(store) as event:
            return event.event_id

    task = asyncio.create_task(handle())
    await until_set(store.begun)
    assert not task.done()
    store.go.set()
    assert await task == "e-1"
    assert store.memory.begin("e-1", "h", LEASE).state == "taken"


async def test_a_receiver_that_is_cancelled_while_a_store_waits_holds_nothing() -> None:
    store = Slow()

    async def handle() -> None:
        async with receive(store):
            pytest.fail("cancelled before")

    task = asyncio.create_task(handle())
    await until_set(store.begun)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    store.go.set()
    await until_set(store.released)
    assert store.memory.begin("e-1", "h", LEASE).state == "yours"


async def test_a_receiver_that_is_cancelled_in_the_block_gives_its_event_back() -> None:
    store = Slow()
    store.go.set()
    inside = asyncio.Event()

    async def handle() -> None:
        async with receive(store):
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(handle())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert store.memory.begin("e-1", "h", LEASE).state == "yours"


async def test_of_many_tasks_one_handles_the_event(kept: Kept) -> None:
    handled: list[str] = []

    async def handle(number: int) -> str:
        try:
            async with receive(kept.store) as event:
                handled.append(event.event_id)
                await asyncio.sleep(0)
        except webhooks.WebhookError as error:
            return type(error).__name__
        return "handled"

    told = await asyncio.gather(*map(handle, range(12)))
    assert told.count("handled") == len(handled) == 1
    assert set(told) <= {"handled", "EventInProgress", "ReplayedEvent"}
