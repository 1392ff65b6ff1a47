"""The v7 creation endpoint: confirm at once, place the order later, report it by webhook."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from xi_sdk_resellers.sandbox.desks.orders.creation import Creation, render_creation
from xi_sdk_resellers.sandbox.desks.values import Body
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.world import World

_QUOTE_PREFIX = "QUO-"


class Queue:
    """Confirms v7 creations and places them later.

    A duplicate customer order number is refused at once, whether the first order is placed
    already or still queued. Lines are judged when the order is placed, so rejected ones (all of
    them, even) are reported in the webhook event.
    """

    def __init__(self, world: World, creation: Creation) -> None:
        self._ledger = world.ledger
        self._courier = world.courier
        self._creation = creation
        self._pending: list[str] = []
        self._confirmations = 0

    def confirm(self, request: Request) -> Answer:
        """Confirm a request; the first confirmation is a number, the second text, and so on."""
        body = request.content
        quote = body.get("quoteNumber")
        if quote and not str(quote).upper().startswith(_QUOTE_PREFIX):
            raise InvalidRequest(FieldError("quoteNumber", f"must start with {_QUOTE_PREFIX}", quote))
        self._creation.check(body, self._pending)
        self._confirmations += 1
        confirmation = _confirmation_number(self._confirmations, self._creation.country_of(request))
        number = str(body.get("customerOrderNumber") or "").upper()
        self._pending.append(number)
        self._courier.submit(lambda: self._place(request, body, confirmation, number))
        return Answer.of(
            200,
            {
                "quoteNumber": body.get("quoteNumber"),
                "confirmationNumber": confirmation,
                "message": "The order is queued; a webhook event will tell what became of it.",
            },
        )

    def _place(self, request: Request, body: Body, confirmation: str | int, number: str) -> None:
        if body.get("quoteNumber"):
            body = {**body, "lines": quote_lines(str(body["quoteNumber"]), body.get("lines") or ())}
        with self._ledger.lock:
            # It waits no more, even if placing it goes wrong.
            self._pending.remove(number)
            placement = self._creation.place(request, body, "v7")
            for order in placement.orders:
                order.confirmation_number = confirmation
            resource = render_creation(body, placement, one_shipment=False)
        self._courier.announce(resource)


def quote_lines(quote_number: str, lines: Sequence[Body]) -> list[dict[str, Any]]:
    """Return the one to three lines that a quote stands for; its details replace those of the request.

    The request's own customer line numbers are kept, in their order.
    """
    digest = hashlib.sha256(quote_number.upper().encode()).hexdigest().upper()
    quoted: list[dict[str, Any]] = []
    for index in range(1 + int(digest[0], 16) % 3):
        own: Body = lines[index] if index < len(lines) else {}
        quoted.append(
            {
                "customerLineNumber": own.get("customerLineNumber") or f"{index + 1:03d}",
                "ingramPartNumber": digest[index * 6 + 1 : index * 6 + 7],
                "quantity": 1 + int(digest[index + 40], 16) % 5,
                "specialBidNumber": quote_number,
            }
        )
    return quoted


def _confirmation_number(count: int, country: str) -> str | int:
    number = 1_669_783_292 + count
    return number if count % 2 else f"{country}-I-T-{number}562341{count:04d}"
