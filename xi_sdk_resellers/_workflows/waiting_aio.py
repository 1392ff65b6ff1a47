"""Wait for one event among those that come, in an event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from typing import Any, TypeAlias, TypeVar

from xi_sdk_resellers.exceptions import OpenApiException

E = TypeVar("E")

EventSource: TypeAlias = "AsyncIterable[object] | Iterable[object] | asyncio.Queue[Any]"
"""Where events come from: an ``asyncio.Queue`` that a receiver fills, or any iterable, asynchronous or not."""


async def first_event(
    wanted: Callable[[object], E | None],
    late: Callable[[], OpenApiException],
    events: EventSource,
    timeout: float | None,
    others: Callable[[object], object],
    clock: Callable[[], float],
) -> E:
    """Take events until the wanted one is among them.

    Args:
        wanted: gives an event back if it is the one, else None.
        late: makes the exception for the event that has not come.
        events: where they come from.
        timeout: seconds to wait; None for as long as it takes.
        others: called with every other event.
        clock: seconds on a clock that never goes back.
    """
    deadline = None if timeout is None else clock() + timeout
    next_event = _source(events)
    while True:
        try:
            event = await next_event(None if deadline is None else max(0.0, deadline - clock()))
        except (StopAsyncIteration, asyncio.TimeoutError):
            raise late() from None
        found = wanted(event)
        if found is not None:
            return found
        others(event)
        if deadline is not None and clock() >= deadline:
            raise late()


def _source(
    events: EventSource,
) -> Callable[[float | None], Awaitable[object]]:
    """Give the function that waits so many seconds for the next event, or raises StopAsyncIteration."""
    if isinstance(events, asyncio.Queue):
        return lambda left: _from_queue(events, left)
    if isinstance(events, AsyncIterable):
        stream = aiter(events)
        return lambda left: asyncio.wait_for(_from_stream(stream), left)
    ready = iter(events)
    return lambda left: _from_iterator(ready)


async def _from_queue(events: asyncio.Queue[Any], left: float | None) -> object:
    # What is there already is taken, however little time is left.
    return await asyncio.wait_for(events.get(), left) if events.empty() else events.get_nowait()


async def _from_stream(stream: AsyncIterator[object]) -> object:
    return await anext(stream)


async def _from_iterator(ready: Iterator[object]) -> object:
    try:
        return next(ready)
    except StopIteration:
        raise StopAsyncIteration from None
