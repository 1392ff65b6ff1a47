"""The search for quotes: the last 30 days, or a range of days within the last 365, page by page.

Filters on text ignore letter case; a number needs only a part of it. Nothing found is 404.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from xi_sdk_resellers.sandbox import errors
from xi_sdk_resellers.sandbox.desks import pages
from xi_sdk_resellers.sandbox.desks.values import money
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.quotes import DAY, KEPT_DAYS, Quote, day_of
from xi_sdk_resellers.sandbox.world.world import World

NO_EXPIRY = "0001-01-01"
_USUAL_DAYS = 30
_TEXTS: dict[str, Callable[[Quote], str]] = {
    "specialBidNumber": lambda quote: quote.special_bid or "",
    "endUserContact": lambda quote: str(quote.end_user.get("companyName") or ""),
    "vendorName": lambda quote: quote.vendor,
    "quoteName": lambda quote: quote.name,
    "status": lambda quote: quote.status,
}
_SORTS: dict[str, Callable[[Quote], Any]] = {
    "quoteNumber": lambda quote: quote.number,
    "createdDate": lambda quote: quote.created_at,
    "lastModifiedDate": lambda quote: quote.modified_at,
    "expiryDate": lambda quote: expiry(quote),
}


def find(world: World, request: Request) -> Answer:
    """Find quotes: 200 with one page, 404 when there is none, 400 for what makes no sense."""
    if "@" not in str(request.headers.get("im-customercontact", "")):
        contact = str(request.headers.get("im-customercontact", ""))
        raise InvalidRequest(FieldError("IM-CustomerContact", "must be an e-mail address", contact))
    now = world.settings.clock()
    found = [quote for quote in world.quotes.all if now - quote.modified_at < KEPT_DAYS * DAY]
    found = [quote for quote in found if _matches(quote, request)]
    found = _within(found, request, now)
    found = _sorted(found, request)
    page = pages.wanted(request)
    shown = page.of(found)
    if not shown:
        return errors.refused(404, "No records found for the provided criteria.")
    answer: dict[str, Any] = {
        "recordsFound": len(found),
        "pageSize": page.size,
        "pageNumber": page.number,
        "quotes": [_row(quote) for quote in shown],
    }
    if page.number * page.size < len(found):
        answer["nextPage"] = page.link(request, page.number + 1)
    if page.number > 1:
        answer["prevPage"] = page.link(request, page.number - 1)
    return Answer.of(200, answer)


def expiry(quote: Quote) -> str:
    """Return the last day of a quote, or what stands for none."""
    return NO_EXPIRY if quote.expires_on is None else quote.expires_on.isoformat()


def _row(quote: Quote) -> dict[str, Any]:
    return {
        "quoteGuid": quote.guid,
        "quoteName": quote.name,
        "quoteNumber": quote.number,
        "revision": str(quote.revision),
        "currencyCode": quote.currency_code,
        "endUserContact": quote.end_user.get("contact"),
        "endUserName": quote.end_user.get("companyName"),
        "createdBy": quote.created_by,
        "specialBidNumber": quote.special_bid,
        "vendor": quote.vendor.upper(),
        "quoteTotal": money(quote.total),
        "quoteStatus": quote.status,
        "quoteType": "Subscription" if quote.subscription else "Standard",
        "ingramQuoteDate": day_of(quote.created_at).isoformat(),
        "lastModifiedDate": day_of(quote.modified_at).isoformat(),
        "ingramQuoteExpiryDate": expiry(quote),
        "links": {"topic": "quotes", "href": f"/resellers/v6/quotes/{quote.number}", "type": "GET"},
    }


def _matches(quote: Quote, request: Request) -> bool:
    number = request.query.get("quoteNumber", [""])[0].upper()
    if number not in quote.number.upper():
        return False
    wanted = ((read, request.query.get(name, [""])[0].upper()) for name, read in _TEXTS.items())
    return all(not text or text in read(quote).upper() for read, text in wanted)


def _within(found: list[Quote], request: Request, now: float) -> list[Quote]:
    changed, made = request.query.get("ingramOrderDate-bt"), request.query.get("quoteCreateDate-bt")
    if changed:
        first, last = _days("ingramOrderDate-bt", changed)
        found = [
            quote
            for quote in found
            if first <= day_of(quote.created_at) <= last or first <= day_of(quote.modified_at) <= last
        ]
    if made and made[0]:
        first, last = _days("quoteCreateDate-bt", made[0].split(","))
        found = [quote for quote in found if first <= day_of(quote.created_at) <= last]
    if changed or (made and made[0]):
        return found
    return [quote for quote in found if now - max(quote.created_at, quote.modified_at) < _USUAL_DAYS * DAY]


def _days(name: str, texts: list[str]) -> tuple[date, date]:
    try:
        first, last = (date.fromisoformat(text.strip()) for text in texts if len(text.strip()) == 10)
    except ValueError:
        wrong = FieldError(name, "must be exactly two dates written yyyy-MM-dd", ", ".join(texts))
        raise InvalidRequest(wrong) from None
    return first, last


def _sorted(found: list[Quote], request: Request) -> list[Quote]:
    by = request.query.get("sortBy", [""])[0] or "createdDate"
    order = (request.query.get("sortingOrder", [""])[0] or "desc").lower()
    wrong = [
        *([] if by in _SORTS else [FieldError("sortBy", f"must be one of {', '.join(_SORTS)}", by)]),
        *([] if order in ("asc", "desc") else [FieldError("sortingOrder", "must be asc or desc", order)]),
    ]
    if wrong:
        raise InvalidRequest(*wrong)
    return sorted(found, key=_SORTS[by], reverse=order == "desc")
