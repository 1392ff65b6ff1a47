"""How an order is placed exactly once: the decisions, without I/O.

A creation that failed with an unknown outcome is looked for under its customer order number. Only
when the search has answered, again and again for ``lookup_wait`` seconds, that there is no such order is the
request sent again. Should the first one still be under way, the vendor's own duplicate check
refuses one of the two, and the refused one finds the other.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._operations.orders import (
    GET_ORDERDETAILS_V6_1,
    GET_RESELLERS_V6_ORDERSEARCH,
    POST_CREATEORDER_V6,
    POST_CREATEORDER_V7,
)
from xi_sdk_resellers._values.answers import text
from xi_sdk_resellers._workflows.orders.finding import Match, acceptable, compare, creation_answer, fresh, with_number
from xi_sdk_resellers._workflows.plan import Call, Patience, Plan, Wait, delays, in_doubt, unresolved
from xi_sdk_resellers.exceptions import ApiException, OpenApiException, Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers._workflows.orders.confirmation import OrderConfirmation
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO
    from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse
    from xi_sdk_resellers.models.order_create_request import OrderCreateRequest
    from xi_sdk_resellers.models.order_create_response import OrderCreateResponse
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse, OrderSearchResponseOrder

logger = logging.getLogger("xi_sdk_resellers.orders")

_DUPLICATE = re.compile(r"duplicat|already|exists", re.IGNORECASE)
_REFUSALS = frozenset({400, 409, 422})
_ALLOWS_DUPLICATES = "allowduplicatecustomerordernumber"


class DifferentOrderException(ApiException):
    """An order with this customer order number is there, and it is not the one that was asked for.

    Attributes:
        order_numbers: the vendor's numbers of the orders that were found.
    """

    order_numbers: tuple[str, ...] = ()


@dataclass(slots=True)
class _Sighting:
    """What one round of looking has shown."""

    answer: OrderCreateResponse | None = None
    looked: bool = False
    """Whether at least one search was answered."""
    strangers: list[str] = field(default_factory=list[str])
    """Numbers of orders that carry the customer order number and are older or cancelled."""


def repeatable(request: Any) -> bool:
    """Tell whether the vendor's duplicate check protects a request from being placed twice.

    Args:
        request: a v6 or v7 creation request, as a model.
    """
    number: object = request.customer_order_number
    if not isinstance(number, str) or not number.strip():
        return False
    return not any(
        str(attribute.attribute_name or "").strip().lower() == _ALLOWS_DUPLICATES
        and str(attribute.attribute_value or "").strip().lower() == "true"
        for attribute in request.additional_attributes or ()
    )


def looks_duplicate(error: OpenApiException | None) -> bool:
    """Tell whether a rejection says that the customer order number is taken."""
    if not isinstance(error, ApiException):
        return False
    if error.status == 409:
        return True
    said = (error.message, error.body, *(problem.message for problem in error.fields))
    return error.status in _REFUSALS and any(_DUPLICATE.search(words) for words in said if words)


def is_whole(created: ApiResponse[OrderCreateResponse]) -> bool:
    """Tell whether a success says everything: it has orders, and it was not cut short on its way."""
    return bool(created.data.orders) and not any(drift.path == "" for drift in created.drift)


def place_plan(
    request: OrderCreateRequest, headers: Mapping[str, Any], patience: Patience
) -> Plan[OrderCreateResponse]:
    """Create an order, or find the one that an uncertain attempt has created.

    Args:
        request: the checked request.
        headers: the IM-* arguments; a correlation ID stays the same for every creation.
        patience: how long to try.

    Returns:
        The plan; it returns the order and raises ApiException.
    """
    return _Placing(request, headers, patience).plan()


def place_async_plan(request: AsyncOrderCreateDTO, headers: Mapping[str, Any]) -> Plan[OrderConfirmation]:
    """Hand an order over to v7, once.

    A repeated v7 request is only known as a duplicate when the first one has been written, which may
    take hours; so nothing is repeated that may have arrived.
    """
    # Late: loads pydantic.
    from xi_sdk_resellers._workflows.orders.confirmation import confirmation

    arguments: dict[str, Any] = {**headers, "async_order_create_dto": request}
    if not repeatable(request):
        arguments["_retries"] = False
    try:
        answer: AsyncOrderCreateResponse = (yield Call(POST_CREATEORDER_V7, arguments)).data
    except ApiException as error:
        if error.outcome is Outcome.UNKNOWN or (error.attempts > 1 and looks_duplicate(error)):
            number = f"customer order number {request.customer_order_number!r}"
            raise unresolved(
                error,
                f"it may have been accepted; wait for its event and search for {number} once the vendor's maintenance "
                "window is over, and send it again only when neither shows it",
            ) from None
        raise
    return confirmation(answer, request.customer_order_number)


class _Placing:
    """One order on its way."""

    def __init__(self, request: OrderCreateRequest, headers: Mapping[str, Any], patience: Patience) -> None:
        self.request = request
        self.number = (request.customer_order_number or "").strip()
        self.headers = headers
        self.lookup_headers = {**headers, "im_correlation_id": None}
        self.patience = patience
        self.deadline = patience.clock() + patience.timeout
        self.since = datetime.now(timezone.utc)
        self.doubt: ApiException | None = None
        """The first failure after which the order may be there."""
        self.accepted: OrderCreateResponse | None = None
        """A success that does not say, or not in full, what was placed."""

    def plan(self) -> Plan[OrderCreateResponse]:
        arguments = {**self.headers, "order_create_request": self.request}
        if not repeatable(self.request):
            answer = yield from self._place_blindly(arguments)
            return answer
        attempt = 0
        while True:
            attempt += 1
            failure: OpenApiException | None = None
            try:
                created: ApiResponse[OrderCreateResponse] = yield Call(POST_CREATEORDER_V6, arguments)
                if is_whole(created):
                    return created.data
                self.accepted = self.accepted or created.data
            except OpenApiException as error:
                failure = error
                if not self._uncertain and not in_doubt(error):
                    if isinstance(error, ApiException) and looks_duplicate(error):
                        error.hint = (
                            "this call placed nothing, but an order with this number is there, perhaps from an earlier "
                            f"run: search(customer_order_number={self.number!r}) shows it"
                        )
                    raise
            sighting = yield from self._look(self._seconds_to_look(failure))
            if sighting.answer is not None:
                logger.warning("order %s was found after an uncertain answer to its creation", self.number)
                return sighting.answer
            settled = self._settle(failure, sighting, attempt)
            if settled is not None:
                return settled

    @property
    def _uncertain(self) -> bool:
        return self.doubt is not None or self.accepted is not None

    def _place_blindly(self, arguments: Mapping[str, Any]) -> Plan[OrderCreateResponse]:
        """Send a request that nothing protects from being placed twice: once, whatever happens."""
        try:
            answer: OrderCreateResponse = (yield Call(POST_CREATEORDER_V6, {**arguments, "_retries": False})).data
            return answer
        except ApiException as error:
            if error.outcome is Outcome.UNKNOWN:
                error.hint = (
                    "it was not sent again, because the vendor would accept it twice (duplicates are allowed, or "
                    "there is no customer order number); search for it before you place it again"
                )
            raise

    def _seconds_to_look(self, failure: OpenApiException | None) -> float:
        """How long to go on looking: one look is enough when nothing points to an order."""
        rejected = failure is not None and failure.outcome is Outcome.REJECTED and not looks_duplicate(failure)
        return 0.0 if rejected and not self._uncertain else self.patience.lookup_wait

    def _settle(
        self, failure: OpenApiException | None, sighting: _Sighting, attempt: int
    ) -> OrderCreateResponse | None:
        """Decide what it means that no search shows the order: raise, be content, or go on (None)."""
        if isinstance(failure, ApiException) and failure.outcome is Outcome.REJECTED:
            if looks_duplicate(failure) and sighting.strangers:
                failure.hint = (
                    f"the customer order number belongs to {', '.join(sighting.strangers)}, which is older than "
                    "this request or cancelled; choose another number"
                )
                raise failure
            if not self._uncertain and not looks_duplicate(failure):
                raise failure
        if isinstance(failure, ApiException) and in_doubt(failure):
            self.doubt = self.doubt or failure
        tried = self._given_up(failure, sighting, attempt)
        if tried is None:
            return None
        if self.accepted is not None or self.doubt is None:
            return self.accepted
        raise self._unresolved(self.doubt, tried) from (failure if failure is not self.doubt else None)

    def _given_up(self, failure: OpenApiException | None, sighting: _Sighting, attempt: int) -> str | None:
        """Say why the request is not sent again; None when it is."""
        if looks_duplicate(failure):
            return "the vendor says that it has the order, and no search shows it yet"
        if isinstance(failure, ApiException) and failure.status in _REFUSALS:
            return "a repeated request was rejected, and no search shows an order"
        if not sighting.looked:
            return "every search failed"
        if attempt >= self.patience.attempts or self.patience.clock() >= self.deadline:
            return f"no search shows it after {attempt} attempts"
        return None

    def _unresolved(self, error: ApiException, tried: str) -> ApiException:
        return unresolved(
            error,
            f"looked for customer order number {self.number!r}: {tried}. Look again later, or place the same request "
            "again: the vendor refuses a second order with this number",
        )

    def _look(self, seconds: float) -> Plan[_Sighting]:
        """Search for the order until it is there in full or the time is up."""
        sighting = _Sighting()
        part: tuple[list[OrderSearchResponseOrder], list[OrderDetailB2B]] | None = None
        pauses = delays(seconds)
        while True:
            try:
                orders, details = yield from self._look_once(sighting)
            except OpenApiException:
                orders, details = [], []
            if orders:
                match = compare(self.request, details)
                if match is Match.OTHER and self.accepted is None:
                    raise self._different(orders)
                if match is not Match.PART:
                    sighting.answer = creation_answer(self.request, orders, details, partial=False)
                    return sighting
                if part is None or len(details) >= len(part[1]):
                    part = (orders, details)
            pause = next(pauses, None)
            if pause is None or self.patience.clock() >= self.deadline:
                break
            yield Wait(pause)
        if part is not None:
            orders, details = part
            if self.accepted is None and not acceptable(self.request, details):
                raise self._different(orders)
            partial = len(details) == len(orders)
            sighting.answer = creation_answer(self.request, orders, details, partial=partial)
        return sighting

    def _look_once(self, sighting: _Sighting) -> Plan[tuple[list[OrderSearchResponseOrder], list[OrderDetailB2B]]]:
        """Search once, and read every order that can be ours."""
        arguments = {**self.lookup_headers, "customer_order_number": self.number, "page_size": 100}
        page: OrderSearchResponse = (yield Call(GET_RESELLERS_V6_ORDERSEARCH, arguments)).data
        sighting.looked = True
        known = with_number(page, self.number)
        ours = [order for order in known if fresh(order, self.since)]
        sighting.strangers = [text(order.ingram_order_number) for order in known if order not in ours]
        details: list[OrderDetailB2B] = []
        for order in ours:
            reading = {**self.lookup_headers, "ordernumber": text(order.ingram_order_number)}
            try:
                detail: OrderDetailB2B = (yield Call(GET_ORDERDETAILS_V6_1, reading)).data
            except OpenApiException:
                continue
            details.append(detail)
        return ours, details

    def _different(self, orders: list[OrderSearchResponseOrder]) -> DifferentOrderException:
        numbers = tuple(text(order.ingram_order_number) for order in orders)
        error = DifferentOrderException(
            reason="another order has this customer order number",
            customer_order_number=self.number,
            correlation_id=self.headers.get("im_correlation_id"),
            operation=POST_CREATEORDER_V6.name,
            method=POST_CREATEORDER_V6.method,
            path=POST_CREATEORDER_V6.path,
            effect=POST_CREATEORDER_V6.done,
            outcome=Outcome.UNKNOWN,
            hint=f"compare {', '.join(numbers)} with the request: its parts or quantities differ",
        )
        error.order_numbers = numbers
        return error


DifferentOrderException.__module__ = "xi_sdk_resellers.orders"
