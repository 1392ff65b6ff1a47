"""Wait for the event that belongs to a v7 order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from xi_sdk_resellers._workflows.waiting import EventSource, check_source, first_event
from xi_sdk_resellers.exceptions import ApiTypeError, OpenApiException, Outcome
from xi_sdk_resellers.webhooks import OrderCreatedEvent
from xi_sdk_resellers.webhooks import shapes as shapes

if TYPE_CHECKING:
    from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse


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
    check_source(events)


def result_of(order: AsyncOrderCreateResponse | str, event: object) -> OrderCreatedEvent | None:
    """Give an event back if it is the result of a confirmed order."""
    return event if isinstance(event, OrderCreatedEvent) and is_result_of(event, order) else None


def first_result(
    order: AsyncOrderCreateResponse | str,
    events: EventSource,
    timeout: float | None,
    others: Callable[[object], object],
    clock: Callable[[], float],
) -> OrderCreatedEvent:
    """Take events until the result of the order is among them; see ``Orders.wait_for_order``."""
    check(order, events)
    return first_event(partial(result_of, order), partial(pending, order), events, timeout, others, clock)


OrderPendingException.__module__ = "xi_sdk_resellers.orders"
