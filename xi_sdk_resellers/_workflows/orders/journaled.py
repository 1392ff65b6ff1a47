"""The workflows with a journal: what is written down of each, and how a later run goes on. Without I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

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
from xi_sdk_resellers._workflows.orders.content import content_of
from xi_sdk_resellers._workflows.orders.duplicates import repeatable
from xi_sdk_resellers._workflows.orders.finding import creation_answer
from xi_sdk_resellers._workflows.orders.handing import SentBefore, place_async_plan
from xi_sdk_resellers._workflows.orders.looking import Lookout
from xi_sdk_resellers._workflows.orders.placing import place_plan
from xi_sdk_resellers._workflows.orders.recording import Claim, Known, Recorder, Scope, blank_entry, recorded
from xi_sdk_resellers._workflows.orders.snapshot import happened, snapshot
from xi_sdk_resellers._workflows.plan import Patience, Plan, given

if TYPE_CHECKING:
    from xi_sdk_resellers._workflows.orders.confirmation import OrderConfirmation
    from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO
    from xi_sdk_resellers.models.order_create_request import OrderCreateRequest
    from xi_sdk_resellers.models.order_create_response import OrderCreateResponse
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.models.order_modify_request import OrderModifyRequest
    from xi_sdk_resellers.models.order_modify_response import OrderModifyResponse

LISTED_WITHIN = 86_400.0
"""Seconds within which the vendor lists an order that it has taken. Its longest night is shorter than a day."""


def journaled_place_plan(
    journal: Journal,
    scope: Scope,
    request: OrderCreateRequest,
    headers: Mapping[str, Any],
    patience: Patience,
    *,
    resume: bool,
) -> Plan[OrderCreateResponse]:
    """Place an order once, whatever runs there were before. See :func:`place_plan`."""
    if not repeatable(request):  # what may be placed twice is not told from what was placed before
        return place_plan(request, headers, patience)
    number = (request.customer_order_number or "").strip()
    blank = blank_entry(scope, "place", number, headers, content_of(request), "order", number.casefold())
    recorder = Recorder(journal, blank, POST_CREATEORDER_V6, patience)

    def work(claim: Claim) -> Plan[OrderCreateResponse]:
        before = claim.before
        if before is not None and before.operation == "place_async":
            return _only_look(before)
        return place_plan(request, headers, patience, resume=resume, sent_before=before is not None)

    def known(entry: JournalEntry) -> Plan[Known | None]:
        if not entry.order_numbers:
            return Known((yield from _only_look(entry)))
        return Known((yield from _reread(request, headers, patience, entry.order_numbers)))

    def _only_look(entry: JournalEntry) -> Plan[OrderCreateResponse]:
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

    return recorded(recorder, work, known, _placed)


def _placed(answer: OrderCreateResponse) -> dict[str, Any]:
    return {"order_numbers": tuple(filter(None, (text(order.ingram_order_number) for order in parts(answer.orders))))}


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


def journaled_place_async_plan(
    journal: Journal,
    scope: Scope,
    request: AsyncOrderCreateDTO,
    headers: Mapping[str, Any],
    patience: Patience,
    *,
    resume: bool,
    listed_within: float,
) -> Plan[OrderConfirmation]:
    """Hand an order over once, whatever runs there were before. See :func:`place_async_plan`."""
    if not repeatable(request):
        return place_async_plan(request, headers, patience)
    number = (request.customer_order_number or "").strip()
    blank = blank_entry(scope, "place_async", number, headers, content_of(request), "order", number.casefold())
    recorder = Recorder(journal, blank, POST_CREATEORDER_V7, patience)

    def work(claim: Claim) -> Plan[OrderConfirmation]:
        before = claim.before
        sent_before = None
        now = 0.0
        if before is not None:
            now = yield from recorder.now()
            sent_before = SentBefore(before.sent, before.sent + listed_within, now)

        def about_to_send() -> Plan[None]:
            if sent_before is not None:
                yield from recorder.note(sent=now, operation="place_async")

        return (
            yield from place_async_plan(
                request, headers, patience, resume=resume, sent_before=sent_before, about_to_send=about_to_send
            )
        )

    def known(entry: JournalEntry) -> Plan[Known | None]:
        # Late: loads pydantic.
        from xi_sdk_resellers._workflows.orders.confirmation import OrderConfirmation

        confirmation = OrderConfirmation(
            customer_order_number=request.customer_order_number,
            confirmation_number=entry.confirmation or None,
            order_numbers=list(entry.order_numbers) or None,
        )
        return given(Known(confirmation))

    return recorded(recorder, work, known, _confirmed)


def _confirmed(answer: OrderConfirmation) -> dict[str, Any]:
    return {"confirmation": text(answer.confirmation_number), "order_numbers": tuple(answer.order_numbers or ())}


def journaled_modify_plan(
    journal: Journal,
    scope: Scope,
    order_number: str,
    request: OrderModifyRequest,
    headers: Mapping[str, Any],
    options: Mapping[str, Any],
    patience: Patience,
    *,
    resume: bool,
) -> Plan[OrderModifyResponse]:
    """Change an order once, whatever runs there were before. See :func:`modify_plan`.

    What adds lines or notes is made once; new quantities and deletions are made each time that they are asked for.
    """
    content, adds = content_of(request), not harmless_twice(request)
    blank = blank_entry(scope, "modify", order_number, headers, content, "modify", order_number, content.digest)
    detail = (yield from read_order(order_number, headers, patience, 0.0)) if adds else None
    blank = replace(blank, before=snapshot(request, detail))
    recorder = Recorder(journal, blank, PUT_ORDERMODIFY, patience)

    def work(claim: Claim) -> Plan[OrderModifyResponse]:
        sent_ago = None
        if claim.before is not None:
            sent_ago = max(0.0, claim.entry.sent - claim.before.sent)
        tells = partial(happened, claim.entry.before) if adds else None
        return modify_plan(
            order_number, request, headers, options, patience, resume=resume, happened=tells, sent_ago=sent_ago
        )

    def known(entry: JournalEntry) -> Plan[Known | None]:
        if not adds:
            return None
        now = yield from read_order(order_number, headers, patience, 0.0)
        if now is not None:
            return Known(modification_answer(now))
        return Known(models.OrderModifyResponse.from_dict({"ingramOrderNumber": order_number}))

    return (yield from recorded(recorder, work, known, lambda answer: {"order_numbers": (order_number,)}))


def journaled_until_plan(
    journal: Journal,
    scope: Scope,
    name: str,
    order_number: str,
    headers: Mapping[str, Any],
    options: Mapping[str, Any],
    patience: Patience,
) -> Plan[None]:
    """Cancel or release an order, and write it down. Both may be repeated, so that a later run simply does.

    Args:
        journal: where it is written.
        scope: the account.
        name: ``cancel`` or ``release``.
        order_number: the order.
        headers: the IM-* arguments.
        options: the other arguments.
        patience: how long to try.
    """
    operation, plan = (DELETE_ORDERCANCEL, cancel_plan) if name == "cancel" else (PUT_ORDERMODIFY, release_plan)
    blank = blank_entry(scope, name, order_number, headers, None, name, order_number)
    recorder = Recorder(journal, blank, operation, patience)
    return recorded(
        recorder,
        lambda claim: plan(order_number, headers, options, patience),
        lambda entry: given(Known(None)),
        lambda answer: {"order_numbers": (order_number,)},
    )
