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

from typing import TYPE_CHECKING

import xi_sdk_resellers.models as models
from xi_sdk_resellers._process.loading import load
from xi_sdk_resellers._workflows.orders.awaiting import OrderPendingException
from xi_sdk_resellers._workflows.orders.changing import cancel_plan, check_modify_resume, modify_plan, release_plan
from xi_sdk_resellers._workflows.orders.deeds import CANCEL, HAND_OVER, MODIFY, PLACE, RELEASE
from xi_sdk_resellers._workflows.orders.duplicates import DifferentOrderException, DuplicateOrderException
from xi_sdk_resellers._workflows.orders.handing import LISTED_WITHIN, load_confirmation, place_async_plan
from xi_sdk_resellers._workflows.orders.placing import check_resume, place_plan
from xi_sdk_resellers._workflows.orders.reading_aio import ReadingFace
from xi_sdk_resellers._workflows.orders.search_aio import AsyncOrderSearch
from xi_sdk_resellers._workflows.orders.watch_aio import AsyncOrderWatch
from xi_sdk_resellers._workflows.orders.with_journal import with_journal
from xi_sdk_resellers._workflows.plan import check_number, correlated, im_headers
from xi_sdk_resellers.aio.api.orders_api import OrdersApi
from xi_sdk_resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xi_sdk_resellers._display.parcels import Shipment, ShippedLine
    from xi_sdk_resellers._journal.entry import Journal, JournalEntry
    from xi_sdk_resellers._values.receipt import Receipt
    from xi_sdk_resellers._workflows.orders.confirmation import OrderConfirmation
    from xi_sdk_resellers.aio.api_client import ApiClient
    from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO
    from xi_sdk_resellers.models.bodies import AsyncOrderCreateDTODict, OrderCreateRequestDict, OrderModifyRequestDict
    from xi_sdk_resellers.models.order_create_request import OrderCreateRequest
    from xi_sdk_resellers.models.order_create_response import OrderCreateResponse
    from xi_sdk_resellers.models.order_modify_request import OrderModifyRequest
    from xi_sdk_resellers.models.order_modify_response import OrderModifyResponse

__all__ = [
    "AsyncOrderSearch",
    "AsyncOrderWatch",
    "DifferentOrderException",
    "DuplicateOrderException",
    "OrderConfirmation",
    "OrderPendingException",
    "Orders",
    "Shipment",
    "ShippedLine",
]


class Orders(ReadingFace):
    """What a reseller does with orders, on top of :class:`OrdersApi`.

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
        headers: Mapping[str, str] | None = None,
        resume: bool = False,
        lookup_wait: float = 20.0,
        attempts: int = 5,
        timeout: float = 300.0,
    ) -> OrderCreateResponse:
        """Create an order exactly once, or say why not.

        When the outcome of a creation is unknown, the customer order number is searched for, again and
        again for ``lookup_wait`` seconds, because the vendor needs a moment to index a new order. An
        order that is there is returned as if nothing had happened, all parts of a split order
        included. Only when it is not is the request sent again, under the protection of the vendor's
        own check for duplicates. A request that allows duplicates is sent once and never repeated. After an
        answer with status 2xx nothing is sent again, whatever it says.

        An order that the vendor refuses as a duplicate at once was placed before, by an earlier run, another
        worker or somebody else. It is looked for and compared; ``resume`` tells what is done about it.

        Args:
            request: the order; a mapping is checked like the model.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out, and the same for each creation.
            im_sender_id: at most 32 characters.
            headers: more headers of all calls.
            resume: for jobs that may have run before: return an order with the same content that is there already,
                as if nothing had happened.
            lookup_wait: seconds to look for an order after an unknown outcome.
            attempts: how often the creation may be sent in all.
            timeout: seconds that all of it may take, looking and waiting included.

        Returns:
            The placed order or orders.

        Raises:
            ApiValueError: the request is not valid, or cannot be resumed; nothing was sent.
            DuplicateOrderException: the vendor has an order with this number; it tells whether it is the same.
            DifferentOrderException: after an unknown outcome, another order was found under this number.
            ApiException: it failed; ``outcome`` tells whether the order was placed.

        Source: POST /resellers/v6/orders, GET /resellers/v6/orders/search, GET /resellers/v6.1/orders/{ordernumber}
        """
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id, headers))
        patience = self._patience(attempts, lookup_wait, timeout)
        order = self._checked(models.OrderCreateRequest, request)
        check_resume(order, resume)
        if self.journal is None:
            plan = place_plan(order, headers, patience, resume=resume)
        else:
            plan = with_journal(self.journal, self.api_client, headers).place(order, patience, resume=resume)
        return await self._told(PLACE, plan, headers, customer_order_number=order.customer_order_number)

    async def place_async(
        self,
        request: AsyncOrderCreateDTO | AsyncOrderCreateDTODict,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        headers: Mapping[str, str] | None = None,
        resume: bool = False,
        lookup_wait: float = 20.0,
        listed_within: float = LISTED_WITHIN,
        timeout: float = 300.0,
    ) -> OrderConfirmation:
        """Hand an order over to v7, which accepts it even in a maintenance window and places it later.

        The request is sent once. After an unknown outcome it is not repeated, because the vendor cannot
        know a duplicate of an order that it has not written yet: wait for its event by the customer
        order number, and search for it, before you send it again.

        ``resume`` searches first, and is content with an order of the same content. It finds what is listed; an
        order that waits in the vendor's queue for the end of a maintenance window is listed after it only.

        Args:
            request: the order; a mapping is checked like the model.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_sender_id: at most 32 characters.
            headers: more headers of all calls.
            resume: for jobs that may have run before: look for the order first, and return a confirmation with its
                ``order_numbers`` when it is there.
            lookup_wait: seconds to look for an order that may have been handed over before.
            listed_within: with a journal: seconds within which an order that an earlier run has sent is listed, if it
                was taken. Before, it is not sent again; the default, a day, covers the vendor's longest night.
            timeout: seconds that all of it may take.

        Returns:
            The confirmation, with the customer order number that ties it to its event.

        Raises:
            ApiValueError: the request is not valid, or cannot be resumed; nothing was sent.
            DuplicateOrderException: the vendor has an order with this number.
            ApiException: it failed; ``outcome`` tells whether the order was accepted.

        Source: POST /resellers/v7/orders, GET /resellers/v6/orders/search, GET /resellers/v6.1/orders/{ordernumber}
        """
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id, headers))
        patience = self._patience(1, lookup_wait, timeout)
        order = self._checked(models.AsyncOrderCreateDTO, request)
        check_resume(order, resume)
        check_number("listed_within", listed_within, 0)
        if self.journal is None:
            plan = place_async_plan(order, headers, patience, resume=resume)
        else:
            plans = with_journal(self.journal, self.api_client, headers)
            plan = plans.place_async(order, patience, resume=resume, listed_within=listed_within)
        return await self._told(HAND_OVER, plan, headers, customer_order_number=order.customer_order_number)

    async def cancel(
        self,
        order_number: str,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        headers: Mapping[str, str] | None = None,
        region_code: str | None = None,
        lookup_wait: float = 20.0,
        attempts: int = 3,
        timeout: float = 300.0,
    ) -> Receipt:
        """Cancel an order that is on hold. An order that is cancelled already is as good.

        Args:
            order_number: the vendor's order number.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_sender_id: at most 32 characters.
            headers: more headers of all calls.
            region_code: the vendor's sandbox only.
            lookup_wait: seconds to try to read the order after an unknown outcome.
            attempts: how often the cancellation may be sent in all.
            timeout: seconds that all of it may take.

        Returns:
            How it went: correlation ID, attempts, and whether it was so already (``found``).

        Raises:
            MethodNotAllowedException: the order is not on hold any more, and not cancelled.
            ApiException: it failed; ``outcome`` tells whether the order was cancelled.

        Source: DELETE /resellers/v6/orders/{OrderNumber}, GET /resellers/v6.1/orders/{ordernumber}
        """
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id, headers))
        patience = self._patience(attempts, lookup_wait, timeout)
        options = {"region_code": region_code}
        if self.journal is None or not order_number:
            plan = cancel_plan(order_number, headers, options, patience)
        else:
            plans = with_journal(self.journal, self.api_client, headers)
            plan = plans.until("cancel", order_number, options, patience)
        return await self._receipt(CANCEL, plan, headers, number=order_number)

    async def release(
        self,
        order_number: str,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        headers: Mapping[str, str] | None = None,
        region_code: str | None = None,
        lookup_wait: float = 20.0,
        attempts: int = 3,
        timeout: float = 300.0,
    ) -> Receipt:
        """Release an order from customer hold. An order that is not on hold any more is as good.

        Args:
            order_number: the vendor's order number.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_sender_id: at most 32 characters.
            headers: more headers of all calls.
            region_code: the vendor's sandbox only.
            lookup_wait: seconds to try to read the order after an unknown outcome.
            attempts: how often the release may be sent in all.
            timeout: seconds that all of it may take.

        Returns:
            How it went: correlation ID, attempts, and whether it was so already (``found``).

        Raises:
            MethodNotAllowedException: the order was cancelled or voided.
            ApiException: it failed; ``outcome`` tells whether the order was released.

        Source: PUT /resellers/v6/orders/{orderNumber}, GET /resellers/v6.1/orders/{ordernumber}
        """
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id, headers))
        patience = self._patience(attempts, lookup_wait, timeout)
        options = {"region_code": region_code}
        if self.journal is None or not order_number:
            plan = release_plan(order_number, headers, options, patience)
        else:
            plans = with_journal(self.journal, self.api_client, headers)
            plan = plans.until("release", order_number, options, patience)
        return await self._receipt(RELEASE, plan, headers, number=order_number)

    async def resolve(
        self,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_sender_id: str | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float = 300.0,
    ) -> list[JournalEntry]:
        """Look what became of the changes in the journal that were begun and not finished, and write it down.

        Changes that another run is at are left to it, and so are those of other accounts and hosts. An order counts as
        absent when no search shows it a day after it was sent, a change when the order does not show it after a minute.

        Args:
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_sender_id: at most 32 characters.
            headers: more headers of all calls.
            timeout: seconds after which no further change is looked at.

        Returns:
            What was unresolved, as it is now; what is still ``OPEN`` cannot be told yet.

        Raises:
            ApiValueError: there is no journal.
            JournalException: the journal cannot be used.

        Source: GET /resellers/v6/orders/search, GET /resellers/v6.1/orders/{ordernumber}
        """
        headers = im_headers(im_customer_number, im_country_code, None, im_sender_id, headers)
        if self.journal is None:
            raise ApiValueError("there is no journal: make Orders(client, journal=…)")
        patience = self._patience(1, 0.0, timeout)
        return await self._run(with_journal(self.journal, self.api_client, headers).resolve(patience))

    async def modify(
        self,
        order_number: str,
        request: OrderModifyRequest | OrderModifyRequestDict,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        headers: Mapping[str, str] | None = None,
        region_code: str | None = None,
        resume: bool = False,
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
            headers: more headers of all calls.
            region_code: the vendor's sandbox only.
            resume: for jobs that may have run before: read the order first, and send nothing when it shows every
                change; new lines need a ``customerLineNumber`` for that, and are looked for ``lookup_wait`` seconds.
            lookup_wait: seconds to try to read the order after an unknown outcome.
            attempts: how often the changes may be sent in all.
            timeout: seconds that all of it may take.

        Returns:
            The order after the change.

        Raises:
            ApiValueError: the request is not valid, or cannot be resumed; nothing was sent.
            RejectedException: every line was rejected.
            MethodNotAllowedException: the order is not on hold.
            ApiException: it failed; ``outcome`` tells whether the order was changed.

        Source: PUT /resellers/v6/orders/{orderNumber}, GET /resellers/v6.1/orders/{ordernumber}
        """
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id, headers))
        patience = self._patience(attempts, lookup_wait, timeout)
        changes = self._checked(models.OrderModifyRequest, request)
        check_modify_resume(changes, resume)
        options = {"region_code": region_code}
        if self.journal is None:
            plan = modify_plan(order_number, changes, headers, options, patience, resume=resume)
        else:
            plans = with_journal(self.journal, self.api_client, headers)
            plan = plans.modify(order_number, changes, options, patience, resume=resume)
        return await self._told(MODIFY, plan, headers, number=order_number)


def __getattr__(name: str) -> object:
    """Import what only answers need when it is asked for."""
    if name == "OrderConfirmation":
        return load_confirmation().OrderConfirmation
    if name in ("Shipment", "ShippedLine"):
        return getattr(load("xi_sdk_resellers._display.parcels"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
