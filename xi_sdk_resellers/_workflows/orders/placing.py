"""How an order is placed exactly once: the decisions, without I/O.

A creation that failed with an unknown outcome is looked for under its customer order number. Only
when the search has answered, again and again for ``lookup_wait`` seconds, that there is no such order is the
request sent again. Should the first one still be under way, the vendor's own duplicate check
refuses one of the two, and the refused one finds the other. After a 2xx nothing is ever sent again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import xi_sdk_resellers.models as models
from xi_sdk_resellers._operations.orders import POST_CREATEORDER_V6
from xi_sdk_resellers._values.answers import extra_of, parts, text
from xi_sdk_resellers._workflows.orders.duplicates import (
    answered,
    different,
    duplicate,
    looks_duplicate,
    refuses_request,
    repeatable,
)
from xi_sdk_resellers._workflows.orders.finding import Match
from xi_sdk_resellers._workflows.orders.looking import Lookout, Sighting
from xi_sdk_resellers._workflows.plan import Patience, Plan, do_nothing, in_doubt, unresolved
from xi_sdk_resellers.exceptions import ApiException, ApiValueError, OpenApiException, Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.order_create_request import OrderCreateRequest
    from xi_sdk_resellers.models.order_create_response import OrderCreateResponse


def is_whole(created: ApiResponse[OrderCreateResponse]) -> bool:
    """Tell whether a success says everything: it was not cut short on its way."""
    return not any(drift.path == "" for drift in created.drift)


def with_orders(created: OrderCreateResponse) -> OrderCreateResponse:
    """List the order of an answer that names it at its top, where no order is listed."""
    number = text(extra_of(created).get("ingramOrderNumber"))
    if number and not parts(created.orders):
        created.orders = models.OrderCreateResponse.from_dict({"orders": [{"ingramOrderNumber": number}]}).orders
    return created


def check_resume(request: Any, resume: object) -> None:
    """Refuse to resume what cannot be told from a second order.

    Raises:
        ApiValueError: the request allows duplicates, or has no customer order number.
    """
    if resume and not repeatable(request):
        raise ApiValueError(
            "resume=True needs a customer order number, and a request that does not allow duplicates: what was placed "
            "before cannot be told from a second order otherwise"
        )


def place_plan(
    request: OrderCreateRequest,
    headers: Mapping[str, Any],
    patience: Patience,
    *,
    resume: bool = False,
    sent_before: bool = False,
    about_to_send: Callable[[], Plan[None]] = do_nothing,
) -> Plan[OrderCreateResponse]:
    """Create an order, or find the one that an uncertain attempt has created.

    Args:
        request: the checked request.
        headers: the IM-* arguments; a correlation ID stays the same for every creation.
        patience: how long to try.
        resume: whether an order with the same content that was placed before is as good.
        sent_before: whether this very request may have been sent before, so that what carries its number and holds a
            part of it is its result, the rest being rejected.
        about_to_send: what to do before it is sent again.

    Returns:
        The plan; it returns the order and raises ApiException.
    """
    return _Placing(request, headers, patience, resume, sent_before, about_to_send).plan()


class _Placing:
    """One order on its way."""

    def __init__(
        self,
        request: OrderCreateRequest,
        headers: Mapping[str, Any],
        patience: Patience,
        resume: bool,
        sent_before: bool,
        about_to_send: Callable[[], Plan[None]],
    ) -> None:
        self.request = request
        self.headers = headers
        self.patience = patience
        self.resume = resume or sent_before
        self.sent_before = sent_before
        self.about_to_send = about_to_send
        self.lookout = Lookout(request, headers, patience)
        self.doubt: ApiException | None = None
        """The first failure after which the order may be there."""
        self.accepted: OrderCreateResponse | None = None
        """A success that does not say in full what was placed."""

    def plan(self) -> Plan[OrderCreateResponse]:
        arguments = {**self.headers, "order_create_request": self.request}
        if not repeatable(self.request):
            return (yield from self._place_blindly(arguments))
        if self.sent_before:
            sighting = yield from self.lookout.look(0.0, any_age=True)
            if self.lookout.whole(sighting):
                return self._found(sighting)
        attempt = 0
        while True:
            attempt += 1
            if attempt > 1 or self.sent_before:
                yield from self.about_to_send()
            failure: OpenApiException | None = None
            try:
                created: ApiResponse[OrderCreateResponse] = yield self.patience.change(POST_CREATEORDER_V6, arguments)
                self.lookout.hear(created)
                order = with_orders(created.data)
                if is_whole(created):
                    return order
                self.accepted = self.accepted or order
            except OpenApiException as error:
                failure = error
                self.lookout.hear(error)
            if isinstance(failure, OpenApiException) and not self._uncertain and not in_doubt(failure):
                if isinstance(failure, ApiException) and looks_duplicate(failure):
                    return (yield from self._taken(failure, self.patience.lookup_wait))
                raise failure
            sighting = yield from self.lookout.look(self._seconds_to_look(failure), any_age=self.resume)
            if sighting.orders and (self.accepted is not None or self.lookout.whole(sighting)):
                return self._found(sighting)
            if sighting.match in (Match.OTHER, Match.PART):
                raise different(sighting.numbers, self.lookout.number, self.headers, POST_CREATEORDER_V6)
            if isinstance(failure, ApiException) and looks_duplicate(failure) and sighting.strangers:
                return (yield from self._taken(failure, 0.0))
            settled = self._settle(failure, sighting, attempt)
            if settled is not None:
                return settled

    @property
    def _uncertain(self) -> bool:
        return self.doubt is not None or self.accepted is not None

    def _found(self, sighting: Sighting) -> OrderCreateResponse:
        return sighting.answer(self.request)

    def _place_blindly(self, arguments: Mapping[str, Any]) -> Plan[OrderCreateResponse]:
        """Send a request that nothing protects from being placed twice: once, whatever happens."""
        once = {**arguments, "_retries": False}
        try:
            created: ApiResponse[OrderCreateResponse] = yield self.patience.change(
                POST_CREATEORDER_V6, once, then_look=False
            )
        except ApiException as error:
            if error.outcome is Outcome.UNKNOWN:
                error.hint = (
                    "it was not sent again, because the vendor would accept it twice (duplicates are allowed, or "
                    "there is no customer order number); search for it before you place it again"
                )
            raise
        return with_orders(created.data)

    def _taken(self, refusal: ApiException, seconds: float) -> Plan[OrderCreateResponse]:
        """Find out whose the order is for which the vendor has refused this one, which was not placed by this call."""
        sighting = yield from self.lookout.look(seconds, any_age=True)
        whole = self.lookout.whole(sighting)
        if whole and (self.sent_before or (self.resume and sighting.match is Match.SAME)):
            return self._found(sighting)
        raise duplicate(refusal, self.request, sighting, whole=whole) from refusal

    def _seconds_to_look(self, failure: OpenApiException | None) -> float:
        """How long to go on looking: one look is enough when nothing points to an order."""
        rejected = failure is not None and failure.outcome is Outcome.REJECTED and not looks_duplicate(failure)
        return 0.0 if rejected and not self._uncertain else self.patience.lookup_wait

    def _settle(self, failure: OpenApiException | None, sighting: Sighting, attempt: int) -> OrderCreateResponse | None:
        """Decide what it means that no search shows the order: raise, be content, or go on (None)."""
        rejected = isinstance(failure, ApiException) and failure.outcome is Outcome.REJECTED
        if failure is not None and rejected and not self._uncertain and not looks_duplicate(failure):
            raise failure
        if isinstance(failure, ApiException) and in_doubt(failure):
            self.doubt = self.doubt or failure
        if self.accepted is not None or self.doubt is None:
            return self.accepted  # nothing is sent again after a 2xx
        tried = self._given_up(failure, sighting, attempt)
        if tried is None:
            return None
        raise self._unresolved(self.doubt, tried) from (failure if failure is not self.doubt else None)

    def _given_up(self, failure: OpenApiException | None, sighting: Sighting, attempt: int) -> str | None:
        """Say why the request is not sent again; None when it is."""
        if sighting.orders:
            return f"{', '.join(sighting.numbers)} has this number, and could not be read to compare it"
        if looks_duplicate(failure):
            return "the vendor says that it has the order, and no search shows it yet"
        if refuses_request(failure):
            return "a repeated request was rejected, and no search shows an order"
        if answered(failure):
            return "no search shows it, and nothing is sent again after an answer with status 2xx"
        if not sighting.looked:
            return "every search failed"
        if attempt >= self.patience.attempts or not self.patience.left:
            return f"no search shows it after {attempt} attempts"
        return None

    def _unresolved(self, error: ApiException, tried: str) -> ApiException:
        return unresolved(
            error,
            f"looked for customer order number {self.lookout.number!r}: {tried}. Look again later, or place the same "
            "request again with resume=True: the vendor refuses a second order with this number",
        )
