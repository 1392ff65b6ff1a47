# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The asyncio twin of :mod:`xi_sdk_resellers.orders`.

Work with orders: place them once, change them safely, walk through them.

::

    async with ApiClient(Configuration.from_env()) as client:
        orders = Orders(client)
        placed = await orders.place({"customerOrderNumber": "PO-1", "lines": [...]})
        async for order in orders.search(order_status="BACKORDERED"):
            print(order.customer_order_number)

Every method takes the IM-* values from the Configuration unless they are given.

When a task is cancelled in the middle, :func:`xi_sdk_resellers.aio.cancelled_call` tells whether a change may have
taken effect.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from xi_sdk_resellers import models
from xi_sdk_resellers._workflows.face_aio import AsyncFace
from xi_sdk_resellers._workflows.orders.awaiting import OrderPendingException
from xi_sdk_resellers._workflows.orders.awaiting_aio import EventSource, first_result
from xi_sdk_resellers._workflows.orders.changing import cancel_plan, modify_plan, release_plan
from xi_sdk_resellers._workflows.orders.filters import Day, Days, search_arguments
from xi_sdk_resellers._workflows.orders.placing import DifferentOrderException, place_async_plan, place_plan
from xi_sdk_resellers._workflows.orders.search import ORDER_PAGES
from xi_sdk_resellers._workflows.orders.search_aio import AsyncOrderSearch
from xi_sdk_resellers._workflows.pages import Pager
from xi_sdk_resellers._workflows.plan import correlated, im_headers
from xi_sdk_resellers.aio.api.orders_api import OrdersApi

if TYPE_CHECKING:
    from xi_sdk_resellers._workflows.orders.confirmation import OrderConfirmation
    from xi_sdk_resellers.aio.api_client import ApiClient
    from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO
    from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse
    from xi_sdk_resellers.models.bodies import AsyncOrderCreateDTODict, OrderCreateRequestDict, OrderModifyRequestDict
    from xi_sdk_resellers.models.enums import OrderSearchStatus, SimulateStatus
    from xi_sdk_resellers.models.order_create_request import OrderCreateRequest
    from xi_sdk_resellers.models.order_create_response import OrderCreateResponse
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.models.order_modify_request import OrderModifyRequest
    from xi_sdk_resellers.models.order_modify_response import OrderModifyResponse
    from xi_sdk_resellers.webhooks import OrderCreatedEvent

__all__ = ["AsyncOrderSearch", "DifferentOrderException", "OrderConfirmation", "OrderPendingException", "Orders"]


class Orders(AsyncFace):
    """What a reseller does with orders, on top of :class:`OrdersApi`.

    One instance can be shared by the tasks of its client.

    Args:
        api_client: the client to use; None for the default client.
    """

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(api_client)
        self.api: OrdersApi = OrdersApi(self.api_client)
        """The operations themselves, on the same client."""

    async def place(
        self,
        request: OrderCreateRequest | OrderCreateRequestDict,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        lookup_wait: float = 20.0,
        attempts: int = 5,
        timeout: float = 300.0,
    ) -> OrderCreateResponse:
        """Create an order exactly once, or say why not.

        When the outcome of a creation is unknown, the customer order number is searched for, again and
        again for ``lookup_wait`` seconds, because the vendor needs a moment to index a new order. An
        order that is there is returned as if nothing had happened, all parts of a split order
        included. Only when it is not is the request sent again, under the protection of the vendor's
        own check for duplicates. A request that allows duplicates is sent once and never repeated.

        Args:
            request: the order; a mapping is checked like the model.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out, and the same for each creation.
            im_sender_id: at most 32 characters.
            lookup_wait: seconds to look for an order after an unknown outcome.
            attempts: how often the creation may be sent in all.
            timeout: seconds after which nothing new is begun; calls under way keep their own time limits.

        Returns:
            The placed order or orders.

        Raises:
            ApiValueError: the request is not valid; nothing was sent.
            DifferentOrderException: another order has this customer order number.
            ApiException: it failed; ``outcome`` tells whether the order was placed.

        Source: POST /resellers/v6/orders, GET /resellers/v6/orders/search, GET /resellers/v6.1/orders/{ordernumber}
        """

        order = self._checked(models.OrderCreateRequest, request)
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id))
        return await self._run(place_plan(order, headers, self._patience(attempts, lookup_wait, timeout)))

    async def place_async(
        self,
        request: AsyncOrderCreateDTO | AsyncOrderCreateDTODict,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
    ) -> OrderConfirmation:
        """Hand an order over to v7, which accepts it even in a maintenance window and places it later.

        The request is sent once. After an unknown outcome it is not repeated, because the vendor cannot
        know a duplicate of an order that it has not written yet: wait for its event by the customer
        order number, and search for it, before you send it again.

        Args:
            request: the order; a mapping is checked like the model.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_sender_id: at most 32 characters.

        Returns:
            The confirmation, with the customer order number that ties it to its event.

        Raises:
            ApiValueError: the request is not valid; nothing was sent.
            ApiException: it failed; ``outcome`` tells whether the order was accepted.

        Source: POST /resellers/v7/orders
        """

        order = self._checked(models.AsyncOrderCreateDTO, request)
        headers = im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id)
        return await self._run(place_async_plan(order, headers))

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

        Returns:
            The order.

        Raises:
            ApiException: it could not be read.

        Source: GET /resellers/v6.1/orders/{ordernumber}
        """
        return await self.api.get_orderdetails_v6_1(
            ordernumber=order_number,
            im_customer_number=im_customer_number,
            im_country_code=im_country_code,
            im_correlation_id=im_correlation_id,
            im_sender_id=im_sender_id,
            ingram_order_date=ingram_order_date,
            vendor_number=vendor_number,
            simulate_status=simulate_status,
            is_iml=is_iml,
            region_code=region_code,
        )

    async def cancel(
        self,
        order_number: str,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        region_code: str | None = None,
        lookup_wait: float = 20.0,
        attempts: int = 3,
        timeout: float = 300.0,
    ) -> None:
        """Cancel an order that is on hold. An order that is cancelled already is as good.

        Args:
            order_number: the vendor's order number.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_sender_id: at most 32 characters.
            region_code: the vendor's sandbox only.
            lookup_wait: seconds to try to read the order after an unknown outcome.
            attempts: how often the cancellation may be sent in all.
            timeout: seconds after which nothing new is begun.

        Raises:
            MethodNotAllowedException: the order is not on hold any more, and not cancelled.
            ApiException: it failed; ``outcome`` tells whether the order was cancelled.

        Source: DELETE /resellers/v6/orders/{OrderNumber}, GET /resellers/v6.1/orders/{ordernumber}
        """
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id))
        patience = self._patience(attempts, lookup_wait, timeout)
        await self._run(cancel_plan(order_number, headers, {"region_code": region_code}, patience))

    async def release(
        self,
        order_number: str,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        region_code: str | None = None,
        lookup_wait: float = 20.0,
        attempts: int = 3,
        timeout: float = 300.0,
    ) -> None:
        """Release an order from customer hold. An order that is not on hold any more is as good.

        Args:
            order_number: the vendor's order number.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_sender_id: at most 32 characters.
            region_code: the vendor's sandbox only.
            lookup_wait: seconds to try to read the order after an unknown outcome.
            attempts: how often the release may be sent in all.
            timeout: seconds after which nothing new is begun.

        Raises:
            MethodNotAllowedException: the order was cancelled or voided.
            ApiException: it failed; ``outcome`` tells whether the order was released.

        Source: PUT /resellers/v6/orders/{orderNumber}, GET /resellers/v6.1/orders/{ordernumber}
        """
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id))
        patience = self._patience(attempts, lookup_wait, timeout)
        await self._run(release_plan(order_number, headers, {"region_code": region_code}, patience))

    async def modify(
        self,
        order_number: str,
        request: OrderModifyRequest | OrderModifyRequestDict,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        region_code: str | None = None,
        lookup_wait: float = 20.0,
        attempts: int = 3,
        timeout: float = 300.0,
    ) -> OrderModifyResponse:
        """Change an order that is on hold.

        After an unknown outcome the order is read and compared. New quantities and deletions are sent
        again when it does not show them; new lines and notes never are, because they would be added twice.

        Args:
            order_number: the vendor's order number.
            request: the changes; a mapping is checked like the model.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_sender_id: at most 32 characters.
            region_code: the vendor's sandbox only.
            lookup_wait: seconds to try to read the order after an unknown outcome.
            attempts: how often the changes may be sent in all.
            timeout: seconds after which nothing new is begun.

        Returns:
            The order after the change.

        Raises:
            ApiValueError: the request is not valid; nothing was sent.
            MethodNotAllowedException: the order is not on hold.
            ApiException: it failed; ``outcome`` tells whether the order was changed.

        Source: PUT /resellers/v6/orders/{orderNumber}, GET /resellers/v6.1/orders/{ordernumber}
        """

        changes = self._checked(models.OrderModifyRequest, request)
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id))
        patience = self._patience(attempts, lookup_wait, timeout)
        return await self._run(modify_plan(order_number, changes, headers, {"region_code": region_code}, patience))

    def search(
        self,
        *,
        ingram_order_number: str | None = None,
        customer_order_number: str | None = None,
        end_customer_order_number: str | None = None,
        order_status: OrderSearchStatus | str | Sequence[OrderSearchStatus | str] | None = None,
        order_status_in: Sequence[OrderSearchStatus | str] | None = None,
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
        progress: bool = False,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
    ) -> AsyncOrderSearch:
        """Walk through all orders that fit, page by page and no faster than the rate limit allows.

        Days are ``date``, ``datetime`` or text; a pair of them is a range with both ends included. The
        names that end in ``_bt`` and ``_in`` are those of the operation and mean the same.

        Args:
            ingram_order_number: the vendor's order number.
            customer_order_number: your order number.
            end_customer_order_number: your customer's order number.
            order_status: one status or several of them, in any letter case; others than the known ones are sent, too.
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
            progress: show a progress bar (needs the ``notebook`` extra).
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made for each page when left out.
            im_sender_id: at most 32 characters.

        Returns:
            An asynchronous iterator over the orders; nothing is fetched before it is used.

        Raises:
            ApiValueError: a filter makes no sense.

        Source: GET /resellers/v6/orders/search
        """
        given = dict(locals())  # the filters and IM-* values, by the names of the parameters
        for name in ("self", "page_size", "start_page", "progress"):
            del given[name]
        pager = Pager(ORDER_PAGES, search_arguments(given), page_size, start_page)
        return AsyncOrderSearch(partial(self._call, ORDER_PAGES.operation), pager, self._sleep, progress=progress)


def __getattr__(name: str) -> object:
    """Import the one class here that is a model when it is asked for, and pydantic with it."""
    if name == "OrderConfirmation":
        # Late: loads pydantic.
        from xi_sdk_resellers._workflows.orders.confirmation import OrderConfirmation

        return OrderConfirmation
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _ignore(event: object) -> None:
    """Drop an event that belongs to another order."""
