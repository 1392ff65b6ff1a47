"""What a desk is, and how an operation may differ from what the contract says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from xi_sdk_resellers.sandbox.errors import USUAL_SHAPE, ErrorShape
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.world import World

Method = TypeVar("Method", bound=Callable[..., Answer])
_QUIRKS = "_sandbox_quirks"


class Desk:
    """Answers the operations of one area of the API.

    Every public method is named after an operation (the name that its method has in the client), takes a request and
    returns its answer. It is called with the world locked, and only with what the contract allows. It may raise
    `InvalidRequest` to answer 400.

    Args:
        world: What the desk knows and writes.
    """

    def __init__(self, world: World) -> None:
        self._world = world


@dataclass(frozen=True, slots=True)
class Quirks:
    """How an operation differs from the contract; `quirks` documents each of them."""

    errors: ErrorShape = USUAL_SHAPE
    also_by: tuple[str, ...] = ()
    may_lack_body: Callable[[Request], bool] | None = None
    fails_in_maintenance: bool = False


NO_QUIRKS = Quirks()


class Handler(NamedTuple):
    """The method of a desk that answers an operation."""

    answer: Callable[[Request], Answer]
    quirks: Quirks


def quirks(
    *,
    errors: ErrorShape = USUAL_SHAPE,
    also_by: tuple[str, ...] = (),
    may_lack_body: Callable[[Request], bool] | None = None,
    fails_in_maintenance: bool = False,
) -> Callable[[Method], Method]:
    """Say of a desk's method how its operation differs from the contract.

    Args:
        errors: How its errors are written.
        also_by: HTTP methods by which it may be called besides its own.
        may_lack_body: Says of a request whether it may come without the body that the contract requires.
        fails_in_maintenance: Whether it answers 500 while the service behind the gateway is down.
    """
    given = Quirks(errors, also_by, may_lack_body, fails_in_maintenance)

    def mark(method: Method) -> Method:
        vars(method)[_QUIRKS] = given
        return method

    return mark


def handlers_of(desk: Desk) -> dict[str, Handler]:
    """Return what a desk answers, by the names of the operations."""
    methods: dict[str, Any] = {name: getattr(desk, name) for name in dir(type(desk)) if not name.startswith("_")}
    return {name: Handler(method, getattr(method, _QUIRKS, NO_QUIRKS)) for name, method in methods.items()}
