"""Turn an order into the request for an estimate of its freight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from xi_sdk_resellers._values.answers import items_of, text
from xi_sdk_resellers._values.narrow import is_mapping
from xi_sdk_resellers.exceptions import ApiValueError

_WAREHOUSE = "shipfromwarehouseid"
_ADDRESS = (
    "companyName", "addressLine1", "addressLine2", "addressLine3", "city", "state", "postalCode", "countryCode",
)  # fmt: skip
_PLACE = ("city", "postalCode")


def is_freight_request(body: Mapping[str, Any]) -> bool:
    """Tell a request for an estimate from an order, by what only one of them has."""
    return any(name in body for name in ("shipToAddress", "shipToAddressId", "ship_to_address", "ship_to_address_id"))


def freight_body(order: Mapping[str, Any], carrier_code: str | None) -> dict[str, Any]:
    """Ask what it would cost to ship an order.

    Args:
        order: the order by the keys of the wire, v6 or v7.
        carrier_code: the only carrier to ask about; None for all of them.

    Returns:
        The body of the estimate.

    Raises:
        ApiValueError: the order does not say what goes where.
    """
    lines = [_line(line, place, number, carrier_code) for number, (place, line) in enumerate(_lines(order), 1)]
    if not lines:
        raise ApiValueError("the order has no lines, so that there is nothing to ship")
    return {"billToAddressId": order.get("billToAddressId"), **_destination(order), "lines": lines}


def _lines(order: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for index, line in enumerate(items_of(order.get("lines"))):
        if is_mapping(line):
            yield f"lines[{index}]", line


def _destination(order: Mapping[str, Any]) -> dict[str, Any]:
    """Say where the goods go: a written address counts before a registered one."""
    given: object = order.get("shipToInfo")
    place: Mapping[str, Any] = given if is_mapping(given) else {}
    if any(text(place.get(name)) for name in _PLACE):
        return {"shipToAddress": {name: place[name] for name in _ADDRESS if text(place.get(name))}}
    if text(place.get("addressId")):
        return {"shipToAddressId": text(place["addressId"])}
    raise ApiValueError(
        "shipToInfo must have an addressId, or a city or postal code: freight depends on where goods go"
    )


def _line(line: Mapping[str, Any], place: str, number: int, carrier_code: str | None) -> dict[str, Any]:
    part, quantity = text(line.get("ingramPartNumber")), text(line.get("quantity"))
    if not part:
        raise ApiValueError(f"{place}.ingramPartNumber is missing: freight is estimated by Ingram part numbers alone")
    if not quantity:
        raise ApiValueError(f"{place}.quantity is missing")
    return {
        "customerLineNumber": text(line.get("customerLineNumber")) or f"{number:03d}",
        "ingramPartNumber": part,
        "quantity": quantity,
        "warehouseId": _warehouse(line),
        "carrierCode": carrier_code or "",
    }


def _warehouse(line: Mapping[str, Any]) -> str | None:
    """Read from which warehouse a line wants to leave."""
    for entry in items_of(line.get("additionalAttributes")):
        attribute: Mapping[str, Any] = entry if is_mapping(entry) else {}
        if text(attribute.get("attributeName")).lower() == _WAREHOUSE:
            return text(attribute.get("attributeValue")) or None
    return None
