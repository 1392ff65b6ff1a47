"""What carriers take for a shipment and how long it travels, by weight and distance.

Within the United States the distance follows from the first digit of the postal code, elsewhere from the address
itself, so that the same shipment always costs the same. Not every carrier comes to every warehouse, the regional ones
only to some of them.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

PARCELS_UP_TO = 150
"""Pounds up to which a shipment travels as parcels; heavier ones travel on pallets."""
_CENT = Decimal("0.01")


class Offer(NamedTuple):
    """What one carrier takes for a shipment, in US dollars, and how many days it needs."""

    code: str
    name: str
    mode: str
    charge: Decimal
    days: int


@dataclass(frozen=True, slots=True)
class _Service:
    code: str
    name: str
    mode: str
    base: str
    per_pound: str
    """For each thousand kilometers."""
    per_day: int | None
    """Kilometers that it covers in a day; None for the next but one day, however far."""
    warehouses: tuple[str, ...] = ()
    """Where it comes to; everywhere when empty."""


_SERVICES = (
    _Service("RG", "FEDEX GROUND", "SML", "8.40", "0.16", 900),
    _Service("UG", "UPS GROUND  ", "SML", "9.10", "0.17", 1000),
    _Service("HD", "FDX HOME DEL", "SML", "7.95", "0.21", 800, ("20", "30", "40")),
    _Service("O1", "ONTRAC", "SML", "6.20", "0.14", 1100, ("10",)),
    _Service("F2", "FEDEX 2 DAY", "SML", "19.00", "0.75", None),
    _Service("EX", "ESTES EXPRESS", "LTL", "94.00", "0.09", 700),
    _Service("OD", "OLD DOMINION", "LTL", "101.00", "0.08", 850, ("10", "20", "40", "80")),
)
_PLACES = {
    "10": (34.0, -117.5), "20": (33.0, -96.9), "30": (35.3, -89.9), "40": (41.9, -88.1), "80": (40.4, -76.5),
}  # fmt: skip
_POSTAL_REGIONS = (
    (42.5, -71.5), (40.8, -75.0), (38.0, -78.5), (30.5, -84.0), (39.5, -84.0), (44.0, -94.0), (40.5, -92.0),
    (31.5, -95.5), (39.5, -109.0), (37.0, -120.5),
)  # fmt: skip


def distance(warehouse: str, address: Mapping[str, Any]) -> float:
    """Return how far an address is from a warehouse, in kilometers."""
    postal_code = str(address.get("postalCode") or "").strip()
    country = str(address.get("countryCode") or "US").upper()
    place = _PLACES.get(warehouse)
    if place is not None and country == "US" and postal_code[:1].isascii() and postal_code[:1].isdigit():
        return _great_circle(place, _POSTAL_REGIONS[int(postal_code[0])])
    key = f"{warehouse}:{country}:{postal_code or address.get('city')}"
    return 200 + int.from_bytes(hashlib.sha256(key.encode("utf-8", "replace")).digest()[:2], "big") % 3000


def _great_circle(one: tuple[float, float], other: tuple[float, float]) -> float:
    (north, east), (other_north, other_east) = (tuple(map(math.radians, place)) for place in (one, other))
    cosine = math.sin(north) * math.sin(other_north)
    cosine += math.cos(north) * math.cos(other_north) * math.cos(east - other_east)
    return 6371 * math.acos(min(1.0, cosine))


def offers(warehouse: str, pounds: int, kilometers: float, carrier: str) -> list[Offer]:
    """Return what the carriers of a warehouse take for a shipment, the cheapest first.

    Args:
        warehouse: The warehouse's number.
        pounds: The weight.
        kilometers: The distance.
        carrier: The code of the only carrier to ask, in any letter case; empty for all of them.
    """
    return sorted(_offers(warehouse, pounds, kilometers, carrier.upper()), key=lambda offer: (offer.charge, offer.code))


def _offers(warehouse: str, pounds: int, kilometers: float, carrier: str) -> Iterator[Offer]:
    mode = "SML" if pounds <= PARCELS_UP_TO else "LTL"
    for service in _SERVICES:
        comes = not service.warehouses or warehouse in service.warehouses
        if service.mode == mode and comes and carrier in ("", service.code):
            far = Decimal(round(kilometers)) / 1000
            charge = (Decimal(service.base) + Decimal(service.per_pound) * pounds * far).quantize(_CENT)
            days = 2 if service.per_day is None else max(1, math.ceil(kilometers / service.per_day))
            yield Offer(service.code, service.name, service.mode, charge, days)
