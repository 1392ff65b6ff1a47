"""Wait for the event that belongs to a v7 order, in an event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from xi_sdk_resellers._workflows.orders.awaiting import check, is_result_of, pending
from xi_sdk_resellers.webhooks import OrderCreatedEvent

if TYPE_CHECKING:
    from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse

EventSource: TypeAlias = "AsyncIterable[object] | Iterable[object] | asyncio.Queue[Any]"
"""Where events come from: an ``asyncio.Queue`` that a receiver fills, or any iterable, asynchronous or not."""


async def first_result(
    order: AsyncOrderCreateResponse | str,
    events: EventSource,
    timeout: float | None,
    others: Callable[[object], object],
    clock: Callable[[], float],
) -> OrderCreatedEvent:
    """Take events until the result of the order is among them; see ``Orders.wait_for_order``."""
    check(order, events)
    deadline = None if timeout is None else clock() + timeout
    next_event = _source(events)
    while True:
        try:
            event = await next_event(None if deadline is None else max(0.0, deadline - clock()))
        except (StopAsyncIteration, asyncio.TimeoutError):
            raise pending(order) from None
        if isinstance(event, OrderCreatedEvent) and is_result_of(event, order):
            return event
        others(event)
        if deadline is not None and clock() >= deadline:
            raise pending(order)


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
