"""Everything a sandbox remembers, for its endpoints to write and for tests to read."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Generator

from xi_sdk_resellers.sandbox.wire import Request
from xi_sdk_resellers.sandbox.world.records import PlacedOrder, RecordedRequest
from xi_sdk_resellers.sandbox.world.settings import HOLD_SECONDS, Settings

_DIGITS = "0123456789BCDFGHJKLMNPQRSTVWXYZ"


class Ledger:
    """The orders placed, the requests that arrived and the tokens issued.

    Reading is safe from any thread: every property returns a new list.
    """

    def __init__(self, settings: Settings) -> None:
        self.lock: threading.RLock = threading.RLock()
        self.tokens_issued = 0
        self.searches = 0
        self._settings = settings
        self._orders: dict[str, PlacedOrder] = {}
        self._by_purchase_order: dict[str, list[PlacedOrder]] = {}
        self._requests: deque[RecordedRequest] = deque(maxlen=settings.request_limit)
        self._request_count = 0
        self._last_number = 0
        self._held: dict[str, PlacedOrder] = {}
        self._voided: list[PlacedOrder] = []
        self._account: str | None = None

    @contextlib.contextmanager
    def serving(self, account: str | None) -> Generator[None, None, None]:
        """Keep the ledger locked while a request of an account is answered, which sees its own orders only.

        Args:
            account: The customer number; None for that of the sandbox.
        """
        with self.lock:
            before, self._account = self._account, account
            try:
                yield
            finally:
                self._account = before

    @property
    def account(self) -> str:
        """The customer number that a request is answered for."""
        return self._account or self._settings.customer_number

    def _shown(self, order: PlacedOrder) -> bool:
        return self._account is None or order.customer_number == self._account

    @property
    def orders(self) -> list[PlacedOrder]:
        """All placed orders, oldest first."""
        with self.lock:
            self._void_forgotten()
            shown = filter(self._shown, self._orders.values())
            return sorted(shown, key=lambda order: (order.placed_at, order.sequence))

    def placed(self, customer_order_number: str) -> list[PlacedOrder]:
        """Return the orders with this customer order number, oldest first; letter case is ignored."""
        with self.lock:
            self._void_forgotten()
            return list(filter(self._shown, self._by_purchase_order.get(customer_order_number.upper(), ())))

    @property
    def requests(self) -> list[RecordedRequest]:
        """All requests that arrived, oldest first (the newest `request_limit` of them)."""
        with self.lock:
            return list(self._requests)

    def find(self, number: str) -> PlacedOrder | None:
        """Return the order with this order number or sub-order number, or None."""
        with self.lock:
            self._void_forgotten()
            key = number.upper()
            order = self._orders.get(key) or self._orders.get(key.rpartition("-")[0])
            return order if order is not None and self._shown(order) else None

    def next_order_number(self) -> tuple[str, int]:
        """Return a new order number such as `20-R0001`, and how many there are now."""
        with self.lock:
            self._last_number += 1
            value, text = self._last_number, ""
            for _ in range(4):
                value, digit = divmod(value, len(_DIGITS))
                text = _DIGITS[digit] + text
            # A million orders later the letter moves on, so that numbers stay unique.
            letter = _DIGITS[(_DIGITS.index("R") + value) % len(_DIGITS)]
            return f"{self.account[:2]}-{letter}{text}", self._last_number

    def add(self, order: PlacedOrder) -> None:
        """Write an order."""
        with self.lock:
            self._orders[order.ingram_order_number] = order
            if order.customer_order_number:
                self._by_purchase_order.setdefault(order.customer_order_number.upper(), []).append(order)
            if order.on_hold:
                self._held[order.ingram_order_number] = order

    def take_voided(self) -> list[PlacedOrder]:
        """Return the orders that were voided since the last call, for their events to be sent."""
        with self.lock:
            self._void_forgotten()
            voided, self._voided = self._voided, []
            return voided

    def record(self, request: Request) -> RecordedRequest:
        """Write down that a request arrived."""
        with self.lock:
            self._request_count += 1
            record = RecordedRequest(
                self._request_count,
                request.method,
                request.path,
                request.query,
                request.headers,
                request.body,
                request.connection_id,
                request.operation_name,
                request.correlation_id,
            )
            self._requests.append(record)
            return record

    def _void_forgotten(self) -> None:
        # Held orders are in the order of their time, so the first that is still good ends the walk.
        oldest = self._settings.clock() - HOLD_SECONDS
        while self._held:
            number, order = next(iter(self._held.items()))
            if order.on_hold and order.placed_at >= oldest:
                return
            del self._held[number]
            if order.on_hold:
                order.on_hold = False
                order.voided = True
                self._voided.append(order)
