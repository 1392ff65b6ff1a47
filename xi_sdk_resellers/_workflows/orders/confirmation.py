"""What the vendor says when it has accepted a v7 order, with the number that ties it to its event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xi_sdk_resellers._modelling.decode import decode_mapping
from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse


class OrderConfirmation(AsyncOrderCreateResponse):
    """The confirmation of a v7 order: accepted, and not placed yet unless ``order_numbers`` says so."""

    customer_order_number: str | None = None
    """Your own number of the order, as the request carried it."""

    order_numbers: list[str] | None = None
    """The vendor's numbers of the orders, when an earlier run had handed the order over and it is placed already."""


def confirmation(
    answer: AsyncOrderCreateResponse | None, customer_order_number: str | None, order_numbers: Sequence[str] = ()
) -> OrderConfirmation:
    """Add the customer order number, and those of orders that are placed already, to the vendor's confirmation."""
    values: dict[str, Any] = {} if answer is None else answer.to_dict()
    if customer_order_number is not None:
        values["customerOrderNumber"] = customer_order_number
    if order_numbers:
        values["orderNumbers"] = list(order_numbers)
    return decode_mapping(OrderConfirmation, values)


OrderConfirmation.__module__ = "xi_sdk_resellers.orders"
