"""Turning a quote into an order: the quote decides about the lines, and what its manufacturer demands must be there.

Where parts of a quote may be ordered, the request's lines say how much of which line; otherwise, and without lines,
all that is left of it is ordered. Prices, articles and line numbers are the quote's.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from xi_sdk_resellers.sandbox.desks.values import Body, whole_number
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.world.demands import given_in, unmet
from xi_sdk_resellers.sandbox.world.quotes import Quote, QuoteBook, QuoteLine, day_of

_OF_ORDERS = (
    "additionalAttributes",
    "vmfAdditionalAttributes",
    "vmfadditionalAttributes",
    "vmfVendorAdditionalAttributes",
)
_OF_SUBSCRIPTIONS = "vriAdditionalAttributes"
_OF_LINES = "vmfAdditionalAttributesLines"


class Taken(NamedTuple):
    """How much of a line is ordered."""

    line: QuoteLine
    quantity: int
    own: Body
    """What the request says of it."""


def take(book: QuoteBook, body: Body, now: float) -> list[dict[str, Any]]:
    """Take what a request orders out of a quote, and return the lines of the order.

    Raises:
        InvalidRequest: The quote is unknown, over or ordered already, or something that is demanded is missing.
    """
    number = str(body.get("quoteNumber") or "")
    quote = book.find(number)
    if quote is None:
        raise InvalidRequest(FieldError("quoteNumber", "This account has no quote with this number", number))
    still_open(quote, now)
    taken = _wanted(quote, body)
    _check_demands(quote, body, taken)
    for part in taken:
        part.line.remaining -= part.quantity
    quote.modified_at = now
    return [_order_line(quote, part) for part in taken]


def still_open(quote: Quote, now: float) -> None:
    """Refuse a quote that is over, or ordered already.

    Raises:
        InvalidRequest: It cannot be ordered.
    """
    if quote.expires_on is not None and quote.expires_on < day_of(now):
        raise InvalidRequest(FieldError("quoteNumber", f"The quote expired on {quote.expires_on}", quote.number))
    if not any(line.remaining for line in quote.lines):
        raise InvalidRequest(FieldError("quoteNumber", "Nothing of the quote is left to order", quote.number))


def _wanted(quote: Quote, body: Body) -> list[Taken]:
    own: list[Body] = [line for line in body.get("lines") or () if line]
    if not quote.in_parts or not own:
        left = [line for line in quote.lines if line.remaining]
        return [Taken(line, line.remaining, _own(quote, line, index, own)) for index, line in enumerate(left)]
    taken: list[Taken] = []
    wrong: list[FieldError] = []
    for index, asked in enumerate(own):
        line = _named(quote, asked)
        quantity = whole_number(asked.get("quantity"))
        if line is None:
            wrong.append(FieldError(f"lines[{index}]", "The quote has no such line", asked.get("ingramPartNumber")))
        elif quantity is None or not min(line.minimum, line.remaining) <= quantity <= line.remaining or not quantity:
            least = min(line.minimum, line.remaining)
            message = f"must be from {least} to {line.remaining}, which is left of the quote"
            wrong.append(FieldError(f"lines[{index}].quantity", message, asked.get("quantity")))
        else:
            taken.append(Taken(line, quantity, asked))
    if wrong:
        raise InvalidRequest(*wrong)
    return taken


def _named(quote: Quote, asked: Body) -> QuoteLine | None:
    part, number = str(asked.get("ingramPartNumber") or "").upper(), _number(asked)
    by_part = [line for line in quote.lines if part and line.product.part_number == part]
    by_number = [line for line in quote.lines if number == line.number]
    return next(iter(by_part or by_number), None)


def _own(quote: Quote, line: QuoteLine, index: int, own: list[Body]) -> Body:
    """Return what a request says of a line: by the line's number, or in its place when it names no line."""
    numbers = {each.number for each in quote.lines}
    named = {_number(asked): asked for asked in own}
    if line.number in named:
        return named[line.number]
    return own[index] if index < len(own) and _number(own[index]) not in numbers else {}


def _number(asked: Body) -> str:
    return str(asked.get("customerLineNumber") or "").lstrip("0")


def _check_demands(quote: Quote, body: Body, taken: list[Taken]) -> None:
    given = _given(body, *_OF_ORDERS)
    wrong = [
        FieldError(f"vmfAdditionalAttributes.{found.demand.name}", found.message, found.value)
        for found in unmet(quote.of_order, given)
    ]
    wrong += [
        FieldError(f"vriAdditionalAttributes.{found.demand.name}", found.message, found.value)
        for found in unmet(quote.of_subscription, _given(body, _OF_SUBSCRIPTIONS))
    ]
    for part in taken:
        wrong += [
            FieldError(f"lines[{part.line.number}].{_OF_LINES}.{found.demand.name}", found.message, found.value)
            for found in unmet(quote.of_line(part.line), _given(part.own, _OF_LINES))
        ]
    if wrong:
        raise InvalidRequest(*wrong, message="Vendor mandatory fields are missing")


def _given(body: Body, *names: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        found |= given_in(body.get(name))
    return found


def _order_line(quote: Quote, part: Taken) -> dict[str, Any]:
    return {
        "customerLineNumber": part.own.get("customerLineNumber") or f"{int(part.line.number):03d}",
        "ingramPartNumber": part.line.product.part_number,
        "quantity": part.quantity,
        "unitPrice": str(part.line.unit_price),
        "specialBidNumber": quote.special_bid or quote.number,
    }
