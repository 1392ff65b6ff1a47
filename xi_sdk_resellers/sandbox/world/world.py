"""`World`: everything that the desks of one sandbox know and write."""

from __future__ import annotations

from xi_sdk_resellers.sandbox.world.deliveries import Courier
from xi_sdk_resellers.sandbox.world.events import VOIDED
from xi_sdk_resellers.sandbox.world.ledger import Ledger
from xi_sdk_resellers.sandbox.world.quotes import QuoteBook
from xi_sdk_resellers.sandbox.world.settings import Settings
from xi_sdk_resellers.sandbox.world.stock import Stock
from xi_sdk_resellers.sandbox.world.tokens import Tokens


class World:
    """What one sandbox was started with, what it remembers, and who does its work behind the answers.

    `maintenance` says whether the service behind the gateway is down.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings: Settings = settings
        self.ledger: Ledger = Ledger(settings)
        self.quotes: QuoteBook = QuoteBook(settings, lambda: self.ledger.account)
        self.stock: Stock = Stock()
        self.courier: Courier = Courier(settings)
        self.tokens: Tokens = Tokens(settings, self.ledger)
        self.maintenance: bool = False

    def tell_voided(self) -> None:
        """Give back what orders had set aside that were held for too long, and queue their events."""
        for order in self.ledger.take_voided():
            with self.ledger.lock:
                self.stock.release(order)
            self.courier.notify(order, VOIDED)

    def report_stock(self) -> int:
        """Queue the events of all products whose stock has changed since the last report; return how many these are."""
        with self.ledger.lock:
            changes = self.stock.changes()
        self.courier.report_stock(changes)
        return len(changes)
