"""How an order is handed over to v7, which places it later: the decisions, without I/O.

A repeated v7 request is only known as a duplicate when the first one has been written, which may take hours. So nothing
is repeated that may have arrived, and whoever hands an order over again looks for it first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, NamedTuple

from xi_sdk_resellers._journal.errors import RunUnresolvedException
from xi_sdk_resellers._operations.orders import POST_CREATEORDER_V7
from xi_sdk_resellers._process.loading import load
from xi_sdk_resellers._values.dates import utc
from xi_sdk_resellers._workflows.orders.duplicates import different, duplicate, looks_duplicate, repeatable
from xi_sdk_resellers._workflows.orders.finding import Match, fresh
from xi_sdk_resellers._workflows.orders.looking import Lookout, Sighting
from xi_sdk_resellers._workflows.plan import Patience, Plan, as_it_is, do_nothing, unresolved
from xi_sdk_resellers.exceptions import ApiException, Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers._workflows.orders.confirmation import OrderConfirmation
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO
    from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse


Fill = Callable[["AsyncOrderCreateDTO"], Plan["AsyncOrderCreateDTO"]]

LISTED_WITHIN = 86_400.0
"""Seconds within which the vendor lists an order that it has taken. Its longest night is shorter than a day."""


class SentBefore(NamedTuple):
    """An earlier sending of the same order, of which nobody knows what has become."""

    at: float
    """When, in seconds since 1970."""
    listed_at: float
    """From when on a search shows the order if it is there, in seconds since 1970."""
    now: float
    """The time, on the same clock."""


def load_confirmation() -> Any:
    """Load the module of the confirmation."""
    return load("xi_sdk_resellers._workflows.orders.confirmation")


def place_async_plan(
    request: AsyncOrderCreateDTO,
    headers: Mapping[str, Any],
    patience: Patience,
    *,
    resume: bool = False,
    sent_before: SentBefore | None = None,
    about_to_send: Callable[[], Plan[None]] = do_nothing,
    fill: Fill = as_it_is,
) -> Plan[OrderConfirmation]:
    """Hand an order over to v7, once.

    Args:
        request: the checked request.
        headers: the IM-* arguments.
        patience: how long to look.
        resume: whether to look for the order first, and to be content when it is there.
        sent_before: what is known about an earlier sending.
        about_to_send: what to do before it is sent again.
        fill: completes the request just before it is sent, with what the vendor has to be asked for.

    Returns:
        The plan; it returns the confirmation and raises ApiException.
    """
    return _Handing(request, headers, patience, resume, sent_before, about_to_send, fill).plan()


class _Handing:
    """One order on its way."""

    def __init__(
        self,
        request: AsyncOrderCreateDTO,
        headers: Mapping[str, Any],
        patience: Patience,
        resume: bool,
        sent_before: SentBefore | None,
        about_to_send: Callable[[], Plan[None]],
        fill: Fill,
    ) -> None:
        self.request = request
        self.headers = headers
        self.patience = patience
        self.resume = resume or sent_before is not None
        self.sent_before = sent_before
        self.about_to_send = about_to_send
        self.fill = fill
        self.lookout = Lookout(request, headers, patience)

    def plan(self) -> Plan[OrderConfirmation]:
        if self.resume:
            sighting = yield from self.lookout.look(self.patience.lookup_wait, any_age=True)
            if self._is_ours(sighting):
                return self._placed(sighting)
            if sighting.match is Match.OTHER:
                outcome = Outcome.NOT_SENT if self.sent_before is None else Outcome.UNKNOWN
                number = self.lookout.number
                raise different(sighting.numbers, number, self.headers, POST_CREATEORDER_V7, outcome)
            self._check_age(sighting)
        filled = yield from self.fill(self.request)
        arguments: dict[str, Any] = {**self.headers, "async_order_create_dto": filled}
        if not repeatable(self.request):
            arguments["_retries"] = False
        if self.sent_before is not None:
            yield from self.about_to_send()
        try:
            answer: ApiResponse[AsyncOrderCreateResponse] = yield self.patience.change(
                POST_CREATEORDER_V7, arguments, then_look=False
            )
        except ApiException as error:
            failure = error
        else:
            return self._confirmed(answer.data)
        taken = looks_duplicate(failure)
        if failure.outcome is Outcome.UNKNOWN or (failure.attempts > 1 and taken):
            raise self._unresolved(failure) from None
        if not taken or not repeatable(self.request):
            raise failure
        return (yield from self._taken(failure))

    def _is_ours(self, sighting: Sighting) -> bool:
        before = self.sent_before
        if before is not None and self.request.quote_number and sighting.match is Match.UNREAD:
            # A quote decides about the lines, so that they cannot be compared. But the number was sent with it, and an
            # order that is not older carries it.
            since = datetime.fromtimestamp(before.at, timezone.utc)
            return all(fresh(order, since) for order in sighting.orders)
        return self.lookout.whole(sighting) and (sighting.match is Match.SAME or self.sent_before is not None)

    def _placed(self, sighting: Sighting) -> OrderConfirmation:
        return self._confirmed(None, sighting.numbers)

    def _confirmed(self, answer: AsyncOrderCreateResponse | None, numbers: Sequence[str] = ()) -> OrderConfirmation:
        made: OrderConfirmation = load_confirmation().confirmation(answer, self.request.customer_order_number, numbers)
        return made

    def _check_age(self, sighting: Sighting) -> None:
        """Go on only when an earlier sending would have been found by now."""
        before = self.sent_before
        if before is None or (before.now >= before.listed_at and sighting.looked and not sighting.orders):
            return
        number = f"customer order number {self.request.customer_order_number!r}"
        raise RunUnresolvedException(
            reason="it is not known what became of an earlier run",
            customer_order_number=self.request.customer_order_number,
            correlation_id=self.headers.get("im_correlation_id"),
            operation=POST_CREATEORDER_V7.name,
            method=POST_CREATEORDER_V7.method,
            path=POST_CREATEORDER_V7.path,
            effect=POST_CREATEORDER_V7.done,
            outcome=Outcome.UNKNOWN,
            retry_at=utc(before.listed_at),
            hint=f"{number} may be in the vendor's queue: wait for its event, or hand it over again after this time; "
            "it is looked for first, and sent only when no search shows it then",
        )

    def _taken(self, refusal: ApiException) -> Plan[OrderConfirmation]:
        """Find out whose the order is for which the vendor has refused this one."""
        sighting = yield from self.lookout.look(self.patience.lookup_wait, any_age=True)
        if self.resume and self._is_ours(sighting):
            return self._placed(sighting)
        raise duplicate(refusal, self.request, sighting, whole=self.lookout.whole(sighting)) from refusal

    def _unresolved(self, error: ApiException) -> ApiException:
        number = f"customer order number {self.request.customer_order_number!r}"
        return unresolved(
            error,
            f"it may have been accepted; wait for its event and search for {number} once the vendor's maintenance "
            "window is over, and send it again only when neither shows it",
        )
