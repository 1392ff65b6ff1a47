"""Wait for the event that belongs to a v7 order, in an event loop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from xi_sdk_resellers._workflows.orders.awaiting import check, pending, result_of
from xi_sdk_resellers._workflows.waiting_aio import EventSource, first_event

if TYPE_CHECKING:
    from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse
    from xi_sdk_resellers.webhooks import OrderCreatedEvent


async def first_result(
    order: AsyncOrderCreateResponse | str,
    events: EventSource,
    timeout: float | None,
    others: Callable[[object], object],
    clock: Callable[[], float],
) -> OrderCreatedEvent:
    """Take events until the result of the order is among them; see ``Orders.wait_for_order``."""
    check(order, events)
    return await first_event(partial(result_of, order), partial(pending, order), events, timeout, others, clock)
