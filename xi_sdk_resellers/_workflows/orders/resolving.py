"""Find out by looking what became of changes whose runs have died. Without I/O."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._journal.entry import Journal, JournalEntry, JournalState
from xi_sdk_resellers._journal.errors import RunInProgressException
from xi_sdk_resellers._operations.orders import (
    DELETE_ORDERCANCEL,
    GET_RESELLERS_V6_ORDERSEARCH,
    POST_CREATEORDER_V6,
    POST_CREATEORDER_V7,
    PUT_ORDERMODIFY,
)
from xi_sdk_resellers._values.answers import text
from xi_sdk_resellers._workflows.orders.changing import phase_of, read_order
from xi_sdk_resellers._workflows.orders.content import parts_of
from xi_sdk_resellers._workflows.orders.finding import Phase, cancelled, with_number
from xi_sdk_resellers._workflows.orders.handing import LISTED_WITHIN
from xi_sdk_resellers._workflows.orders.recording import Recorder, Scope, open_entries
from xi_sdk_resellers._workflows.orders.snapshot import happened
from xi_sdk_resellers._workflows.plan import Do, Patience, Plan
from xi_sdk_resellers.exceptions import OpenApiException

if TYPE_CHECKING:
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse
    from xi_sdk_resellers.operation import Operation

_OPERATIONS: dict[str, Operation] = {
    "place": POST_CREATEORDER_V6,
    "place_async": POST_CREATEORDER_V7,
    "modify": PUT_ORDERMODIFY,
    "release": PUT_ORDERMODIFY,
    "cancel": DELETE_ORDERCANCEL,
}
_UNDER_WAY = 60.0
"""Seconds that a change may be under way at the vendor's after its run has died."""

Finding = tuple[JournalState, tuple[str, ...]]


def resolve_plan(
    journal: Journal, scope: Scope, headers: Mapping[str, Any], patience: Patience
) -> Plan[list[JournalEntry]]:
    """Look what became of all changes of an account that are open and that nobody is at.

    Returns:
        The plan; it returns the entries as they are now.
    """
    looked: list[JournalEntry] = []
    unresolved: Sequence[JournalEntry] = yield Do(partial(open_entries, journal))
    for entry in unresolved:
        if (entry.host, entry.account, entry.country) != scope or entry.operation not in _OPERATIONS:
            continue
        if not patience.left:
            break
        looked.append((yield from _resolve(journal, entry, headers, patience)))
    return looked


def _resolve(
    journal: Journal, entry: JournalEntry, headers: Mapping[str, Any], patience: Patience
) -> Plan[JournalEntry]:
    """Look what became of one change, unless somebody is at it."""
    recorder = Recorder(journal, entry, _OPERATIONS[entry.operation], patience)
    try:
        try:
            claim = yield from recorder.claim(wait=False)
        except RunInProgressException:
            return entry
        if claim.before is None:
            return claim.entry
        now = yield from recorder.now()
        state, numbers = yield from _look(claim.before, now, headers, patience)
        sent, found = claim.before.sent, numbers or entry.order_numbers
        yield from recorder.finish(state, sent=sent, order_numbers=found)
        return replace(claim.entry, state=state, sent=sent, order_numbers=found, owner="", lease=0.0)
    finally:
        recorder.leave()


def _look(entry: JournalEntry, now: float, headers: Mapping[str, Any], patience: Patience) -> Plan[Finding]:
    headers = {**headers, "im_correlation_id": entry.correlation_id or None}
    if entry.operation in ("place", "place_async"):
        return (yield from _look_for_order(entry, now, headers, patience))
    if entry.operation == "modify":
        return (yield from _look_at_change(entry, now, headers, patience))
    found = yield from phase_of(entry.number, headers, False, patience, None)
    done, other = Phase.CANCELLED, Phase.PROCESSING
    if entry.operation == "release":
        done, other = other, done
    known = {done: JournalState.DONE, other: JournalState.REJECTED}
    if found is Phase.ON_HOLD and now - entry.sent > _UNDER_WAY:
        return JournalState.ABSENT, ()
    return known.get(found, JournalState.OPEN), (entry.number,)


def _look_for_order(entry: JournalEntry, now: float, headers: Mapping[str, Any], patience: Patience) -> Plan[Finding]:
    """Search for an order; it is recognized by its parts and quantities."""
    arguments = {**headers, "customer_order_number": entry.number, "page_size": 100}
    search = patience.read(GET_RESELLERS_V6_ORDERSEARCH, arguments)
    if search is None:
        return JournalState.OPEN, ()
    try:
        page: OrderSearchResponse = (yield search).data
    except OpenApiException:
        return JournalState.OPEN, ()
    numbers = [text(order.ingram_order_number) for order in with_number(page, entry.number) if not cancelled(order)]
    if not numbers:
        late = now - entry.sent >= LISTED_WITHIN
        return (JournalState.ABSENT if late else JournalState.OPEN), ()
    details: list[OrderDetailB2B] = []
    for number in numbers:
        detail = yield from read_order(number, headers, patience, 0.0)
        if detail is not None:
            details.append(detail)
    same = len(details) == len(numbers) and entry.parts and parts_of(details) == entry.parts
    return (JournalState.DONE if same else JournalState.OPEN), tuple(numbers)


def _look_at_change(entry: JournalEntry, now: float, headers: Mapping[str, Any], patience: Patience) -> Plan[Finding]:
    """Compare an order with what it was before a change to it."""
    detail = yield from read_order(entry.number, headers, patience, 0.0)
    done = None if detail is None else happened(entry.before, detail)
    if done:
        return JournalState.DONE, (entry.number,)
    if done is False and now - entry.sent > _UNDER_WAY:
        return JournalState.ABSENT, ()
    return JournalState.OPEN, ()
