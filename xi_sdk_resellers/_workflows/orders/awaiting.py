"""Wait for the event that belongs to a v7 order."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, TypeAlias

from xi_sdk_resellers.exceptions import ApiTypeError, OpenApiException, Outcome
from xi_sdk_resellers.webhooks import OrderCreatedEvent
from xi_sdk_resellers.webhooks import shapes as shapes

if TYPE_CHECKING:
    from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse


class EventQueue(Protocol):
    """A queue of events, such as ``queue.Queue`` or multiprocessing's."""

    def get(self, block: bool = True, timeout: float | None = None) -> object:
        """Return the next event, or raise ``queue.Empty`` after ``timeout`` seconds."""


EventSource: TypeAlias = "Iterable[object] | EventQueue"
"""Where events come from: a queue that a receiver fills, or any iterable."""


class OrderPendingException(OpenApiException, TimeoutError):  # noqa: N818 - named like its siblings
    """The result of a v7 order has not come in time. The order is still on its way."""

    outcome = Outcome.UNKNOWN

    def __init__(self, message: str = "", *, customer_order_number: str | None = None) -> None:
        super().__init__(message)
        self.customer_order_number = customer_order_number


def is_result_of(event: OrderCreatedEvent, order: AsyncOrderCreateResponse | str) -> bool:
    """Tell whether an event is the result of a confirmed order.

    The first number that both sides carry decides: confirmation number, customer order number, quote number.

    Args:
        event: the event.
        order: the confirmation, or the customer order number alone.
    """
    if isinstance(order, str):
        known: dict[str, object] = {"customerOrderNumber": order}
    else:
        known = {
            "confirmationNumber": order.confirmation_number,
            "customerOrderNumber": getattr(order, "customer_order_number", None),
            "quoteNumber": order.quote_number,
        }
    for name, value in known.items():
        found = shapes.numbers(event.raw, name)
        if found and value is not None and str(value).strip():
            return str(value).strip().lower() in {number.lower() for number in found}
    return False


def pending(order: AsyncOrderCreateResponse | str) -> OrderPendingException:
    """Make the exception for an order whose result has not come."""
    number = order if isinstance(order, str) else getattr(order, "customer_order_number", None)
    return OrderPendingException(
        "the result of the v7 order has not come\n"
        f"  customer order number: {number or 'none'}\n"
        "  what to do: wait for the event again, or search for the customer order number after the vendor's "
        "maintenance window; place it again only when neither shows it",
        customer_order_number=number,
    )


def check(order: object, events: object) -> None:
    """Refuse what no event can be found with, or in.

    Raises:
        ApiTypeError: neither a confirmation nor an order number, or nothing that events come from.
    """
    if not isinstance(order, str) and not hasattr(order, "confirmation_number"):
        raise ApiTypeError(
            f"confirmation is what place_async returned, or your order number, not {type(order).__name__}"
        )
    if not any(hasattr(events, name) for name in ("get", "__iter__", "__aiter__")):
        raise ApiTypeError(f"events is a queue of events or an iterable, not {type(events).__name__}")


def first_result(
    order: AsyncOrderCreateResponse | str,
    events: EventSource,
    timeout: float | None,
    others: Callable[[object], object],
    clock: Callable[[], float],
) -> OrderCreatedEvent:
    """Take events until the result of the order is among them; see ``Orders.wait_for_order``."""
    check(order, events)
    deadline = None if timeout is None else clock() + timeout
    for event in events if isinstance(events, Iterable) else _drained(events, deadline, clock):
        if isinstance(event, OrderCreatedEvent) and is_result_of(event, order):
            return event
        others(event)
        if deadline is not None and clock() >= deadline:
            break
    raise pending(order)


def _drained(events: EventQueue, deadline: float | None, clock: Callable[[], float]) -> Iterator[object]:
    """Yield what a queue holds and gets until the deadline."""
    while True:
        left = None if deadline is None else max(0.0, deadline - clock())
        try:
            yield events.get(timeout=left)
        except queue.Empty:
            return


OrderPendingException.__module__ = "xi_sdk_resellers.orders"
