"""The search for returns: every documented filter, the newest first unless `sort` is `asc`, page by page.

Filters on text ignore letter case; a filter that comes empty is ignored. `sortingColumnName` may be `createdOn` (which
stands in for unknown columns) or `modifiedOn`. Several states or reasons are one text with commas, as are two days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timezone

from xi_sdk_resellers.sandbox.desks import pages
from xi_sdk_resellers.sandbox.desks.returns.answers import render_found
from xi_sdk_resellers.sandbox.desks.returns.cases import CLAIM, RETURN, Case, Drawer
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request

Matches = Callable[[Case], bool]
_TEXTS: dict[str, Callable[[Case], str | None]] = {
    "caseRequestNumber": lambda case: case.number,
    "invoiceNumber": lambda case: case.invoice.number,
    "returnClaimId": lambda case: case.claim_number,
    "referenceNumber": lambda case: case.reference,
    "ingramPartNumber": lambda case: case.charged.line.part_number,
    "vendorPartNumber": lambda case: case.charged.line.vendor_part_number,
}
_NUMBERS = frozenset({"invoiceNumber"})
"""What may be written with dashes."""


def find(drawer: Drawer, request: Request, now: float) -> Answer:
    """Find cases: 200 with one page, which is empty when there is none."""
    wrong: list[FieldError] = []
    filters = list(_filters(request, now, wrong))
    if wrong:
        raise InvalidRequest(*wrong)
    found = [case for case in drawer.cases if all(matches(case) for matches in filters)]
    by_change = request.query.get("sortingColumnName", [""])[0].casefold() == "modifiedon"
    newest_first = request.query.get("sort", [""])[0].casefold() != "asc"
    if newest_first:
        found.reverse()  # of two in one second the later one is the newer one
    found.sort(key=lambda case: case.changed_at(now) if by_change else case.opened_at, reverse=newest_first)
    page = pages.wanted(request, "page", "size")
    more = page.number * page.size < len(found)
    return Answer.of(
        200,
        {
            "recordsFound": len(found),
            "pageSize": page.size,
            "pageNumber": page.number,
            "returnsClaims": [render_found(case, now) for case in page.of(found)],
            "nextPage": page.link(request, page.number + 1) if more else None,
            "previousPage": page.link(request, page.number - 1) if page.number > 1 else None,
        },
    )


def _filters(request: Request, now: float, wrong: list[FieldError]) -> Iterable[Matches]:
    query = request.query
    for name, value_of in _TEXTS.items():
        wanted = query.get(name, [""])[0].upper()
        if wanted:
            yield _text_filter(wanted.replace("-", "") if name in _NUMBERS else wanted, value_of)
    for name, kind in (("returnStatus-in", RETURN), ("claimStatus-in", CLAIM)):
        statuses = _several(query.get(name, ()))
        if statuses:
            yield _status_filter(kind, statuses, now)
    reasons = _several(query.get("returnReason-in", ()))
    if reasons:
        yield lambda case: case.reason.casefold() in reasons
    for name in ("createdOn-bt", "modifiedOn-bt"):
        given = query.get(name, [""])[0]
        if given:
            yield _days_filter(name, given, now, wrong)


def _several(values: Iterable[str]) -> set[str]:
    return {part.strip().casefold() for value in values for part in value.split(",") if part.strip()}


def _text_filter(wanted: str, value_of: Callable[[Case], str | None]) -> Matches:
    return lambda case: (value_of(case) or "").upper() == wanted


def _status_filter(kind: str, statuses: set[str], now: float) -> Matches:
    return lambda case: case.type == kind and case.status(now).casefold() in statuses


def _days_filter(name: str, given: str, now: float, wrong: list[FieldError]) -> Matches:
    try:
        first, last = (date.fromisoformat(part.strip()[:10]) for part in given.split(","))
    except ValueError:
        wrong.append(FieldError(name, "must be two dates written yyyy-MM-dd with a comma between them", given))
        return lambda case: False

    def matches(case: Case) -> bool:
        seconds = case.opened_at if name == "createdOn-bt" else case.changed_at(now)
        return first <= datetime.fromtimestamp(seconds, timezone.utc).date() <= last

    return matches
