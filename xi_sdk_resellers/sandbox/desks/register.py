"""All desks. A new area of the API is a desk of its own, named here."""

from __future__ import annotations

from xi_sdk_resellers.sandbox.desks.desk import Desk, Handler, handlers_of
from xi_sdk_resellers.sandbox.desks.orders.desk import OrdersDesk
from xi_sdk_resellers.sandbox.desks.tokens import TokenDesk
from xi_sdk_resellers.sandbox.world.world import World

DESKS: tuple[type[Desk], ...] = (TokenDesk, OrdersDesk)


def handlers(world: World) -> dict[str, Handler]:
    """Return what answers each operation, by the operations' names."""
    return {name: handler for desk in DESKS for name, handler in handlers_of(desk(world)).items()}
