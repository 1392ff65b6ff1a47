"""The v7 creation endpoint: confirm at once, place the order later, report it by webhook."""

from __future__ import annotations

from xi_sdk_resellers.sandbox.desks.orders.creation import Creation, render_creation
from xi_sdk_resellers.sandbox.desks.quotes.ordering import take
from xi_sdk_resellers.sandbox.desks.values import Body
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.world import World


class Queue:
    """Confirms v7 creations and places them later.

    A duplicate customer order number is refused at once, whether the first order is placed
    already or still queued. A quote is looked at, and used up, at once. Other lines are judged when the order is
    placed, so rejected ones (all of them, even) are reported in the webhook event.
    """

    def __init__(self, world: World, creation: Creation) -> None:
        self._ledger = world.ledger
        self._quotes = world.quotes
        self._clock = world.settings.clock
        self._courier = world.courier
        self._creation = creation
        self._pending: list[tuple[str, str]] = []
        self._confirmations = 0

    def confirm(self, request: Request) -> Answer:
        """Confirm a request; the first confirmation is a number, the second text, and so on."""
        body = request.content
        account = self._ledger.account
        self._creation.check(body, [number for owner, number in self._pending if owner == account])
        if body.get("quoteNumber"):
            body = {**body, "lines": take(self._quotes, body, self._clock())}
        self._confirmations += 1
        confirmation = _confirmation_number(self._confirmations, self._creation.country_of(request))
        number = str(body.get("customerOrderNumber") or "").upper()
        self._pending.append((account, number))
        self._courier.submit(lambda: self._place(request, body, confirmation, number, account))
        return Answer.of(
            200,
            {
                "quoteNumber": body.get("quoteNumber"),
                "confirmationNumber": confirmation,
                "message": "The order is queued; a webhook event will tell what became of it.",
            },
        )

    def _place(self, request: Request, body: Body, confirmation: str | int, number: str, account: str) -> None:
        with self._ledger.serving(account):
            # It waits no more, even if placing it goes wrong.
            self._pending.remove((account, number))
            placement = self._creation.place(request, body, "v7")
            for order in placement.orders:
                order.confirmation_number = confirmation
            resource = render_creation(body, placement, one_shipment=False)
        self._courier.announce(resource)


def _confirmation_number(count: int, country: str) -> str | int:
    number = 1_669_783_292 + count
    return number if count % 2 else f"{country}-I-T-{number}562341{count:04d}"
