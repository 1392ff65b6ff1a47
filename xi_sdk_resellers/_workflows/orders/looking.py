"""Look for an order under its customer order number: search, read what is found, compare. Without I/O."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._operations.orders import GET_ORDERDETAILS_V6_1, GET_RESELLERS_V6_ORDERSEARCH
from xi_sdk_resellers._values.answers import text
from xi_sdk_resellers._values.dates import http_date, utc
from xi_sdk_resellers._workflows.orders.finding import (
    CreationRequest,
    Match,
    acceptable,
    cancelled,
    compare,
    creation_answer,
    fresh,
    with_number,
)
from xi_sdk_resellers._workflows.plan import Patience, Plan, Wait, delays
from xi_sdk_resellers.exceptions import OpenApiException

if TYPE_CHECKING:
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.order_create_response import OrderCreateResponse
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse, OrderSearchResponseOrder


@dataclass(slots=True)
class Sighting:
    """What a look has shown."""

    looked: bool = False
    """Whether at least one search was answered."""
    orders: Sequence[OrderSearchResponseOrder] = ()
    """The orders that may be the one that is looked for, as the search shows them."""
    details: Sequence[OrderDetailB2B] = ()
    """The same in full, as far as they could be read."""
    match: Match | None = None
    """How they compare with the request; None when there are none."""
    strangers: list[str] = field(default_factory=list[str])
    """Numbers of orders that carry the customer order number and are older or cancelled."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The vendor's numbers of the orders."""
        return tuple(text(order.ingram_order_number) for order in self.orders)

    def answer(self, request: CreationRequest) -> OrderCreateResponse:
        """Present the orders as the answer to the creation that has placed them."""
        partial = self.match is Match.PART and len(self.details) == len(self.orders)
        return creation_answer(request, self.orders, self.details, partial=partial)


class Lookout:
    """Looks for the order of one request.

    Args:
        request: the request.
        headers: the IM-* arguments of its creation; its correlation ID ties the looks to it.
        patience: how long to try.
    """

    def __init__(self, request: CreationRequest, headers: Mapping[str, Any], patience: Patience) -> None:
        self.request = request
        self.number = (request.customer_order_number or "").strip()
        self._headers = headers
        self._patience = patience
        self._began = datetime.now(timezone.utc)
        self._told = False

    def hear(self, answer: ApiResponse[Any] | OpenApiException) -> None:
        """Take the time from the first answer that tells it, because this machine's clock may be wrong.

        Args:
            answer: an answer, or what was made of it.
        """
        headers: Mapping[str, str] | None = getattr(answer, "headers", None)
        told = None if self._told or not headers else utc(http_date(headers.get("Date", "")))
        if told is not None:
            self._told = True
            self._began = told - timedelta(seconds=self._patience.clock() - self._patience.began)

    def look(self, seconds: float, *, any_age: bool = False) -> Plan[Sighting]:
        """Search until the order is there in full or the time is up.

        Args:
            seconds: how long to go on looking; one look is made in any case.
            any_age: whether an order may have been placed before this call.
        """
        sighting = Sighting()
        pauses = delays(seconds)
        while True:
            try:
                orders, details = yield from self._look_once(sighting, any_age)
            except OpenApiException:
                orders, details = [], []
            if orders and (not sighting.orders or len(details) >= len(sighting.details)):
                sighting.orders, sighting.details = orders, details
                sighting.match = compare(self.request, details)
            if orders and (sighting.match is Match.SAME or sighting.match is Match.OTHER):
                return sighting
            pause = next(pauses, None)
            if pause is None or not self._patience.left:
                return sighting
            yield Wait(min(pause, self._patience.left))

    def whole(self, sighting: Sighting) -> bool:
        """Tell whether what was found is the result of the request: all of it, or what was not rejected."""
        if sighting.match is Match.PART:
            return acceptable(self.request, sighting.details)
        return sighting.match is Match.SAME

    def _look_once(
        self, sighting: Sighting, any_age: bool
    ) -> Plan[tuple[list[OrderSearchResponseOrder], list[OrderDetailB2B]]]:
        """Search once, and read every order that can be ours."""
        arguments = {**self._headers, "customer_order_number": self.number, "page_size": 100}
        search = self._patience.read(GET_RESELLERS_V6_ORDERSEARCH, arguments)
        if search is None:
            return [], []
        found: ApiResponse[OrderSearchResponse] = yield search
        self.hear(found)
        sighting.looked = True
        known = with_number(found.data, self.number)
        ours = [order for order in known if (not cancelled(order) if any_age else fresh(order, self._began))]
        sighting.strangers = [text(order.ingram_order_number) for order in known if order not in ours]
        details: list[OrderDetailB2B] = []
        for order in ours:
            detail = yield from self.details(text(order.ingram_order_number))
            if detail is not None:
                details.append(detail)
        return ours, details

    def details(self, order_number: str) -> Plan[OrderDetailB2B | None]:
        """Read an order in full; None when it cannot be read."""
        reading = self._patience.read(GET_ORDERDETAILS_V6_1, {**self._headers, "ordernumber": order_number})
        if reading is None:
            return None
        try:
            detail: OrderDetailB2B = (yield reading).data
        except OpenApiException:
            return None
        return detail
