"""Wait for the event that belongs to a quote, in an event loop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from xi_sdk_resellers._workflows.quotes.awaiting import number_of, pending, told_of
from xi_sdk_resellers._workflows.waiting import check_source
from xi_sdk_resellers._workflows.waiting_aio import EventSource, first_event

if TYPE_CHECKING:
    from xi_sdk_resellers.models.quote_create_response import QuoteCreateResponse
    from xi_sdk_resellers.webhooks import QuoteCreatedEvent


async def first_quote(
    quote: QuoteCreateResponse | str,
    events: EventSource,
    timeout: float | None,
    others: Callable[[object], object],
    clock: Callable[[], float],
) -> QuoteCreatedEvent:
    """Take events until that of the quote is among them; see ``Quotes.wait_for_quote``."""
    number = number_of(quote)
    check_source(events)
    return await first_event(partial(told_of, number), partial(pending, number), events, timeout, others, clock)
