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
    from xi_sdk_resellers.sandbox.faults import KINDS, QUICK_KINDS, Fault, FaultPlan
    from xi_sdk_resellers.sandbox.ledger import Ledger
    from xi_sdk_resellers.sandbox.records import Delivery, PlacedLine, PlacedOrder, RecordedRequest, Shipment
    from xi_sdk_resellers.sandbox.sandbox import Sandbox

_PLACES = {
    "Sandbox": "sandbox",
    "Fault": "faults",
    "FaultPlan": "faults",
    "KINDS": "faults",
    "QUICK_KINDS": "faults",
    "Ledger": "ledger",
    "Delivery": "records",
    "PlacedLine": "records",
    "PlacedOrder": "records",
    "RecordedRequest": "records",
    "Shipment": "records",
}

__all__ = [
    "KINDS",
    "QUICK_KINDS",
    "Delivery",
    "Fault",
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
