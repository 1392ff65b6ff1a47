"""Wait for the event that belongs to a quote."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from xi_sdk_resellers._values.answers import text
from xi_sdk_resellers._workflows.waiting import EventSource, check_source, first_event
from xi_sdk_resellers.exceptions import ApiTypeError, OpenApiException, Outcome
from xi_sdk_resellers.webhooks import QuoteCreatedEvent

if TYPE_CHECKING:
    from xi_sdk_resellers.models.quote_create_response import QuoteCreateResponse


class QuotePendingException(OpenApiException, TimeoutError):  # noqa: N818 - named like its siblings
    """A quote that was asked for has not come in time. It is still on its way."""

    outcome = Outcome.UNKNOWN

    def __init__(self, message: str = "", *, quote_number: str | None = None) -> None:
        super().__init__(message)
        self.quote_number = quote_number


def number_of(quote: QuoteCreateResponse | str) -> str:
    """Return the number of a quote that was asked for.

    Raises:
        ApiTypeError: it has none.
    """
    number = text(quote if isinstance(quote, str) else getattr(quote, "quote_number", None))
    if not number:
        raise ApiTypeError(f"quote is what create returned, or the number of a quote, not {type(quote).__name__}")
    return number


def told_of(number: str, event: object) -> QuoteCreatedEvent | None:
    """Give an event back if it tells of a quote."""
    if not isinstance(event, QuoteCreatedEvent):
        return None
    return event if (event.quote_number or "").strip().upper() == number.upper() else None


def pending(number: str) -> QuotePendingException:
    """Make the exception for a quote that has not come."""
    return QuotePendingException(
        f"the event of quote {number} has not come\n"
        "  what to do: wait for it again, or read the quote; ask for it again only when neither shows it after a day",
        quote_number=number,
    )


def first_quote(
    quote: QuoteCreateResponse | str,
    events: EventSource,
    timeout: float | None,
    others: Callable[[object], object],
    clock: Callable[[], float],
) -> QuoteCreatedEvent:
    """Take events until that of the quote is among them; see ``Quotes.wait_for_quote``."""
    number = number_of(quote)
    check_source(events)
    return first_event(partial(told_of, number), partial(pending, number), events, timeout, others, clock)


QuotePendingException.__module__ = "xi_sdk_resellers.quotes"
