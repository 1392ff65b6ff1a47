"""Handle an event and remember it, in this order."""

from __future__ import annotations

import logging
import math
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import TYPE_CHECKING
from uuid import uuid4

from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError
from xi_sdk_resellers.webhooks.errors import EventInProgress, EventStoreError, ReplayedEvent
from xi_sdk_resellers.webhooks.events import DEFAULT_MAX_BYTES, AnyEvent, Body, parse
from xi_sdk_resellers.webhooks.shapes import WebhookHeaders
from xi_sdk_resellers.webhooks.signature import Secrets
from xi_sdk_resellers.webhooks.stores import EventStore, MemoryEventStore, event_store

if TYPE_CHECKING:
    import asyncio

logger: logging.Logger = logging.getLogger("xi_sdk_resellers.webhooks")


class Receiving:
    """One delivery of an event, for ``with`` or ``async with``; made by :func:`receive`."""

    def __init__(self, event: AnyEvent, store: EventStore, lease: float) -> None:
        self._event = event
        self._store = store
        self._lease = lease
        self._holder = ""

    def __repr__(self) -> str:
        return f"Receiving(event_id={self._event.event_id!r})"

    def __enter__(self) -> AnyEvent:
        self._begin()
        return self._event

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end(handled=kind is None)

    async def __aenter__(self) -> AnyEvent:
        if isinstance(self._store, MemoryEventStore):
            self._begin()
        else:
            await _in_a_thread(self._begin, undo=self._release)
        return self._event

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if isinstance(self._store, MemoryEventStore):
            self._end(handled=kind is None)
        else:
            await _in_a_thread(lambda: self._end(handled=kind is None))

    def _begin(self) -> None:
        """Get hold of the event, or say why not."""
        event_id, holder = self._event.event_id, uuid4().hex
        try:
            claim = self._store.begin(event_id, holder, self._lease)
        except Exception as error:
            raise EventStoreError(f"the store of events failed: {type(error).__name__}", event_id=event_id) from error
        if claim.state == "taken":
            raise ReplayedEvent("an event with this ID was taken before", event_id=event_id)
        if claim.state == "busy":
            wait = max(1, math.ceil(claim.seconds))
            raise EventInProgress("this event is being handled already", event_id=event_id, retry_after=wait)
        self._holder = holder

    def _end(self, *, handled: bool) -> None:
        if handled:
            self._done()
        else:
            self._release()

    def _done(self) -> None:
        """Mark the event. It is handled, so that a store that fails now must not bring it again."""
        event_id = self._event.event_id
        try:
            if not self._store.done(event_id, self._holder):
                logger.warning("event %r took longer than its lease, and somebody else has taken it", event_id)
        except Exception as error:
            name = type(error).__name__
            logger.warning("event %r was handled and could not be marked as taken: %s", event_id, name)

    def _release(self) -> None:
        """Give the event back. Should that fail, the lease ends by itself."""
        event_id = self._event.event_id
        try:
            self._store.release(event_id, self._holder)
        except Exception as error:
            name = type(error).__name__
            logger.warning("event %r cannot be taken again before its lease ends: %s", event_id, name)


def receive(
    body: Body,
    headers: WebhookHeaders,
    *,
    secret: Secrets,
    store: EventStore = event_store,
    lease: float = 60.0,
    max_bytes: int = DEFAULT_MAX_BYTES,
) -> Receiving:
    """Verify a request that came to your webhook URL, and hold its event while you handle it.

    ::

        with webhooks.receive(body, headers, secret=SECRET, store=STORE) as event:
            handle(event)

    The event counts as taken when the block ends well. When it ends with an exception the event is
    released, and when the process is killed the lease ends, so that the vendor's next delivery is
    handled. While the block runs, a second delivery is told to come later. A block that was killed
    after its work and before the mark is run again: let it do no harm to handle an event twice.

    ``async with`` is for asyncio: a store that waits for a server does so in a thread.

    Args:
        body: the request's body, unchanged.
        headers: the request's headers: any mapping, a WSGI environment, ASGI's list of pairs; None for no headers.
        secret: the webhook's secret; or several while it is being changed.
        store: remembers events; by default this process alone.
        lease: seconds after which somebody else may take the event: longer than your handling ever takes.
        max_bytes: the largest body to accept, in bytes.

    Returns:
        A context manager that gives the event. One of an unknown kind is an UnknownEvent and keeps everything.

    Raises:
        WebhookError: the request must not be acted on; answer with its ``http_status`` and ``http_headers``.
            ReplayedEvent, EventInProgress and EventStoreError come when the block is entered.
        ApiTypeError: an argument is nothing of the kind.
        ApiValueError: a secret is empty, or there is none; or the lease is not above 0.
    """
    try:
        _check(store, lease)
        event = parse(body, headers, secret=secret, seen=None, max_bytes=max_bytes)
    finally:
        # Error trackers collect the variables of a frame that an exception leaves.
        del secret
    return Receiving(event, store, lease)


def _check(store: object, lease: object) -> None:
    if not hasattr(store, "begin"):
        raise ApiTypeError(f"store is an EventStore, such as MemoryEventStore(), not {type(store).__name__}")
    if not isinstance(lease, (int, float)) or isinstance(lease, bool):
        raise ApiTypeError(f"lease is a number of seconds, not {type(lease).__name__}")
    if not 0 < lease < math.inf:
        raise ApiValueError(f"lease must be above 0 seconds, not {lease}")


async def _in_a_thread(work: Callable[[], None], *, undo: Callable[[], None] | None = None) -> None:
    """Do something that waits without holding up the event loop.

    It is never left half done: when the caller is cancelled, the thread goes on to its end, and what it
    has done is undone.
    """
    # Late: only asynchronous receivers need it.
    import asyncio

    loop = asyncio.get_running_loop()
    at_work = loop.run_in_executor(None, work)

    def settle(done: asyncio.Future[None]) -> None:
        if not done.cancelled() and done.exception() is None and undo is not None:
            loop.run_in_executor(None, undo)

    waiting: Awaitable[None] = asyncio.shield(at_work)
    try:
        await waiting
    except asyncio.CancelledError:
        at_work.add_done_callback(settle)
        raise
