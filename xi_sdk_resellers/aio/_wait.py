"""Wait for the event that belongs to a v7 order, in an event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Callable, Coroutine, Iterable
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._wait import is_result_of, pending
from xi_sdk_resellers.webhooks import OrderCreatedEvent

if TYPE_CHECKING:
    from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse


async def first_result(
    order: AsyncOrderCreateResponse | str,
    events: AsyncIterable[object] | Iterable[object] | asyncio.Queue[Any],
    timeout: float | None,
    others: Callable[[object], object],
    clock: Callable[[], float],
) -> OrderCreatedEvent:
    """Take events until the result of the order is among them; see ``Orders.wait_for_order``."""
    deadline = None if timeout is None else clock() + timeout
    next_event = _source(events)
    while True:
        try:
            event = await asyncio.wait_for(next_event(), None if deadline is None else max(0.0, deadline - clock()))
        except (StopAsyncIteration, asyncio.TimeoutError):
            raise pending(order) from None
        if isinstance(event, OrderCreatedEvent) and is_result_of(event, order):
            return event
        others(event)
        if deadline is not None and clock() >= deadline:
            raise pending(order)


def _source(
    events: AsyncIterable[object] | Iterable[object] | asyncio.Queue[Any],
) -> Callable[[], Coroutine[Any, Any, object]]:
    """Give the coroutine function that returns the next event or raises StopAsyncIteration."""
    if isinstance(events, asyncio.Queue):
        return events.get
    iterator = aiter(events) if isinstance(events, AsyncIterable) else _as_async(events)

    async def next_event() -> object:
        return await anext(iterator)

    return next_event


async def _as_async(events: Iterable[object]) -> AsyncIterator[object]:
    for event in events:
        yield event
