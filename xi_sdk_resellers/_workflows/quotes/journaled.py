"""Ask for quotes with a journal: what is written down, and how a later run goes on. Without I/O."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._journal.entry import Journal, JournalEntry
from xi_sdk_resellers._operations.quotes import QUOTE_CREATE
from xi_sdk_resellers._values.answers import parts, text
from xi_sdk_resellers._workflows.orders.content import content_of
from xi_sdk_resellers._workflows.orders.finding import whole
from xi_sdk_resellers._workflows.orders.recording import Claim, Known, Recorder, Scope, blank_entry, recorded
from xi_sdk_resellers._workflows.plan import Patience, Plan, given
from xi_sdk_resellers._workflows.quotes.creating import Lookout, create_plan, made

if TYPE_CHECKING:
    from xi_sdk_resellers.models.quote_create_request import QuoteCreateRequest
    from xi_sdk_resellers.models.quote_create_response import QuoteCreateResponse


def journaled_plan(
    journal: Journal,
    client: Any,
    headers: Mapping[str, Any],
    request: QuoteCreateRequest,
    patience: Patience,
    *,
    listed_within: float,
) -> Plan[QuoteCreateResponse]:
    """Ask for a quote once, whatever runs there were before.

    Args:
        journal: where it is written down.
        client: the client that makes the calls.
        headers: the IM-* arguments.
        request: the quote to ask for.
        patience: how long to try.
        listed_within: seconds within which a quote that an earlier run has asked for is listed.
    """
    lookout = Lookout(request, headers, patience)
    there = yield from lookout.known()
    blank = replace(_entry(Scope.of(client, headers), headers, request), before=json.dumps(there))
    recorder = Recorder(journal, blank, QUOTE_CREATE, patience)

    def work(claim: Claim) -> Plan[QuoteCreateResponse]:
        known: list[str] | None = json.loads(claim.entry.before or "null")
        if claim.before is None:
            return (yield from create_plan(request, headers, patience, before=known))
        sent = claim.before.sent
        now = yield from recorder.now()
        late = now >= sent + listed_within
        found = yield from lookout.look(known or (), 0.0 if late else patience.lookup_wait)
        if found is not None and len(found) == 1 and known is not None:
            return made(found[0])
        if found or found is None or known is None or not late:
            hint = "no search shows it for certain, and it is not asked for again before: wait for its event"
            raise recorder.unresolved(hint, sent + listed_within)
        return (yield from create_plan(request, headers, patience, before=known, about_to_send=recorder.about_to_send))

    def done(entry: JournalEntry) -> Plan[Known | None]:
        return given(Known(made(entry.confirmation)))

    return (yield from recorded(recorder, work, done, lambda answer: {"confirmation": text(answer.quote_number)}))


def _entry(scope: Scope, headers: Mapping[str, Any], request: QuoteCreateRequest) -> JournalEntry:
    """Make the entry of a request that nobody has begun: it is known by the name of the quote."""
    lines = parts(request.products)
    pieces = sum(whole(line.quantity) or 0 for line in lines)
    content = content_of(request)._replace(lines=len(lines), pieces=pieces)
    name = text(request.quote_name)
    return blank_entry(scope, "create_quote", name, headers, content, "quote", name.casefold())
