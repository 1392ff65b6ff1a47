# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The asyncio twin of :mod:`xi_sdk_resellers.quotes`.

Work with quotes: find them, see what their manufacturers demand, ask for new ones, order them.

::

    async with ApiClient(Configuration.from_env()) as client:
        quotes = Quotes(client)
        quote = await quotes.validate("QUO-14551943-D2Y9L9")
        print([str(field) for field in quote.missing()])
        confirmation = await quotes.order(quote, {"VEND_AUTH_NBR_FLG": "A-1"}, customer_order_number="PO-1")

Every method takes the IM-* values from the Configuration unless they are given.

When a task is cancelled in the middle, :func:`xi_sdk_resellers.aio.cancelled_call` tells whether a change may have
taken effect.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

import xi_sdk_resellers.models as models
from xi_sdk_resellers._operations.quotes import GET_RESELLERS_V6_QUOTES
from xi_sdk_resellers._process.loading import load
from xi_sdk_resellers._values.hidden import hidden
from xi_sdk_resellers._workflows.days import Days
from xi_sdk_resellers._workflows.face_aio import AsyncFace
from xi_sdk_resellers._workflows.orders.awaiting import OrderPendingException
from xi_sdk_resellers._workflows.orders.awaiting_aio import first_result
from xi_sdk_resellers._workflows.orders.handing import LISTED_WITHIN, place_async_plan
from xi_sdk_resellers._workflows.orders.with_journal import with_journal
from xi_sdk_resellers._workflows.pages import Pager
from xi_sdk_resellers._workflows.plan import call_options, check_number, correlated, im_headers
from xi_sdk_resellers._workflows.quotes.awaiting import QuotePendingException
from xi_sdk_resellers._workflows.quotes.awaiting_aio import first_quote
from xi_sdk_resellers._workflows.quotes.creating import REQUEST, check_request, create_plan
from xi_sdk_resellers._workflows.quotes.fields import (
    MissingVendorFieldsException,
    ValidatedLine,
    ValidatedQuote,
    VendorChoice,
    VendorField,
)
from xi_sdk_resellers._workflows.quotes.filters import search_arguments
from xi_sdk_resellers._workflows.quotes.ordering import ORDER, filling, order_request, sender_of, validate_plan
from xi_sdk_resellers._workflows.quotes.search import QUOTE_PAGES
from xi_sdk_resellers._workflows.quotes.search_aio import AsyncQuoteSearch
from xi_sdk_resellers._workflows.waiting import ignore
from xi_sdk_resellers._workflows.waiting_aio import EventSource
from xi_sdk_resellers.aio.api.quotes_api import QuotesApi
from xi_sdk_resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from xi_sdk_resellers._journal.entry import Journal, JournalEntry
    from xi_sdk_resellers._workflows.orders.confirmation import OrderConfirmation
    from xi_sdk_resellers.aio.api_client import ApiClient
    from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO
    from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse
    from xi_sdk_resellers.models.bodies import AsyncOrderCreateDTODict, QuoteCreateRequestDict
    from xi_sdk_resellers.models.enums import QuoteSortBy, QuoteStatus, SortingOrder
    from xi_sdk_resellers.models.quote_create_request import QuoteCreateRequest
    from xi_sdk_resellers.models.quote_create_response import QuoteCreateResponse
    from xi_sdk_resellers.models.quote_details_response import QuoteDetailsResponse
    from xi_sdk_resellers.webhooks import OrderCreatedEvent, QuoteCreatedEvent

__all__ = [
    "AsyncQuoteSearch",
    "MissingVendorFieldsException",
    "OrderPendingException",
    "QuotePendingException",
    "Quotes",
    "ValidatedLine",
    "ValidatedQuote",
    "VendorChoice",
    "VendorField",
]


class Quotes(AsyncFace):
    """What a reseller does with quotes, on top of :class:`QuotesApi`.

    One instance can be shared by the tasks of its client.

    Args:
        api_client: the client to use; None for the default client.
        journal: where what is begun and what became of it is written down, such as a ``SqliteJournal``, so that a later
            run goes on where an earlier one has died.
    """

    def __init__(self, api_client: ApiClient | None = None, *, journal: Journal | None = None) -> None:
        super().__init__(api_client)
        self.journal: Journal | None = journal
        """What tells runs of each other."""
        self.api: QuotesApi = QuotesApi(self.api_client)
        """The operations themselves, on the same client."""

    def search(
        self,
        *,
        quote_number: str | None = None,
        quote_name: str | None = None,
        quote_date: Days | None = None,
        status: QuoteStatus | str | None = None,
        vendor_name: str | None = None,
        end_user_contact: str | None = None,
        special_bid_number: str | None = None,
        sort_by: QuoteSortBy | str | None = None,
        sorting_order: SortingOrder | str | None = None,
        page_size: int = 25,
        start_page: int = 1,
        start_item: int = 0,
        progress: bool = False,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_customer_contact: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        timeout: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncQuoteSearch:
        """Walk through all active quotes that fit, page by page and no faster than the rate limit allows.

        Without days these are the quotes that were made or changed within the last 30 days. Older ones, up to 365 days,
        are found by a range of days.

        Args:
            quote_number: the number of a quote, or a part of it.
            quote_name: what the quote is called.
            quote_date: the day on which it was made or changed, or a range: the first and the last day.
            status: where the quote stands.
            vendor_name: the manufacturer.
            end_user_contact: the customer that it is for.
            special_bid_number: the number of a special price.
            sort_by: ``quoteNumber``, ``createdDate``, ``lastModifiedDate`` or ``expiryDate``.
            sorting_order: ``asc`` or ``desc``; the newest come first when left out.
            page_size: quotes per page, 1 to 25.
            start_page: the page to start from, such as ``next_page`` of an earlier search.
            start_item: how many items of that page to pass over, such as ``next_item`` of that search.
            progress: show a progress bar (needs the ``notebook`` extra).
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_customer_contact: e-mail address of the person who asks, at most 64 characters.
            im_correlation_id: at most 32 characters; made for each page when left out.
            im_sender_id: at most 32 characters.
            timeout: seconds for each page; None for the client's limits.
            headers: more headers.

        Returns:
            An asynchronous iterator over the quotes; nothing is fetched before it is used.

        Raises:
            ApiValueError: a filter makes no sense.

        Source: GET /resellers/v6/quotes/search
        """
        headers = hidden(headers)
        given = dict(locals())  # the filters and IM-* values, by the names of the parameters
        for name in ("self", "page_size", "start_page", "start_item", "progress", "timeout", "headers"):
            del given[name]
        arguments = {**search_arguments(given), **call_options(timeout, headers)}
        pager = Pager(QUOTE_PAGES, arguments, page_size, start_page, start_item)
        return AsyncQuoteSearch(partial(self._call, QUOTE_PAGES.operation), pager, self._sleep, progress=progress)

    async def get(
        self,
        quote_number: str,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        timeout: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> QuoteDetailsResponse:
        """Read a quote in full: lines with prices and what is left to order, totals, and texts to be shown with it.

        Args:
            quote_number: the number of the quote.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_sender_id: at most 32 characters.
            timeout: seconds for all of it; None for the client's limits.
            headers: more headers.

        Returns:
            The quote.

        Raises:
            BadRequestException: your account has no quote with this number.
            ApiException: it could not be read.

        Source: GET /resellers/v6/quotes/{quoteNumber}
        """
        headers = im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id)
        quote: QuoteDetailsResponse = (
            await self._call(GET_RESELLERS_V6_QUOTES, {**headers, "quote_number": quote_number})
        ).data
        return quote

    async def validate(
        self,
        quote_number: str,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float = 300.0,
    ) -> ValidatedQuote:
        """Ask whether a quote may be ordered, and which facts its manufacturers demand for that, with their choices.

        Args:
            quote_number: the number of the quote.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out, and the same for both calls.
            im_sender_id: at most 32 characters; ``xi_sdk_resellers`` where a call needs one and there is none.
            headers: more headers of all calls.
            timeout: seconds that all of it may take.

        Returns:
            The quote with its lines and facts. ``missing`` tells what an order would still lack.

        Raises:
            BadRequestException: your account has no quote with this number, or it cannot be ordered any more.
            ApiException: it could not be asked.

        Source: GET /resellers/v6/q2o/validatequote, POST /resellers/v7/vendorrequiredinfo
        """
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id, headers))
        patience = self._patience(1, 0.0, timeout)
        return await self._run(validate_plan(quote_number, headers, sender_of(self.api_client, headers), patience))

    async def create(
        self,
        request: QuoteCreateRequest | QuoteCreateRequestDict,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        headers: Mapping[str, str] | None = None,
        lookup_wait: float = 20.0,
        listed_within: float = LISTED_WITHIN,
        timeout: float = 300.0,
    ) -> QuoteCreateResponse:
        """Ask for a quote, once. The quote itself comes later, as an event: see :meth:`wait_for_quote`.

        The vendor takes the same request twice and makes two quotes, so that nothing is repeated that may have arrived.
        When the answer is lost, a quote of this name and these articles is looked for that was not there before.

        Args:
            request: the quote to ask for; a mapping is checked like the model. With a journal it needs a name, which
                tells a run that was begun before from a new quote.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_sender_id: at most 32 characters.
            headers: more headers of all calls.
            lookup_wait: seconds to look for the quote after an unknown outcome.
            listed_within: with a journal: seconds within which a quote that an earlier run has asked for is listed.
                Before, it is not asked for again.
            timeout: seconds that all of it may take.

        Returns:
            The number that the quote will have.

        Raises:
            ApiValueError: the request is not valid; nothing was sent.
            JournalException: the journal cannot be used, or another quote of this name was begun.
            ApiException: it failed; ``outcome`` tells whether the request was taken.

        Source: POST /resellers/v6/quotes/create, GET /resellers/v6/quotes/search,
        GET /resellers/v6/quotes/{quoteNumber}
        """
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id, headers))
        patience = self._patience(1, lookup_wait, timeout)
        quote = self._checked(models.QuoteCreateRequest, request)
        check_request(quote)
        check_number("listed_within", listed_within, 0)
        if self.journal is None:
            plan = create_plan(quote, headers, patience)
        elif not (quote.quote_name or "").strip():
            raise ApiValueError("with a journal a quote needs a quoteName: it tells a later run what was begun")
        else:
            journaled = load("xi_sdk_resellers._workflows.quotes.journaled").journaled_plan
            plan = journaled(self.journal, self.api_client, headers, quote, patience, listed_within=listed_within)
        return await self._told(REQUEST, plan, headers)

    async def order(
        self,
        quote: ValidatedQuote | QuoteDetailsResponse | QuoteCreateResponse | str,
        values: Mapping[str, object] | None = None,
        *,
        customer_order_number: str,
        line_values: Mapping[str, Mapping[str, object]] | None = None,
        request: AsyncOrderCreateDTO | AsyncOrderCreateDTODict | None = None,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        headers: Mapping[str, str] | None = None,
        lookup_wait: float = 20.0,
        listed_within: float = LISTED_WITHIN,
        timeout: float = 300.0,
    ) -> OrderConfirmation:
        """Turn a quote into an order with v7, once, with everything that its manufacturers demand.

        The quote decides about the lines. It is validated first, unless that was done already. The order is handed over
        like that of ``Orders.place_async``; what became of it comes as an event: see :meth:`wait_for_order`.

        Args:
            quote: what :meth:`validate`, :meth:`get` or :meth:`create` returned, or the number of the quote.
            values: what the manufacturers demand, by the names of the facts, for lines, too: text, numbers or booleans.
            customer_order_number: your number of the order, at most 35 characters; it ties the order to its event.
            line_values: what is demanded for single lines, by the numbers of the lines.
            request: what else the order says, such as ``shipToInfo``; lines where parts of the quote may be ordered.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out, and the same for all calls.
            im_sender_id: at most 32 characters.
            headers: more headers of all calls.
            lookup_wait: seconds to look for an order that may have been handed over before.
            listed_within: with a journal: seconds within which an order that an earlier run has sent is listed.
            timeout: seconds that all of it may take.

        Returns:
            The confirmation, with the customer order number that ties it to its event.

        Raises:
            MissingVendorFieldsException: facts are missing; it lists them, and nothing was sent.
            ApiValueError: a value is none of the choices, or the request is not valid; nothing was sent.
            BadRequestException: your account has no such quote, or it cannot be ordered any more.
            DuplicateOrderException: the vendor has an order with this number.
            ApiException: it failed; ``outcome`` tells whether the order was accepted.

        Source: GET /resellers/v6/q2o/validatequote, POST /resellers/v7/vendorrequiredinfo, POST /resellers/v7/orders
        """
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id, headers))
        patience = self._patience(1, lookup_wait, timeout)
        checked = self._checked(models.AsyncOrderCreateDTO, order_request(quote, customer_order_number, request))
        check_number("listed_within", listed_within, 0)
        known = quote if isinstance(quote, ValidatedQuote) else None
        fill = filling(known, values, line_values, headers, sender_of(self.api_client, headers), patience)
        if self.journal is None:
            plan = place_async_plan(checked, headers, patience, fill=fill)
        else:
            plans = with_journal(self.journal, self.api_client, headers)
            plan = plans.place_async(checked, patience, resume=False, listed_within=listed_within, fill=fill)
        return await self._told(ORDER, plan, headers, customer_order_number=customer_order_number)

    async def resolve(
        self,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_customer_contact: str | None = None,
        im_sender_id: str | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float = 300.0,
    ) -> list[JournalEntry]:
        """Look what became of the quotes in the journal that were asked for and not finished, and write it down.

        Quotes that another run is at are left to it, and so are those of other accounts and hosts. A quote is found by
        its name, when exactly one is there that was not before; it counts as absent when there is none after a day.
        Orders of quotes are looked at by ``Orders.resolve``.

        Args:
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_customer_contact: e-mail address of the person who asks, at most 64 characters.
            im_sender_id: at most 32 characters.
            headers: more headers of all calls.
            timeout: seconds after which no further quote is looked at.

        Returns:
            What was unresolved, as it is now; what is still ``OPEN`` cannot be told yet.

        Raises:
            ApiValueError: there is no journal, or nobody who asks.
            JournalException: the journal cannot be used.

        Source: GET /resellers/v6/quotes/search
        """
        if self.journal is None:
            raise ApiValueError("there is no journal: make Quotes(client, journal=…)")
        contact = im_customer_contact or self.api_client.configuration.im_customer_contact
        if not contact:
            raise ApiValueError("im_customer_contact is missing: the search for quotes needs it")
        headers = im_headers(im_customer_number, im_country_code, None, im_sender_id, headers)
        plan = load("xi_sdk_resellers._workflows.quotes.resolving").resolve_plan
        return await self._run(plan(self.journal, self.api_client, headers, contact, self._patience(1, 0.0, timeout)))

    async def wait_for_quote(
        self,
        quote: QuoteCreateResponse | str,
        events: EventSource,
        *,
        timeout: float | None = None,
        others: Callable[[object], object] | None = None,
    ) -> QuoteCreatedEvent:
        """Wait for the event that brings a quote which was asked for.

        Args:
            quote: what :meth:`create` returned, or the number of the quote.
            events: events as :func:`webhooks.parse` returns them, in a queue that your receiver fills,
                or from any iterable.
            timeout: seconds to wait; None for as long as it takes. With an iterable other than a queue
                it is looked at after each event only.
            others: called with every other event, which is dropped otherwise.

        Returns:
            The event, with the quote in ``quote`` and what was refused in ``rejected_skus``.

        Raises:
            QuotePendingException: the event has not come in time, or there are no more events.
        """
        return await first_quote(quote, events, timeout, others or ignore, self._clock)

    async def wait_for_order(
        self,
        confirmation: AsyncOrderCreateResponse | str,
        events: EventSource,
        *,
        timeout: float | None = None,
        others: Callable[[object], object] | None = None,
    ) -> OrderCreatedEvent:
        """Wait for the event that says what became of the order of a quote, as ``Orders.wait_for_order`` does.

        Args:
            confirmation: what :meth:`order` returned, or the customer order number.
            events: events as :func:`webhooks.parse` returns them, in a queue that your receiver fills,
                or from any iterable.
            timeout: seconds to wait; None for as long as it takes.
            others: called with every other event, which is dropped otherwise.

        Returns:
            The event, with the placed orders in ``order``.

        Raises:
            OrderPendingException: the event has not come in time, or there are no more events.
        """
        return await first_result(confirmation, events, timeout, others or ignore, self._clock)
