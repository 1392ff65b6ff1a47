"""File returns with a journal: what is written down, and how a later run goes on. Without I/O."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import xi_sdk_resellers.models as models
from xi_sdk_resellers._journal.entry import Journal, JournalEntry
from xi_sdk_resellers._operations.returns import POST_RETURNSCREATE
from xi_sdk_resellers._values.answers import text
from xi_sdk_resellers._workflows.orders.content import content_of
from xi_sdk_resellers._workflows.orders.recording import Claim, Known, Recorder, Scope, blank_entry, recorded
from xi_sdk_resellers._workflows.plan import Patience, Plan
from xi_sdk_resellers._workflows.returns.filing import Lookout, file_plan
from xi_sdk_resellers._workflows.returns.requests import (
    Found,
    answer_of,
    bare,
    invoices_of,
    items,
    numbers_of,
    whole,
)

if TYPE_CHECKING:
    from xi_sdk_resellers.models.returns_create_request import ReturnsCreateRequest
    from xi_sdk_resellers.models.returns_create_response import ReturnsCreateResponse


def journaled_plan(
    journal: Journal,
    client: Any,
    headers: Mapping[str, Any],
    request: ReturnsCreateRequest,
    patience: Patience,
    *,
    resume: bool,
    listed_within: float,
) -> Plan[ReturnsCreateResponse]:
    """File returns once, whatever runs there were before.

    Args:
        journal: where they are written down.
        client: the client that makes the calls.
        headers: the IM-* arguments.
        request: the returns.
        patience: how long to try.
        resume: whether to be content with cases that were opened before.
        listed_within: seconds within which a case that an earlier run has opened is listed.
    """
    lookout = Lookout(request, headers, patience)
    blank = _entry(Scope.of(client, headers), headers, request)
    before = yield from lookout.known()
    recorder = Recorder(journal, replace(blank, before=json.dumps(before)), POST_RETURNSCREATE, patience)

    def work(claim: Claim) -> Plan[ReturnsCreateResponse]:
        known: list[str] = json.loads(claim.entry.before or "[]")
        if claim.before is None:
            return (yield from file_plan(request, headers, patience, known=known, resume=resume))
        sent = claim.before.sent
        now = yield from recorder.now()
        found = yield from lookout.look(known, patience.lookup_wait if now < sent + listed_within else 0.0)
        cases = [each for each in found if each is not None]
        if len(cases) == len(found):
            return answer_of(cases)
        if cases or now < sent + listed_within:
            hint = "no case of it is listed yet, and it is not sent again before that is certain: call again later"
            raise recorder.unresolved(hint, sent + listed_within)
        return (yield from file_plan(request, headers, patience, known=known, about_to_send=recorder.about_to_send))

    def done(entry: JournalEntry) -> Plan[Known | None]:
        return Known((yield from _reread(lookout, entry.order_numbers)))

    return (yield from recorded(recorder, work, done, lambda answer: {"order_numbers": numbers_of(answer)}))


def _entry(scope: Scope, headers: Mapping[str, Any], request: ReturnsCreateRequest) -> JournalEntry:
    """Make the entry of a request that nobody has begun.

    With references of its own a request is known by them; without, by all that it says.
    """
    found = items(request)
    content = content_of(request)._replace(lines=len(found), pieces=sum(whole(item.quantity) for item in found))
    references = [text(item.reference_number).upper() for item in found]
    names = [f"{bare(item.invoice_number)}|{mine}" for item, mine in zip(found, references, strict=True)]
    key = sorted(names) if all(references) else [content.digest]
    number = ", ".join(filter(None, dict.fromkeys(references))) or ", ".join(invoices_of(request))
    return blank_entry(scope, "create_return", number, headers, content, "return", *key)


def _reread(lookout: Lookout, numbers: tuple[str, ...]) -> Plan[ReturnsCreateResponse]:
    """Present cases whose numbers are known like the answer to the request that has opened them."""
    found: list[Found] = []
    for number in numbers:
        row = models.ReturnsSearchResponseClaim(case_request_number=number)
        detail = yield from lookout.details(number)
        found.append(Found(row, detail or models.ReturnsDetailsResponse()))
    return answer_of(found)
