"""What the shipments of an order's line say together: how many pieces left, when, and with whom. No I/O."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from xi_sdk_resellers._values.answers import several, value_of


@dataclass(frozen=True, slots=True)
class Shipped:
    """The shipments of one line, summed up. Dates and numbers stay as the vendor wrote them."""

    shipments: int = 0
    """How many shipments the vendor lists, planned ones included."""
    quantity: int = 0
    """Pieces that have left."""
    shipped: tuple[Any, ...] = ()
    """The days on which something left, earliest first."""
    delivered: tuple[Any, ...] = ()
    """The days on which something arrived, earliest first."""
    estimated_delivery: tuple[Any, ...] = ()
    """The days on which something is expected to arrive, earliest first."""
    carriers: tuple[str, ...] = ()
    tracking_numbers: tuple[str, ...] = ()
    """The parcels' numbers one by one, also where the vendor wrote several into one text."""
    invoice_numbers: tuple[str, ...] = ()


def shipped(line: object) -> Shipped:
    """Sum up the shipments of a line.

    Args:
        line: a line of an order's details, or of any other answer (which has less to tell).

    Returns:
        The sums; an answer of an odd shape counts as far as it can be read.
    """
    shipments = _items(line, "shipment_details")
    if not shipments:
        return Shipped()
    carriers = [carrier for shipment in shipments for carrier in _items(shipment, "carrier_details")]
    parcels = [parcel for carrier in carriers for parcel in _items(carrier, "tracking_details")]
    return Shipped(
        shipments=len(shipments),
        quantity=sum(_quantity(shipment) for shipment in shipments if _left(shipment)),
        shipped=_days((*shipments, *carriers), "shipped_date"),
        delivered=_days(carriers, "delivered_date"),
        estimated_delivery=_days((*shipments, *carriers), "estimated_delivery_date"),
        carriers=_texts((*carriers, *shipments), "carrier_name"),
        tracking_numbers=_numbers(parcels),
        invoice_numbers=_texts(shipments, "invoice_number"),
    )


def _items(owner: object, name: str) -> list[object]:
    """Return the list in a field; one value counts as a list of one."""
    found = value_of(owner, name)
    if found is None:
        return []
    return cast("list[object]", found) if isinstance(found, list) else [found]


def _left(shipment: object) -> bool:
    carriers = _items(shipment, "carrier_details")
    return any(value_of(part, "shipped_date") for part in (shipment, *carriers))


def _quantity(shipment: object) -> int:
    quantity = value_of(shipment, "quantity")
    return quantity if isinstance(quantity, int) else 0


def _days(parts: Iterable[object], name: str) -> tuple[Any, ...]:
    # Compared as text: ISO dates sort so, and a drifted value of another type does no harm.
    days = {day for part in parts if (day := value_of(part, name)) and isinstance(day, (str, date))}
    return tuple(sorted(days, key=str))


def _texts(parts: Iterable[object], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(text) for part in parts if (text := value_of(part, name))))


def _numbers(parcels: Iterable[object]) -> tuple[str, ...]:
    numbers = (number for parcel in parcels for number in several(value_of(parcel, "tracking_number")))
    return tuple(dict.fromkeys(numbers))
