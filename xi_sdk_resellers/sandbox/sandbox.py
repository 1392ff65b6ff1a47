"""`Sandbox`: the service, its server and everything that a test can do to them."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Generator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import xi_sdk_resellers
from xi_sdk_resellers.sandbox.control import Control
from xi_sdk_resellers.sandbox.faults.plan import FaultPlan
from xi_sdk_resellers.sandbox.server import Server
from xi_sdk_resellers.sandbox.service import Service
from xi_sdk_resellers.sandbox.world import events
from xi_sdk_resellers.sandbox.world.catalogue import find_product
from xi_sdk_resellers.sandbox.world.clock import MovableClock
from xi_sdk_resellers.sandbox.world.history import seed_orders
from xi_sdk_resellers.sandbox.world.ledger import Ledger
from xi_sdk_resellers.sandbox.world.records import Delivery, PlacedOrder
from xi_sdk_resellers.sandbox.world.settings import Settings
from xi_sdk_resellers.sandbox.world.shipping import ship_order

if TYPE_CHECKING:
    from types import TracebackType

_APPLICATION = "sandbox"
_CONTACT = "reseller@example.com"


class Sandbox:
    """A local stand-in for the vendor's order service, for tests and for trying things out.

    It starts at once and stops at the end of a `with` block. It keeps what is sent to it: orders
    that were created are found, changed, released and cancelled like real ones.

    Args:
        port: The port to listen on; 0 takes a free one.
        host: The address to listen on.
        client_id: The client ID that the token endpoint takes.
        client_secret: The client secret that it takes.
        customer_number: The account's customer number; any other is refused.
        country_code: The account's country.
        accounts: More accounts: the country of each customer number. Each sees its own orders only.
        token_lifetime: How long a token is good, in seconds.
        rate_limit: How many calls an endpoint takes in one `rate_window`; None for any number.
        rate_window: The length of that window in seconds.
        webhook_url: Where events are delivered; None keeps them in `deliveries` only.
        webhook_secret: What events are signed with.
        faults: What goes wrong; nothing by default.
        clock: Returns the time in Unix seconds; tests may pass their own.
        index_delay: How many searches must pass before a new order is found by one.
        request_limit: How many requests the ledger remembers.
        verbose: Write a line per request to standard error.
        control: Take the commands of `xi-resellers sandbox` over the port.

    Raises:
        OSError: The port is taken.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        host: str = "127.0.0.1",
        client_id: str = "sandbox-client",
        client_secret: str = "sandbox-secret",  # noqa: S107 - the documented test secret
        customer_number: str = "20-222222",
        country_code: str = "US",
        accounts: Mapping[str, str] | None = None,
        token_lifetime: float = 86400,
        rate_limit: int | None = None,
        rate_window: float = 60.0,
        webhook_url: str | None = None,
        webhook_secret: str = "sandbox-webhook-secret",  # noqa: S107 - the documented test secret
        faults: FaultPlan | None = None,
        clock: Callable[[], float] = time.time,
        index_delay: int = 0,
        request_limit: int = 100_000,
        verbose: bool = False,
        control: bool = False,
    ) -> None:
        self._clock = MovableClock(clock)
        self.settings: Settings = Settings(
            client_id=client_id,
            client_secret=client_secret,
            customer_number=customer_number,
            country_code=country_code,
            accounts=dict(accounts or {}),
            token_lifetime=token_lifetime,
            rate_limit=rate_limit,
            rate_window=rate_window,
            webhook_url=webhook_url,
            webhook_secret=webhook_secret,
            clock=self._clock,
            index_delay=index_delay,
            request_limit=request_limit,
            verbose=verbose,
        )
        self.faults: FaultPlan = faults if faults is not None else FaultPlan()
        service = Service(self.settings)
        self._world = service.world
        steered = Control(self).answer if control else None
        self._server = Server(host, port, service, lambda: self.faults, verbose=verbose, control=steered)
        self._stopped = False

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop listening, end all connections and wait for the sandbox's threads; once is enough."""
        if not self._stopped:
            self._stopped = True
            self._server.stop()
            self._world.courier.stop()

    @property
    def url(self) -> str:
        """The base URL, such as `http://127.0.0.1:8080`."""
        return f"http://{self._server.host}:{self._server.port}"

    @property
    def port(self) -> int:
        """The port that the sandbox listens on."""
        return int(self._server.port)

    @property
    def ledger(self) -> Ledger:
        """What the sandbox remembers: orders, requests, tokens."""
        return self._world.ledger

    @property
    def deliveries(self) -> list[Delivery]:
        """The webhook deliveries made or tried so far, oldest first."""
        return self._world.courier.deliveries

    @property
    def webhook_url(self) -> str | None:
        """Where events are delivered from now on; None keeps them in `deliveries` only."""
        return self._world.courier.webhook_url

    @webhook_url.setter
    def webhook_url(self, url: str | None) -> None:
        self._world.courier.webhook_url = url

    @property
    def connection_count(self) -> int:
        """How many connections clients have opened so far."""
        return self._server.connection_count

    @property
    def open_connections(self) -> int:
        """How many connections are open now."""
        return self._server.open_connections

    @property
    def maintenance(self) -> bool:
        """Whether the vendor is down: v6 creation fails with 500, v7 orders wait in the queue."""
        return self._world.maintenance

    @maintenance.setter
    def maintenance(self, down: bool) -> None:
        self._world.maintenance = down
        self._world.courier.hold(down)

    def configuration(self, **overrides: Any) -> xi_sdk_resellers.Configuration:
        """Return a `Configuration` for this sandbox.

        Args:
            overrides: Arguments of `Configuration` that replace or complete the sandbox's own.
        """
        settings = self.settings
        arguments: dict[str, Any] = {
            "host": self.url,
            "client_id": settings.client_id,
            "client_secret": settings.client_secret,
            "im_customer_number": settings.customer_number,
            "im_country_code": settings.country_code,
            "im_application_id": _APPLICATION,
            "im_customer_contact": _CONTACT,
        }
        return xi_sdk_resellers.Configuration(**(arguments | overrides))

    def environment(self) -> dict[str, str]:
        """Return the environment variables that point `Configuration.from_env()` at this sandbox."""
        return {
            "XI_HOST": self.url,
            "XI_CLIENT_ID": self.settings.client_id,
            "XI_CLIENT_SECRET": self.settings.client_secret,
            "XI_CUSTOMER_NUMBER": self.settings.customer_number,
            "XI_COUNTRY_CODE": self.settings.country_code,
            "XI_APPLICATION_ID": _APPLICATION,
            "XI_CUSTOMER_CONTACT": _CONTACT,
        }

    def issue_token(self) -> str:
        """Return a new access token without a request for one."""
        return self._world.tokens.issue()

    def expire_tokens(self) -> None:
        """Let all tokens given out so far be past their time."""
        self._world.tokens.expire_all()

    def revoke_tokens(self) -> None:
        """Withdraw all tokens given out so far."""
        self._world.tokens.revoke_all()

    @contextlib.contextmanager
    def refusing(self) -> Generator[None, None, None]:
        """Refuse connections (nothing listens on the port) and end idle ones, within a `with` block."""
        self._server.stop_listening()
        try:
            self._server.drop_idle()
            yield
        finally:
            self._server.listen_again()

    def drop_connections(self, *, reset: bool = False) -> int:
        """End every connection that is open but idle, as a gateway does after a while.

        Args:
            reset: End them with a TCP reset instead of an orderly end.

        Returns:
            How many connections were ended.
        """
        return self._server.drop_idle(reset=reset)

    def ship(
        self, order_number: str, *, lines: list[int] | None = None, quantity: int | None = None, invoice: bool = True
    ) -> PlacedOrder:
        """Let an order leave the warehouse, and deliver `im::order_shipped` (and `…_invoiced`).

        Backordered pieces count as having come in.

        Args:
            order_number: The order's number.
            lines: The numbers of the lines to ship; all by default.
            quantity: How many pieces of each line leave at most; all that are left by default.
            invoice: Whether the invoice is written too.

        Raises:
            KeyError: There is no such order.
            ValueError: The order is on hold or cancelled, or nothing of it is left to ship.
        """
        with self.ledger.lock:
            order = self._order(order_number)
            ship_order(order, self.settings.clock(), lines, quantity, invoice=invoice)
            self._world.courier.notify(order, events.SHIPPED)
            if invoice:
                self._world.courier.notify(order, events.INVOICED)
        return order

    def void(self, order_number: str) -> PlacedOrder:
        """Void an order, as happens to one that nobody releases in time, and deliver `im::order_voided`.

        Args:
            order_number: The order's number.

        Raises:
            KeyError: There is no such order.
            ValueError: It is cancelled or voided, or something of it has left.
        """
        with self.ledger.lock:
            order = self._order(order_number)
            if order.cancelled or order.voided or any(line.quantity_shipped for line in order.products):
                raise ValueError(f"order {order.ingram_order_number} is {order.status} and cannot be voided")
            order.on_hold = False
            order.voided = True
            self._world.stock.release(order)
            self._world.courier.notify(order, events.VOIDED)
        return order

    def advance(self, seconds: float) -> None:
        """Move the sandbox's time on at once: tokens and rate limits end, held orders are voided, with their events.

        Args:
            seconds: How far.

        Raises:
            ValueError: Time does not go back.
        """
        self._clock.advance(seconds)
        self._world.tell_voided()

    def now(self) -> float:
        """Return the sandbox's time in Unix seconds."""
        return self._clock()

    def deliver(self, order_number: str, event_type: str) -> None:
        """Deliver an order status event without changing the order.

        Args:
            order_number: The order's number.
            event_type: One of `im::order_shipped`, `im::order_invoiced`, `im::order_hold`,
                `im::order_voided`, `im::order_backordered`.

        Raises:
            KeyError: There is no such order.
            ValueError: There is no such event.
        """
        if event_type.lower() not in events.STATUS_EVENTS:
            raise ValueError(f"unknown event {event_type!r}; there are {', '.join(events.STATUS_EVENTS)}")
        self._world.courier.notify(self._order(order_number), event_type)

    def restock(self, part_number: str, quantity: int, *, warehouse: str | None = None) -> int:
        """Let a delivery of a product come in. It is told of with the next report of stock.

        Args:
            part_number: The product's part number.
            quantity: How many pieces come in; a negative number takes pieces away, to no less than none.
            warehouse: The number of the warehouse, such as `20`; the product's usual one by default.

        Returns:
            How many pieces all warehouses have together now.

        Raises:
            KeyError: There is no such product.
        """
        product = find_product(part_number)
        if product is None:
            raise KeyError(f"the sandbox has no product {part_number!r}")
        with self.ledger.lock:
            self._world.stock.add(product, quantity, warehouse)
            return self._world.stock.total(product)

    def report_stock(self) -> int:
        """Deliver `IM::STOCK_UPDATE` for all products whose stock has changed since the last report.

        The vendor does so about every quarter of an hour; here it happens when you say so.

        Returns:
            How many products these are; an event tells of 4,000 at most.
        """
        return self._world.report_stock()

    def drain(self, timeout: float = 10.0) -> None:
        """Wait until all queued v7 orders are placed and all events delivered.

        Orders that wait for the end of `maintenance` are not waited for.

        Raises:
            TimeoutError: There was still work after `timeout` seconds.
        """
        self._world.courier.drain(timeout)

    def seed_orders(
        self, count: int, *, start: date | None = None, end: date | None = None, seed: int = 0
    ) -> list[PlacedOrder]:
        """Write a history of orders, always the same for the same arguments.

        Args:
            count: How many orders.
            start: The first day on which one may be placed; 90 days before `end` by default.
            end: The last day; today by default.
            seed: Another seed gives another history.

        Returns:
            The orders, oldest first.
        """
        return seed_orders(self.ledger, self.settings, count, start, end, seed)

    def _order(self, order_number: str) -> PlacedOrder:
        order = self.ledger.find(order_number)
        if order is None:
            raise KeyError(f"the sandbox has no order {order_number!r}")
        return order
