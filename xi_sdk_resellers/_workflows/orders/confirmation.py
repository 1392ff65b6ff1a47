"""What the vendor says when it has accepted a v7 order, with the number that ties it to its event."""

from __future__ import annotations

from typing import Any

from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse


class OrderConfirmation(AsyncOrderCreateResponse):
    """The confirmation of a v7 order: accepted, and not placed yet unless ``order_numbers`` says so."""

    customer_order_number: str | None = None
    """Your own number of the order, as the request carried it."""

    order_numbers: list[str] | None = None
    """The vendor's numbers of the orders, when an earlier run had handed the order over and it is placed already."""


def confirmation(answer: AsyncOrderCreateResponse, customer_order_number: str | None) -> OrderConfirmation:
    """Add the customer order number to the vendor's confirmation."""
    values: dict[str, Any] = answer.to_dict()
    if customer_order_number is not None:
        values["customerOrderNumber"] = customer_order_number
    return OrderConfirmation.model_validate(values)


OrderConfirmation.__module__ = "xi_sdk_resellers.orders"
