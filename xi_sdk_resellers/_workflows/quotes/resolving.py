"""Find out by looking what became of quotes whose runs have died. Without I/O."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import xi_sdk_resellers.models as models
from xi_sdk_resellers._journal.entry import Journal, JournalEntry, JournalState
from xi_sdk_resellers._journal.errors import RunInProgressException
from xi_sdk_resellers._operations.quotes import QUOTE_CREATE
from xi_sdk_resellers._workflows.orders.recording import Recorder, Scope, open_entries
from xi_sdk_resellers._workflows.plan import Do, Patience, Plan
from xi_sdk_resellers._workflows.quotes.creating import LISTED_WITHIN, Lookout


def resolve_plan(
    journal: Journal, client: Any, headers: Mapping[str, Any], contact: str, patience: Patience
) -> Plan[list[JournalEntry]]:
    """Look what became of all quotes of an account that were asked for, are open, and that nobody is at.

    Args:
        journal: where they are written down.
        client: the client that makes the calls.
        headers: the IM-* arguments.
        contact: the e-mail address of the person who asks.
        patience: how long it may take.

    Returns:
        The plan; it returns the entries as they are now.
    """
    looked: list[JournalEntry] = []
    scope = Scope.of(client, headers)
    unresolved: Sequence[JournalEntry] = yield Do(partial(open_entries, journal))
    for entry in unresolved:
        if (entry.host, entry.account, entry.country) != scope or entry.operation != "create_quote":
            continue
        if not patience.left:
            break
        looked.append((yield from _resolve(journal, entry, headers, contact, patience)))
    return looked


def _resolve(
    journal: Journal, entry: JournalEntry, headers: Mapping[str, Any], contact: str, patience: Patience
) -> Plan[JournalEntry]:
    """Look what became of one quote, unless somebody is at it."""
    recorder = Recorder(journal, entry, QUOTE_CREATE, patience)
    try:
        try:
            claim = yield from recorder.claim(wait=False)
        except RunInProgressException:
            return entry
        if claim.before is None:
            return claim.entry
        now, sent = (yield from recorder.now()), claim.before.sent
        found = yield from _look(claim.before, headers, contact, patience)
        state, number = JournalState.OPEN, entry.confirmation
        if found is not None and len(found) == 1:
            state, number = JournalState.DONE, found[0]
        elif found is not None and not found and now - sent >= LISTED_WITHIN:
            state = JournalState.ABSENT
        yield from recorder.finish(state, sent=sent, confirmation=number)
        return replace(claim.entry, state=state, sent=sent, confirmation=number, owner="", lease=0.0)
    finally:
        recorder.leave()


def _look(entry: JournalEntry, headers: Mapping[str, Any], contact: str, patience: Patience) -> Plan[list[str] | None]:
    """Search for quotes of this name that were not there before; None when that cannot be told."""
    before: list[str] | None = json.loads(entry.before or "null")
    request = models.QuoteCreateRequest(customer_contact=contact, quote_name=entry.number)
    lookout = Lookout(request, {**headers, "im_correlation_id": entry.correlation_id or None}, patience)
    now = yield from lookout.known()
    if before is None or now is None:
        return None
    return [number for number in now if number not in before]
