"""A local stand-in for the vendor's order service: stateful, exact, and breakable on purpose.

    from xi_sdk_resellers import ApiClient, OrdersApi
    from xi_sdk_resellers.sandbox import Sandbox

    with Sandbox() as sandbox, ApiClient(sandbox.configuration()) as client:
        OrdersApi(client).get_resellers_v6_ordersearch()

By hand: `python -m xi_sdk_resellers.sandbox --port 8080`. It needs nothing but Python.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xi_sdk_resellers.sandbox.faults.plan import KINDS, QUICK_KINDS, Fault, FaultKind, FaultPlan
    from xi_sdk_resellers.sandbox.sandbox import Sandbox
    from xi_sdk_resellers.sandbox.world.ledger import Ledger
    from xi_sdk_resellers.sandbox.world.records import Delivery, PlacedLine, PlacedOrder, RecordedRequest, Shipment

_PLACES = {
    "Sandbox": "sandbox",
    "Fault": "faults.plan",
    "FaultKind": "faults.plan",
    "FaultPlan": "faults.plan",
    "KINDS": "faults.plan",
    "QUICK_KINDS": "faults.plan",
    "Ledger": "world.ledger",
    "Delivery": "world.records",
    "PlacedLine": "world.records",
    "PlacedOrder": "world.records",
    "RecordedRequest": "world.records",
    "Shipment": "world.records",
}

__all__ = [
    "KINDS",
    "QUICK_KINDS",
    "Delivery",
    "Fault",
    "FaultKind",
    "FaultPlan",
    "Ledger",
    "PlacedLine",
    "PlacedOrder",
    "RecordedRequest",
    "Sandbox",
    "Shipment",
]


def __getattr__(name: str) -> object:
    # Loaded on first use: pytest imports this package for its plugin in every run.
    place = _PLACES.get(name)
    if place is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{place}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
