"""The shipments of an order, each once, whatever number of lines it holds. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar, cast

from xi_sdk_resellers._values.answers import several, text, value_of
from xi_sdk_resellers._values.dates import day

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ShippedLine:
    """What a shipment holds of one line."""

    line_number: str
    """The vendor's number of the line; empty when not told."""
    customer_line_number: str
    """Your number of the line; empty when not told."""
    part_number: str
    """The vendor's part number; empty when not told."""
    quantity: int | None
    """Pieces of the line in this shipment; None when not told."""
    serial_numbers: tuple[str, ...] = ()
    """The serial numbers of these pieces, as far as they are told by shipment."""
    line: Any = field(default=None, repr=False, compare=False)
    """The line itself, with everything that the vendor sent."""


@dataclass(frozen=True, slots=True)
class Shipment:
    """What one carrier brings at once. Days that cannot be read are None; the lines have them as they came."""

    carrier: str
    """The carrier's name, or its code when it has no name; empty when not told."""
    tracking_numbers: tuple[str, ...]
    """The parcels' numbers one by one, also where the vendor wrote several into one text."""
    tracking_urls: tuple[str, ...]
    shipped: date | None
    """The day on which it left; None when it has not."""
    estimated_delivery: date | None
    delivered: date | None
    """The day on which it arrived; None when it has not, or when nobody told."""
    invoice_numbers: tuple[str, ...]
    lines: tuple[ShippedLine, ...]

    @property
    def serial_numbers(self) -> tuple[str, ...]:
        """The serial numbers of all lines."""
        return _each_once(number for line in self.lines for number in line.serial_numbers)

    @property
    def quantity(self) -> int:
        """Pieces of all lines."""
        return sum(line.quantity or 0 for line in self.lines)


def shipments_of(order: object) -> list[Shipment]:
    """List the shipments of an order's details, or of an order in an event.

    Args:
        order: the model. An answer of an odd shape counts as far as it can be read.

    Returns:
        Each shipment once; what shares a tracking number is one.
    """
    found: list[Shipment] = []
    for line in _items(order, "lines"):
        for part in _parts(line):
            same = [each for each in found if _together(each, part)]
            if not same:
                found.append(part)
                continue
            found[found.index(same[0])] = _joined([*same, part])
            found = [each for each in found if each not in same[1:]]
    return found


def _together(one: Shipment, other: Shipment) -> bool:
    return one.carrier == other.carrier and not {*one.tracking_numbers}.isdisjoint(other.tracking_numbers)


def _joined(parts: list[Shipment]) -> Shipment:
    return Shipment(
        carrier=parts[0].carrier,
        tracking_numbers=_each_once(number for part in parts for number in part.tracking_numbers),
        tracking_urls=_each_once(url for part in parts for url in part.tracking_urls),
        shipped=_first(part.shipped for part in parts),
        estimated_delivery=_first(part.estimated_delivery for part in parts),
        delivered=_first(part.delivered for part in parts),
        invoice_numbers=_each_once(number for part in parts for number in part.invoice_numbers),
        lines=tuple(line for part in parts for line in part.lines),
    )


def _parts(line: object) -> Iterator[Shipment]:
    """Give the shipments of one line, one for each carrier."""
    shipments = _items(line, "shipment_details")
    for shipment in shipments:
        # An event names the carrier beside the parcels, an order's details above them.
        carriers = _items(shipment, "carrier_details") or [shipment]
        for carrier in carriers:
            alone = len(shipments) == len(carriers) == 1
            yield _part(line, shipment, carrier, alone=alone, whole=len(carriers) == 1)


def _part(line: object, shipment: object, carrier: object, *, alone: bool, whole: bool) -> Shipment:
    parcels = [*_items(carrier, "tracking_details"), *_items(carrier, "package_details")]
    both = (carrier, shipment)
    shipped = _first(_day(part, name) for part in both for name in ("shipped_date", "shipment_date"))
    serials = [*_serials(parcels, "serial_numbers"), *(_serials([line], "serial_number_details") if alone else ())]
    held = ShippedLine(
        line_number=_first_text(line, "ingram_order_line_number", "line_number"),
        customer_line_number=_first_text(line, "customer_line_number"),
        part_number=_first_text(line, "ingram_part_number"),
        quantity=_quantity(line, shipment, carrier, parcels, alone=alone, whole=whole),
        serial_numbers=_each_once(serials),
        line=line,
    )
    return Shipment(
        carrier=_first_text(carrier, "carrier_name", "carrier_code"),
        tracking_numbers=_each_once(n for parcel in parcels for n in several(value_of(parcel, "tracking_number"))),
        tracking_urls=_each_once(_first_text(parcel, "tracking_url") for parcel in parcels),
        shipped=shipped,
        estimated_delivery=_first(_day(part, "estimated_delivery_date") for part in both),
        delivered=_day(carrier, "delivered_date"),
        invoice_numbers=_each_once([_first_text(shipment, "invoice_number")]),
        lines=(held,),
    )


def _quantity(
    line: object, shipment: object, carrier: object, parcels: list[object], *, alone: bool, whole: bool
) -> int | None:
    owners = [(carrier, "quantity"), *([(shipment, "quantity")] if whole else ())]
    owners += [(line, "shipped_quantity")] if alone else []
    told = _first(_whole(value_of(owner, name)) for owner, name in owners)
    if told is not None:
        return told
    counts = [_whole(value_of(parcel, name)) for parcel in parcels for name in ("quantity_in_box", "quantity_inbox")]
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def _whole(value: object) -> int | None:
    said = text(value)
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None


def _serials(owners: Iterable[object], name: str) -> Iterator[str]:
    return (_first_text(each, "serial_number") or text(each) for owner in owners for each in _items(owner, name))


def _day(owner: object, name: str) -> date | None:
    value = value_of(owner, name)
    try:
        return day(value) if value else None
    except (TypeError, ValueError):
        return None


def _items(owner: object, name: str) -> list[object]:
    """Return the list in a field; one value counts as a list of one."""
    found = value_of(owner, name)
    if found is None:
        return []
    return cast("list[object]", found) if isinstance(found, list) else [found]


def _first_text(owner: object, *names: str) -> str:
    return next((said for name in names if (said := text(value_of(owner, name)))), "")


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _each_once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))


Shipment.__module__ = ShippedLine.__module__ = "xi_sdk_resellers.orders"
