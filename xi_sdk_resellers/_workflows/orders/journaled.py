"""The workflows with a journal: what is written down of each, and how a later run goes on. Without I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import xi_sdk_resellers.models as models
from xi_sdk_resellers._journal.entry import Journal, JournalEntry
from xi_sdk_resellers._operations.orders import (
    DELETE_ORDERCANCEL,
    POST_CREATEORDER_V6,
    POST_CREATEORDER_V7,
    PUT_ORDERMODIFY,
)
from xi_sdk_resellers._values.answers import parts, text
from xi_sdk_resellers._workflows.orders.changing import (
    cancel_plan,
    harmless_twice,
    modification_answer,
    modify_plan,
    read_order,
    release_plan,
)
from xi_sdk_resellers._workflows.orders.confirmation import OrderConfirmation
from xi_sdk_resellers._workflows.orders.content import content_of
from xi_sdk_resellers._workflows.orders.duplicates import repeatable
from xi_sdk_resellers._workflows.orders.finding import creation_answer
from xi_sdk_resellers._workflows.orders.handing import LISTED_WITHIN, Fill, SentBefore, place_async_plan
from xi_sdk_resellers._workflows.orders.looking import Lookout
from xi_sdk_resellers._workflows.orders.placing import place_plan
from xi_sdk_resellers._workflows.orders.recording import Claim, Known, Recorder, Scope, blank_entry, recorded
from xi_sdk_resellers._workflows.orders.resolving import resolve_plan
from xi_sdk_resellers._workflows.orders.snapshot import happened, snapshot
from xi_sdk_resellers._workflows.plan import Patience, Plan, as_it_is, given

if TYPE_CHECKING:
    from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO
    from xi_sdk_resellers.models.order_create_request import OrderCreateRequest
    from xi_sdk_resellers.models.order_create_response import OrderCreateResponse
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.models.order_modify_request import OrderModifyRequest
    from xi_sdk_resellers.models.order_modify_response import OrderModifyResponse
    from xi_sdk_resellers.operation import Operation


class JournaledPlans:
    """Makes the plans of an account's changes with a journal.

    Args:
        journal: where they are written down.
        client: the client that makes the calls.
        headers: the IM-* arguments.
    """

    def __init__(self, journal: Journal, client: Any, headers: Mapping[str, Any]) -> None:
        self._journal = journal
        self._scope = Scope.of(client, headers)
        self._headers = headers

    def _recorder(self, blank: JournalEntry, operation: Operation, patience: Patience) -> Recorder:
        return Recorder(self._journal, blank, operation, patience)

    def place(self, request: OrderCreateRequest, patience: Patience, *, resume: bool) -> Plan[OrderCreateResponse]:
        """Place an order once, whatever runs there were before. See :func:`place_plan`."""
        headers = self._headers
        if not repeatable(request):  # what may be placed twice is not told from what was placed before
            return place_plan(request, headers, patience)
        recorder = self._recorder(self._order("place", request), POST_CREATEORDER_V6, patience)

        def work(claim: Claim) -> Plan[OrderCreateResponse]:
            before = claim.before
            if before is not None and before.operation == "place_async":
                return _find(recorder, request, headers, patience, before)
            return place_plan(
                request,
                headers,
                patience,
                resume=resume,
                sent_before=before is not None,
                about_to_send=recorder.about_to_send,
            )

        def known(entry: JournalEntry) -> Plan[Known | None]:
            if entry.order_numbers:
                return Known((yield from _reread(request, headers, patience, entry.order_numbers)))
            return Known((yield from _find(recorder, request, headers, patience, entry)))

        return recorded(recorder, work, known, _placed)

    def place_async(
        self,
        request: AsyncOrderCreateDTO,
        patience: Patience,
        *,
        resume: bool,
        listed_within: float,
        fill: Fill = as_it_is,
    ) -> Plan[OrderConfirmation]:
        """Hand an order over once, whatever runs there were before. See :func:`place_async_plan`."""
        headers = self._headers
        if not repeatable(request):
            return place_async_plan(request, headers, patience, fill=fill)
        recorder = self._recorder(self._order("place_async", request), POST_CREATEORDER_V7, patience)

        def work(claim: Claim) -> Plan[OrderConfirmation]:
            if claim.before is None:
                return (yield from place_async_plan(request, headers, patience, resume=resume, fill=fill))
            now = yield from recorder.now()
            sent = claim.before.sent
            answer = yield from place_async_plan(
                request,
                headers,
                patience,
                sent_before=SentBefore(sent, sent + listed_within, now),
                about_to_send=recorder.about_to_send,
                fill=fill,
            )
            return answer

        def known(entry: JournalEntry) -> Plan[Known | None]:
            return given(Known(_confirmation(request, entry)))

        return recorded(recorder, work, known, _confirmed)

    def _order(self, name: str, request: OrderCreateRequest | AsyncOrderCreateDTO) -> JournalEntry:
        number = (request.customer_order_number or "").strip()
        key = ("order", number.casefold())
        return blank_entry(self._scope, name, number, self._headers, content_of(request), *key)

    def modify(
        self,
        order_number: str,
        request: OrderModifyRequest,
        options: Mapping[str, Any],
        patience: Patience,
        *,
        resume: bool,
    ) -> Plan[OrderModifyResponse]:
        """Change an order once, whatever runs there were before. See :func:`modify_plan`.

        What adds lines or notes is made once; new quantities and deletions are made each time that they are asked for.
        """
        headers, adds = self._headers, not harmless_twice(request)
        content = content_of(request)
        key = ("modify", order_number, content.digest)
        blank = blank_entry(self._scope, "modify", order_number, headers, content, *key)
        detail = (yield from read_order(order_number, headers, patience, 0.0)) if adds else None
        recorder = self._recorder(replace(blank, before=snapshot(request, detail)), PUT_ORDERMODIFY, patience)

        def work(claim: Claim) -> Plan[OrderModifyResponse]:
            before = claim.before
            now = 0.0 if before is None else (yield from recorder.now())
            return (
                yield from modify_plan(
                    order_number,
                    request,
                    headers,
                    options,
                    patience,
                    resume=resume,
                    happened=partial(happened, claim.entry.before) if adds else None,
                    sent_ago=None if before is None else max(0.0, now - before.sent),
                    about_to_send=recorder.about_to_send,
                )
            )

        def known(entry: JournalEntry) -> Plan[Known | None]:
            if not adds:
                return None
            now = yield from read_order(order_number, headers, patience, 0.0)
            if now is not None:
                return Known(modification_answer(now))
            return Known(models.OrderModifyResponse.from_dict({"ingramOrderNumber": order_number}))

        return (yield from recorded(recorder, work, known, lambda answer: {"order_numbers": (order_number,)}))

    def until(
        self, name: Literal["cancel", "release"], order_number: str, options: Mapping[str, Any], patience: Patience
    ) -> Plan[None]:
        """Cancel or release an order, and write it down. Both may be repeated, so that a later run simply does."""
        headers = self._headers
        operation, plan = (DELETE_ORDERCANCEL, cancel_plan) if name == "cancel" else (PUT_ORDERMODIFY, release_plan)
        blank = blank_entry(self._scope, name, order_number, headers, None, name, order_number)
        return recorded(
            self._recorder(blank, operation, patience),
            lambda claim: plan(order_number, headers, options, patience),
            lambda entry: given(Known(None)),
            lambda answer: {"order_numbers": (order_number,)},
        )

    def resolve(self, patience: Patience) -> Plan[list[JournalEntry]]:
        """Look what became of what was begun and not finished. See :func:`resolve_plan`."""
        return resolve_plan(self._journal, self._scope, self._headers, patience)


def _placed(answer: OrderCreateResponse) -> dict[str, Any]:
    return {"order_numbers": tuple(filter(None, (text(order.ingram_order_number) for order in parts(answer.orders))))}


def _confirmed(answer: OrderConfirmation) -> dict[str, Any]:
    return {"confirmation": text(answer.confirmation_number), "order_numbers": tuple(answer.order_numbers or ())}


def _confirmation(request: AsyncOrderCreateDTO, entry: JournalEntry) -> OrderConfirmation:
    """Present what an earlier run was told like the answer to this one."""
    return OrderConfirmation(
        customer_order_number=request.customer_order_number,
        confirmation_number=entry.confirmation or None,
        order_numbers=list(entry.order_numbers) or None,
    )


def _find(
    recorder: Recorder,
    request: OrderCreateRequest,
    headers: Mapping[str, Any],
    patience: Patience,
    entry: JournalEntry,
) -> Plan[OrderCreateResponse]:
    """Find what was handed over to v7, which may be listed late; it is never sent to v6 as well."""
    lookout = Lookout(request, headers, patience)
    sighting = yield from lookout.look(patience.lookup_wait, any_age=True)
    if lookout.whole(sighting):
        return sighting.answer(request)
    handed = f"handed over to v7 as {entry.confirmation}" if entry.confirmation else "perhaps handed over to v7"
    raise recorder.unresolved(
        f"the order was {handed}, and no search shows it yet: wait for its event, or call again later",
        entry.sent + LISTED_WITHIN,
    )


def _reread(
    request: OrderCreateRequest, headers: Mapping[str, Any], patience: Patience, numbers: tuple[str, ...]
) -> Plan[OrderCreateResponse]:
    """Present orders whose numbers are known like the answer to their creation."""
    lookout = Lookout(request, headers, patience)
    details: list[OrderDetailB2B] = []
    for number in numbers:
        detail = yield from lookout.details(number)
        if detail is not None:
            details.append(detail)
    rows = models.OrderSearchResponse.from_dict({"orders": [{"ingramOrderNumber": number} for number in numbers]})
    return creation_answer(request, rows.orders or (), details, partial=False)
