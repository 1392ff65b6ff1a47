"""What webhook events look like, and how they are signed."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from typing import Any, cast

from xi_sdk_resellers.sandbox.world.catalogue import Product
from xi_sdk_resellers.sandbox.world.records import PlacedLine, PlacedOrder

SHIPPED = "im::order_shipped"
INVOICED = "im::order_invoiced"
HOLD = "im::order_hold"
VOIDED = "im::order_voided"
BACKORDERED = "im::order_backordered"
STATUS_EVENTS = (SHIPPED, INVOICED, HOLD, VOIDED, BACKORDERED)
CREATED = "IM::async_order_create"
STOCK_UPDATE = "IM::STOCK_UPDATE"
MOST_IN_ONE_EVENT = 4000
"""How many products an event about stock tells of at most."""
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def sign(secret: str, event_id: str) -> str:
    """Return the `x-hub-signature` of an event: base64 of HMAC-SHA512 over its ID."""
    return base64.b64encode(hmac.new(secret.encode(), event_id.encode(), hashlib.sha512).digest()).decode()


def event_id(number: int, moment: float) -> str:
    """Return an ID of 18 letters and digits that no other event has."""
    value = int.from_bytes(hashlib.sha256(f"{number}:{moment}".encode()).digest()[:11], "big")
    text = ""
    for _ in range(17):
        value, digit = divmod(value, len(_ALPHABET))
        text += _ALPHABET[digit]
    return f"N{text}"


def type_of(event: Mapping[str, Any]) -> str:
    """Return the type of an event as it says itself, or that its first resource has; empty when there is none."""
    found: object = event.get("resource")
    parts = [event, *(cast("list[object]", found) if isinstance(found, list) else [found])]
    types = [cast("Mapping[str, Any]", part).get("eventType") for part in parts if isinstance(part, Mapping)]
    return next((str(text) for text in types if text), "")


def timestamp(moment: float) -> str:
    """Write a moment (Unix seconds) as the vendor does, in UTC with milliseconds and a Z."""
    return datetime.fromtimestamp(moment, timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def status_event(
    order: PlacedOrder, event_type: str, identity: str, moment: float, *, as_documented: bool
) -> dict[str, Any]:
    """Return an order status event.

    Args:
        order: The order.
        event_type: One of `STATUS_EVENTS`.
        identity: The event's ID.
        moment: When it happened, in Unix seconds.
        as_documented: Use the keys and text quantities of the vendor's contract, otherwise those
            of its sample (`ingramLineNumber`, `backOrderedQuantity`, quantities as numbers).
    """
    return {
        "topic": "resellers/orders",
        "event": "im::updated",
        "eventTimeStamp": timestamp(moment),
        "eventId": identity,
        "resource": [
            {
                "eventType": event_type,
                "orderNumber": order.ingram_order_number,
                "customerOrderNumber": order.customer_order_number,
                "orderEntryTimeStamp": order.placed_time.isoformat(),
                "lines": [_status_line(order, line, event_type, as_documented) for line in order.products],
                "links": [
                    {
                        "topic": "orders",
                        "href": f"/resellers/v6.1/orders/{order.ingram_order_number}",
                        "type": "GET",
                    }
                ],
            }
        ],
    }


def created_event(
    resource: Mapping[str, Any], identity: str, moment: float, *, as_list: bool
) -> tuple[dict[str, Any], object]:
    """Return the event of a placed v7 order, and the value to send for it.

    Args:
        resource: The placed order, as a v6 creation answers it.
        identity: The event's ID.
        moment: When it happened, in Unix seconds.
        as_list: Send a list of one event whose ID is under `eventid`; otherwise the event itself.
            Both have been seen.
    """
    # As documented, nothing but the customer order number ties the event to its confirmation.
    event: dict[str, Any] = {
        "topic": "resellers/orders",
        "event": "IM::created",
        "eventTimeStamp": timestamp(moment),
        "eventid" if as_list else "eventId": identity,
        "eventType": CREATED,
        "resource": dict(resource),
    }
    return event, [event] if as_list else event


def stock_event(changes: Iterable[tuple[Product, str, int]], identity: str, moment: float) -> dict[str, Any]:
    """Return the event of products whose stock has changed.

    Args:
        changes: each product, its UPC, and how many pieces there are now.
        identity: The event's ID.
        moment: When it happened, in Unix seconds.
    """
    return {
        "topic": "resellers/catalog",
        "event": "im::updated",
        "eventTimeStamp": timestamp(moment),
        "eventId": identity,
        "resource": [
            {
                "eventType": STOCK_UPDATE,
                "ingramPartNumber": product.part_number,
                "vendorPartNumber": product.vendor_part_number,
                "vendorName": product.vendor_name.upper(),
                "upcCode": upc,
                "skuStatus": None,
                "backOrderFlag": "Y",
                "totalAvailability": str(total),
                "links": [{"topic": "orders", "href": f"/resellers/v5/catalog/{product.part_number}", "type": "GET"}],
            }
            for product, upc, total in changes
        ],
    }


def _status_line(order: PlacedOrder, line: PlacedLine, event_type: str, as_documented: bool) -> dict[str, Any]:
    def quantity(value: int) -> int | str:
        return str(value) if as_documented else value

    return {
        "LineNumber" if as_documented else "ingramLineNumber": f"{line.line_number:03d}",
        "subOrderNumber": line.sub_order_number,
        "lineStatus": f"IM::{event_type.rpartition('_')[2]}",
        "ingramPartNumber": line.part_number,
        "vendorPartNumber": line.vendor_part_number,
        "requestedQuantity": quantity(line.quantity_ordered),
        "shippedQuantity": quantity(line.quantity_shipped),
        "backorderedQuantity" if as_documented else "backOrderedQuantity": quantity(line.quantity_backordered),
        "shipmentDetails": [
            {
                "shipmentDate": shipment.shipped_on.isoformat(),
                "shipFromWarehouseId": line.warehouse_id,
                "warehouseName": line.warehouse_location,
                "carrierCode": shipment.carrier_code,
                "carrierName": shipment.carrier_name,
                "packageDetails": [
                    {
                        "cartonNumber": "1",
                        "quantityInbox": quantity(shipment.quantity),
                        "trackingNumber": shipment.tracking_number,
                    }
                ],
            }
            for shipment in line.shipments
        ],
        "serialNumberDetails": [
            {"serialNumber": serial} for shipment in line.shipments for serial in shipment.serial_numbers
        ],
    }
