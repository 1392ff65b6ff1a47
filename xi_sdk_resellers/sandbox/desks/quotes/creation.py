"""Asking for a quote: answered at once with its number, made later, told of by an event.

Articles that do not exist are left out and listed in the event's `rejectedSkus`. When nothing is left, the event
tells of a closed quote without lines, and no quote is kept. A deal (Cisco only) is a quote of two articles.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from xi_sdk_resellers.sandbox.desks.orders.creation import identify
from xi_sdk_resellers.sandbox.desks.quotes import answers
from xi_sdk_resellers.sandbox.desks.values import Body, whole_number
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world import catalogue, events
from xi_sdk_resellers.sandbox.world.quotes import READY, Quote, QuoteLine, day_of, lines_of, quote_line
from xi_sdk_resellers.sandbox.world.world import World

QUOTE_CREATED = "im::quote_create"
_MOST_COPIES = 10
_DEAL_PARTS = (("C3K700", 1), ("C4K700", 4))
_Wrong = list[FieldError]


class QuoteCreation:
    """Takes requests for quotes, and makes the quotes behind the answers."""

    def __init__(self, world: World) -> None:
        self._world = world

    def take(self, request: Request) -> Answer:
        """Take a request: 200 with the number that the quote will have, or 400."""
        body = request.content
        expires = self._check(body)
        number = self._world.quotes.next_number()
        country = str(request.headers.get("im-countrycode") or self._world.settings.country_code).upper()
        account = self._world.ledger.account
        self._world.courier.submit(lambda: self._make(number, body, country, expires, account))
        message = "The request is being worked on; a webhook event will tell what became of it."
        return Answer.of(200, {"quoteNumber": number, "message": message})

    def _check(self, body: Body) -> date | None:
        wrong: _Wrong = []
        if "@" not in str(body.get("customercontact") or ""):
            wrong.append(FieldError("customercontact", "must be an e-mail address", body.get("customercontact")))
        if not body.get("products") and not body.get("dealId"):
            wrong.append(FieldError("products", "Products, or a dealId, must be given"))
        for index, line in enumerate(body.get("products") or ()):
            quantity = whole_number(line.get("quantity"))
            if quantity is None or quantity < 1:
                wrong.append(FieldError(f"products[{index}].quantity", "must be at least 1", line.get("quantity")))
            if not line.get("ingramPartNumber") and not line.get("vendorPartNumber"):
                wrong.append(FieldError(f"products[{index}]", "ingramPartNumber or vendorPartNumber must be given"))
        copies = [text for text in str(body.get("sendQuoteCopy") or "").replace(";", ",").split(",") if text.strip()]
        if len(copies) > _MOST_COPIES:
            wrong.append(FieldError("sendQuoteCopy", f"at most {_MOST_COPIES} addresses", body["sendQuoteCopy"]))
        expires = self._expiry(body.get("quoteExpiryDate"), wrong)
        if wrong:
            raise InvalidRequest(*wrong)
        return expires

    def _expiry(self, text: object, wrong: _Wrong) -> date | None:
        if not text:
            return None
        try:
            day = datetime.strptime(str(text), "%m/%d/%Y").date()
        except ValueError:
            wrong.append(FieldError("quoteExpiryDate", "must be a date written MM/DD/YYYY", text))
            return None
        if day < day_of(self._world.settings.clock()):
            wrong.append(FieldError("quoteExpiryDate", "must not be over", text))
        return day

    def _make(self, number: str, body: Body, country: str, expires: date | None, account: str) -> None:
        world = self._world
        rejected: list[dict[str, Any]] = []
        with world.ledger.lock:
            lines = self._lines(body, country, rejected)
            now = world.settings.clock()
            quote = Quote(
                number=number,
                name=str(body.get("quoteName") or number),
                vendor=lines[0].product.vendor_name if lines else "",
                created_at=now,
                modified_at=now,
                currency_code=catalogue.currency_of(country),
                expires_on=expires,
                status=READY if lines else "Closed",
                special_bid=str(body["dealId"]) if body.get("dealId") else None,
                need=str(body.get("customerNeed") or ""),
                created_by=str(body.get("customercontact")),
                account=account,
                end_user=dict(body.get("endUserInfo") or {}),
                lines=lines,
            )
            if lines:
                world.quotes.add(quote)
            resource = answers.resource(quote, world.settings, rejected)
        world.courier.tell(QUOTE_CREATED, created_event(resource))

    def _lines(self, body: Body, country: str, rejected: list[dict[str, Any]]) -> list[QuoteLine]:
        if body.get("dealId"):
            return lines_of(_DEAL_PARTS, country, "Cisco")
        lines: list[QuoteLine] = []
        for asked in body.get("products") or ():
            part, product = identify(asked)
            if product is None:
                named = {"ingramPartNumber": part, "vendorPartNumber": asked.get("vendorPartNumber") or ""}
                rejected.append({**named, "message": "There is no such article"})
                continue
            line = quote_line(len(lines) + 1, product, whole_number(asked.get("quantity")) or 1, country)
            line.notes = str(asked.get("lineLevelNotes") or "")
            lines.append(line)
        return lines


def created_event(resource: dict[str, Any]) -> Callable[[str, float], dict[str, Any]]:
    """Return what writes the event of a new quote, by its ID and its moment."""

    def write(identity: str, moment: float) -> dict[str, Any]:
        return {
            "topic": "resellers/quotes",
            "event": "im::created",
            "eventTimeStamp": events.timestamp(moment),
            "eventId": identity,
            "eventType": QUOTE_CREATED,
            "resource": resource,
        }

    return write
