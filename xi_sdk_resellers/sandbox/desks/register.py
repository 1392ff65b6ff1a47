"""All desks: that of the tokens, and one for each area of the API, in a folder of its own with a module `desk`."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from xi_sdk_resellers.sandbox import desks
from xi_sdk_resellers.sandbox.desks.desk import Desk, Handler, handlers_of
from xi_sdk_resellers.sandbox.desks.tokens import TokenDesk
from xi_sdk_resellers.sandbox.world.world import World


def _desks() -> Iterator[type[Desk]]:
    yield TokenDesk
    for area in pkgutil.iter_modules(desks.__path__):
        if area.ispkg:
            found = vars(import_module(f"{desks.__name__}.{area.name}.desk")).values()
            yield from (
                desk for desk in found if isinstance(desk, type) and issubclass(desk, Desk) and desk is not Desk
            )


DESKS: tuple[type[Desk], ...] = tuple(_desks())


def handlers(world: World) -> dict[str, Handler]:
    """Return what answers each operation, by the operations' names."""
    return {name: handler for desk in DESKS for name, handler in handlers_of(desk(world)).items()}
