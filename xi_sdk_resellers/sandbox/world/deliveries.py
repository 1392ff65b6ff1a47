"""Work that the sandbox does behind its answers: placing v7 orders and delivering events."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from xi_sdk_resellers.sandbox.world import events
from xi_sdk_resellers.sandbox.world.catalogue import Product
from xi_sdk_resellers.sandbox.world.records import Delivery, PlacedOrder
from xi_sdk_resellers.sandbox.world.settings import Settings
from xi_sdk_resellers.sandbox.world.traits import traits_of

if TYPE_CHECKING:
    import http.client

DELIVERY_TIMEOUT = 10.0
"""How long a receiver may take for one event, in seconds."""


class Courier:
    """Does queued jobs one after the other on a thread of its own, started with the first job.

    `webhook_url` is where events go from now on.
    """

    def __init__(self, settings: Settings) -> None:
        self.webhook_url: str | None = settings.webhook_url
        self._settings = settings
        self._jobs: deque[Callable[[], None]] = deque()
        self._changed = threading.Condition()
        self._busy = False
        self._held = False
        self._stopping = False
        self._thread: threading.Thread | None = None
        self._sending: http.client.HTTPConnection | None = None
        self._events = 0
        self._deliveries: list[Delivery] = []

    @property
    def deliveries(self) -> list[Delivery]:
        """All deliveries made or tried, oldest first."""
        with self._changed:
            return list(self._deliveries)

    def submit(self, job: Callable[[], None]) -> None:
        """Queue a job."""
        with self._changed:
            if self._stopping:
                return
            self._jobs.append(job)
            self._changed.notify_all()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="xi-sandbox-courier", daemon=True)
                self._thread.start()

    def hold(self, held: bool) -> None:
        """Stop taking jobs from the queue, or go on with them."""
        with self._changed:
            self._held = held
            self._changed.notify_all()

    def drain(self, timeout: float) -> None:
        """Wait until nothing is left to do.

        Raises:
            TimeoutError: There was still work after `timeout` seconds.
        """
        end = time.monotonic() + timeout
        with self._changed:
            while self._busy or (self._jobs and not self._held):
                if not self._changed.wait(max(0.0, end - time.monotonic())) and time.monotonic() >= end:
                    raise TimeoutError(f"{len(self._jobs) + self._busy} deliveries are not done after {timeout} s")

    def stop(self) -> None:
        """Forget what is queued, break off what is being sent, and wait for the thread's end."""
        with self._changed:
            self._stopping = True
            self._jobs.clear()
            sending, thread = self._sending, self._thread
            self._changed.notify_all()
        sock = sending.sock if sending is not None else None
        if sock is not None:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        if thread is not None and thread is not threading.current_thread():
            thread.join(DELIVERY_TIMEOUT)

    def notify(self, order: PlacedOrder, event_type: str) -> None:
        """Queue an order status event.

        Every other event is written as the vendor's contract documents it, the rest like its sample.
        """
        number, moment = self._next_event()
        identity = events.event_id(number, moment)
        event = events.status_event(order, event_type, identity, moment, as_documented=number % 2 == 0)
        self._queue(identity, event_type, event)

    def announce(self, resource: dict[str, Any]) -> None:
        """Deliver the event of a placed v7 order (called from a job)."""
        number, moment = self._next_event()
        identity = events.event_id(number, moment)
        event, value = events.created_event(resource, identity, moment, as_list=number % 2 == 0)
        self._deliver(identity, events.CREATED, event, value)

    def tell(self, event_type: str, write: Callable[[str, float], dict[str, Any]]) -> None:
        """Deliver an event (called from a job).

        Args:
            event_type: What happened.
            write: Returns the event with its ID and its moment.
        """
        number, moment = self._next_event()
        identity = events.event_id(number, moment)
        event = write(identity, moment)
        self._deliver(identity, event_type, event, event)

    def report_stock(self, changes: Sequence[tuple[Product, int]]) -> None:
        """Queue the events of products whose stock has changed, with at most `MOST_IN_ONE_EVENT` products each."""
        told = [(product, traits_of(product).upc, total) for product, total in changes]
        for first in range(0, len(told), events.MOST_IN_ONE_EVENT):
            number, moment = self._next_event()
            identity = events.event_id(number, moment)
            event = events.stock_event(told[first : first + events.MOST_IN_ONE_EVENT], identity, moment)
            self._queue(identity, events.STOCK_UPDATE, event)

    def forward(self, event: dict[str, Any], event_type: str, url: str, signature: str) -> None:
        """Queue an event of somebody's choice for a URL of theirs, with the signature that they want."""
        identity = str(event.get("eventId") or "")
        headers = {"Content-Type": "application/json", "x-hub-signature": signature}
        self.submit(lambda: self._send(Delivery(identity, event_type, event, _encoded(event), headers, url)))

    def _queue(self, identity: str, event_type: str, event: dict[str, Any]) -> None:
        self.submit(lambda: self._deliver(identity, event_type, event, event))

    def _next_event(self) -> tuple[int, float]:
        with self._changed:
            self._events += 1
            return self._events, self._settings.clock()

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._stopping and (self._held or not self._jobs):
                    self._changed.wait()
                if self._stopping:
                    return
                job = self._jobs.popleft()
                self._busy = True
            try:
                job()
            except Exception:
                # The thread has to live on for the jobs that follow.
                traceback.print_exc()
            finally:
                with self._changed:
                    self._busy = False
                    self._changed.notify_all()

    def _deliver(self, identity: str, event_type: str, event: dict[str, Any], value: object) -> None:
        headers = {
            "Content-Type": "application/json",
            "x-hub-signature": events.sign(self._settings.webhook_secret, identity),
        }
        self._send(Delivery(identity, event_type, event, _encoded(value), headers, self.webhook_url))

    def _send(self, delivery: Delivery) -> None:
        if delivery.url is None:
            delivery.error = "the sandbox was given no webhook_url"
        else:
            self._post(delivery, delivery.url)
        with self._changed:
            self._deliveries.append(delivery)

    def _post(self, delivery: Delivery, url: str) -> None:
        # Most sandboxes never deliver anything, and this import is a third of the time to start one.
        import http.client

        parts = urlsplit(url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = kind(parts.netloc, timeout=DELIVERY_TIMEOUT)
        self._sending = connection
        try:
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("POST", target, delivery.body, delivery.headers)
            response = connection.getresponse()
            response.read()
            delivery.status = response.status
        except (OSError, http.client.HTTPException) as error:
            delivery.error = f"{type(error).__name__}: {error}"
        finally:
            self._sending = None
            connection.close()


def _encoded(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
