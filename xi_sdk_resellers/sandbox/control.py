"""Steer a running sandbox from outside: the commands of ``xi-resellers sandbox``, as JSON over its own port.

The name of a command stands in the path, its arguments are a JSON object in the body. Only sandboxes that were started
with ``control=True`` take commands, as those of the command line are.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any, Protocol, cast

from xi_sdk_resellers.sandbox.faults.plan import Fault, FaultPlan
from xi_sdk_resellers.sandbox.server import CONTROL_PATH
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.ledger import Ledger
from xi_sdk_resellers.sandbox.world.records import PlacedOrder


class Steered(Protocol):
    """What a sandbox can be told to do from outside; `Sandbox` documents each of them."""

    faults: FaultPlan

    @property
    def maintenance(self) -> bool:
        """Whether the vendor is down."""
        ...

    @maintenance.setter
    def maintenance(self, down: bool) -> None: ...

    @property
    def ledger(self) -> Ledger:
        """What is true."""
        ...

    @property
    def webhook_url(self) -> str | None:
        """Where events go."""
        ...

    def ship(
        self, order_number: str, *, lines: list[int] | None = None, quantity: int | None = None, invoice: bool = True
    ) -> PlacedOrder:
        """Ship an order."""
        ...

    def void(self, order_number: str) -> PlacedOrder:
        """Void an order."""
        ...

    def deliver(self, order_number: str, event_type: str) -> None:
        """Deliver an event."""
        ...

    def restock(self, part_number: str, quantity: int, *, warehouse: str | None = None) -> int:
        """Let a delivery come in."""
        ...

    def report_stock(self) -> int:
        """Deliver what has changed of the stock."""
        ...

    def advance(self, seconds: float) -> None:
        """Move time on."""
        ...

    def now(self) -> float:
        """Tell the time."""
        ...


class Control:
    """Carries out commands on a sandbox.

    Every public method is a command; its parameters are those of the command.

    Args:
        sandbox: The sandbox.
    """

    def __init__(self, sandbox: Steered) -> None:
        self._sandbox = sandbox

    def orders(self) -> list[dict[str, Any]]:
        """List the orders, oldest first."""
        return [_told(order) for order in self._sandbox.ledger.orders]

    def ship(
        self, number: str, lines: list[int] | None = None, quantity: int | None = None, invoice: bool = True
    ) -> dict[str, Any]:
        """Let an order leave the warehouse; see `Sandbox.ship`."""
        return _told(self._sandbox.ship(number, lines=lines, quantity=quantity, invoice=invoice))

    def void(self, number: str) -> dict[str, Any]:
        """Void an order; see `Sandbox.void`."""
        return _told(self._sandbox.void(number))

    def deliver(self, number: str, event_type: str) -> dict[str, Any]:
        """Deliver an event without changing the order; see `Sandbox.deliver`."""
        self._sandbox.deliver(number, event_type)
        return {"event": event_type.lower(), "to": self._sandbox.webhook_url}

    def restock(self, part: str, quantity: int, warehouse: str | None = None) -> dict[str, Any]:
        """Let a delivery of a product come in; see `Sandbox.restock`."""
        total = self._sandbox.restock(part, quantity, warehouse=warehouse)
        return {"part": part.strip().upper(), "total": total}

    def report(self) -> dict[str, Any]:
        """Deliver the events of changed stock; see `Sandbox.report_stock`."""
        return {"products": self._sandbox.report_stock(), "to": self._sandbox.webhook_url}

    def fail(self, **fault: Any) -> dict[str, Any]:
        """Let requests go wrong; the arguments are those of `Fault`."""
        self._sandbox.faults.add(Fault(**fault))
        return {"faults": len(self._sandbox.faults.waiting)}

    def heal(self) -> dict[str, Any]:
        """Forget all faults, and end a maintenance."""
        self._sandbox.faults.clear()
        self._sandbox.maintenance = False
        return {"faults": 0, "maintenance": False}

    def maintenance(self) -> dict[str, Any]:
        """Begin a maintenance: v6 creation fails, v7 orders wait."""
        self._sandbox.maintenance = True
        return {"maintenance": True}

    def advance(self, seconds: float) -> dict[str, Any]:
        """Move the sandbox's time on; see `Sandbox.advance`."""
        self._sandbox.advance(seconds)
        return {"time": datetime.fromtimestamp(self._sandbox.now(), timezone.utc).isoformat(timespec="seconds")}

    def answer(self, request: Request) -> Answer:
        """Carry out the command of a request."""
        command = _command(self, request.path.removeprefix(CONTROL_PATH))
        # A page in a browser cannot send this type to another place without asking first.
        if request.method != "POST" or not str(request.headers.get("content-type", "")).startswith("application/json"):
            return Answer.of(405, {"message": "a command is a POST of JSON"})
        if command is None:
            return Answer.of(404, {"message": f"no command {request.path.removeprefix(CONTROL_PATH)!r}"})
        try:
            given: Any = json.loads(request.body or b"{}")
            inspect.signature(command).bind(**given)
            return Answer.of(200, command(**given))
        except KeyError as error:
            return Answer.of(404, {"message": str(error.args[0])})
        except (TypeError, ValueError) as error:
            return Answer.of(400, {"message": str(error)})


def _command(control: Control, name: str) -> Callable[..., object] | None:
    found = vars(Control).get(name)
    known = inspect.isfunction(found) and not name.startswith("_") and name != "answer"
    return cast("Callable[..., object]", getattr(control, name)) if known else None


def _told(order: PlacedOrder) -> dict[str, Any]:
    return {
        "number": order.ingram_order_number,
        "customer_order_number": order.customer_order_number,
        "account": f"{order.customer_number} {order.country_code}",
        "placed": order.placed_time.isoformat(),
        "status": order.status,
        "total": str(order.total),
    }
