# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The asyncio twin of :mod:`xi_sdk_resellers._workflows.orders.reading`.

What a reseller reads of orders: one in full, many by a search, the event of a v7 order.

When a task is cancelled in the middle, :func:`xi_sdk_resellers.aio.cancelled_call` tells whether a change may have
taken effect.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from xi_sdk_resellers._operations.orders import GET_ORDERDETAILS_V6_1
from xi_sdk_resellers._values.hidden import hidden
from xi_sdk_resellers._workflows.face_aio import AsyncFace
from xi_sdk_resellers._workflows.orders.awaiting_aio import first_result
from xi_sdk_resellers._workflows.orders.filters import Day, Days, search_arguments
from xi_sdk_resellers._workflows.orders.search import ORDER_PAGES
from xi_sdk_resellers._workflows.orders.search_aio import AsyncOrderSearch
from xi_sdk_resellers._workflows.orders.watch_aio import AsyncOrderWatch
from xi_sdk_resellers._workflows.pages import Pager
from xi_sdk_resellers._workflows.plan import call_options, im_headers
from xi_sdk_resellers._workflows.waiting_aio import EventSource

if TYPE_CHECKING:
    from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse
    from xi_sdk_resellers.models.enums import OrderSearchStatus, SimulateStatus
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.models.vocabularies import Status
    from xi_sdk_resellers.webhooks import OrderCreatedEvent


class ReadingFace(AsyncFace):
    """The part of :class:`Orders` that only reads."""

    async def get(
        self,
        order_number: str,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        ingram_order_date: Day | None = None,
        vendor_number: str | None = None,
        simulate_status: SimulateStatus | str | None = None,
        is_iml: bool | None = None,
        region_code: str | None = None,
        timeout: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> OrderDetailB2B:
        """Read an order in full.

        Args:
            order_number: the vendor's order number.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_sender_id: at most 32 characters.
            ingram_order_date: the day on which the order was placed.
            vendor_number: the number of a vendor.
            simulate_status: the vendor's sandbox only: answer as if the order had this status.
            is_iml: for IML customers only.
            region_code: the vendor's sandbox only.
            timeout: seconds for all of it; None for the client's limits.
            headers: more headers.

        Returns:
            The order.

        Raises:
            ApiException: it could not be read.

        Source: GET /resellers/v6.1/orders/{ordernumber}
        """
        headers = im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id, headers)
        arguments = {
            "ordernumber": order_number,
            **headers,
            "ingram_order_date": ingram_order_date,
            "vendor_number": vendor_number,
            "simulate_status": simulate_status,
            "is_iml": is_iml,
            "region_code": region_code,
            **call_options(timeout),
        }
        order: OrderDetailB2B = (await self._call(GET_ORDERDETAILS_V6_1, arguments)).data
        return order

    def watch(
        self,
        order_number: str,
        *,
        every: float = 300.0,
        timeout: float | None = None,
        until: Callable[[OrderDetailB2B], bool] | None = None,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncOrderWatch:
        """Read an order again and again until all of it has left, or until nothing will come.

        It is handed out at first, and each time that it says something else. Events tell the same sooner and
        without calls; this is for programs that receive none.

        Args:
            order_number: the vendor's order number.
            every: seconds between two calls, at least 1; more when the rate limit asks for it.
            timeout: seconds after which no further call is made; None for no end.
            until: tells of an order whether it is the last one that matters; None for one that has left in full, is
                cancelled or closed.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made for each call when left out.
            im_sender_id: at most 32 characters.
            headers: more headers of all calls.

        Returns:
            An asynchronous iterator over the states of the order. What it gave last tells how it has ended. It can be
            iterated on after an exception.

        Raises:
            ApiValueError: a number is too small.

        Source: GET /resellers/v6.1/orders/{ordernumber}
        """
        headers = im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id, headers)
        fetch = partial(self._call, GET_ORDERDETAILS_V6_1, {"ordernumber": order_number, **headers})
        return AsyncOrderWatch(fetch, self._sleep, every, timeout, until, self._clock)

    async def wait_for_order(
        self,
        confirmation: AsyncOrderCreateResponse | str,
        events: EventSource,
        *,
        timeout: float | None = None,
        others: Callable[[object], object] | None = None,
    ) -> OrderCreatedEvent:
        """Wait for the event that says what became of a v7 order.

        Args:
            confirmation: what :meth:`place_async` returned, or the customer order number.
            events: events as :func:`webhooks.parse` returns them, in a queue that your receiver fills,
                or from any iterable.
            timeout: seconds to wait; None for as long as it takes. With an iterable other than a queue
                it is looked at after each event only.
            others: called with every other event, which is dropped otherwise.

        Returns:
            The event, with the placed orders in ``order``.

        Raises:
            OrderPendingException: the event has not come in time, or there are no more events.
        """
        return await first_result(confirmation, events, timeout, others or _ignore, self._clock)

    def search(
        self,
        *,
        ingram_order_number: str | None = None,
        customer_order_number: str | None = None,
        end_customer_order_number: str | None = None,
        order_status: Status | OrderSearchStatus | str | Sequence[Status | OrderSearchStatus | str] | None = None,
        order_status_in: Sequence[Status | OrderSearchStatus | str] | None = None,
        ingram_order_date: Days | None = None,
        ingram_order_date_bt: tuple[Day, Day] | None = None,
        invoice_date: Days | None = None,
        invoice_date_bt: tuple[Day, Day] | None = None,
        ship_date: Days | None = None,
        ship_date_bt: tuple[Day, Day] | None = None,
        delivery_date: Days | None = None,
        delivery_date_bt: tuple[Day, Day] | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        vendor_name: str | None = None,
        serial_number: str | None = None,
        tracking_number: str | None = None,
        special_bid_number: str | None = None,
        page_size: int = 100,
        start_page: int = 1,
        start_item: int = 0,
        progress: bool = False,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        timeout: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncOrderSearch:
        """Walk through all orders that fit, page by page and no faster than the rate limit allows.

        Days are ``date``, ``datetime`` or text; a pair of them is a range with both ends included. The
        names that end in ``_bt`` and ``_in`` are those of the operation and mean the same.

        Args:
            ingram_order_number: the vendor's order number.
            customer_order_number: your order number.
            end_customer_order_number: your customer's order number.
            order_status: one status or several of them, in any spelling; others than the known ones are sent, too.
            order_status_in: several statuses.
            ingram_order_date: the day of the order, or a range.
            ingram_order_date_bt: the range of days of the order.
            invoice_date: the day of an invoice, or a range.
            invoice_date_bt: the range of days of an invoice.
            ship_date: the day of a shipment, or a range.
            ship_date_bt: the range of days of a shipment.
            delivery_date: the day of a delivery, or a range.
            delivery_date_bt: the range of days of a delivery.
            ingram_part_number: the vendor's part number.
            vendor_part_number: the manufacturer's part number.
            vendor_name: the manufacturer.
            serial_number: a serial number that was delivered.
            tracking_number: a parcel's tracking number.
            special_bid_number: the number of a special price.
            page_size: orders per page, 1 to 100.
            start_page: the page to start from, such as ``next_page`` of an earlier search.
            start_item: how many items of that page to pass over, such as ``next_item`` of that search.
            progress: show a progress bar (needs the ``notebook`` extra).
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made for each page when left out.
            im_sender_id: at most 32 characters.
            timeout: seconds for each page; None for the client's limits.
            headers: more headers of all calls.

        Returns:
            An asynchronous iterator over the orders; nothing is fetched before it is used.

        Raises:
            ApiValueError: a filter makes no sense.

        Source: GET /resellers/v6/orders/search
        """
        headers = hidden(headers)
        given = dict(locals())  # the filters and IM-* values, by the names of the parameters
        for name in ("self", "page_size", "start_page", "start_item", "progress", "timeout", "headers"):
            del given[name]
        arguments = {**search_arguments(given), **call_options(timeout, headers)}
        pager = Pager(ORDER_PAGES, arguments, page_size, start_page, start_item)
        return AsyncOrderSearch(partial(self._call, ORDER_PAGES.operation), pager, self._sleep, progress=progress)


def _ignore(event: object) -> None:
    """Drop an event that belongs to another order."""
