"""Recognize an order that was placed before, and present it like the answer to its creation. No I/O."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import xi_sdk_resellers.models as models
from xi_sdk_resellers._values.answers import parts, text

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.base import Model
    from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO
    from xi_sdk_resellers.models.order_create_request import OrderCreateRequest
    from xi_sdk_resellers.models.order_create_response import OrderCreateResponse
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse, OrderSearchResponseOrder

CreationRequest: TypeAlias = "OrderCreateRequest | AsyncOrderCreateDTO"

# The vendor writes the date of an order in its own time zone, sometimes without the time.
_CLOCKS_APART = timedelta(hours=48)


class Phase(Enum):
    """Where an order is in its life, as far as changing it is concerned."""

    ON_HOLD = "on hold"
    CANCELLED = "cancelled"
    PROCESSING = "processing"
    UNKNOWN = "unknown"


def phase(status: object) -> Phase:
    """Read a status in any of its spellings: ``ON HOLD``, ``im::hold``, ``Canceled``, ``VOIDED``."""
    if not isinstance(status, str) or not status.strip():
        return Phase.UNKNOWN
    code = str(status.value if isinstance(status, Enum) else status).lower()
    if "cancel" in code or "void" in code:
        return Phase.CANCELLED
    return Phase.ON_HOLD if "hold" in code else Phase.PROCESSING


class Match(Enum):
    """How the lines of found orders relate to the lines that were asked for."""

    SAME = "same"
    PART = "part"
    OTHER = "other"
    UNREAD = "unread"
    """Nothing could be compared."""


def with_number(page: OrderSearchResponse, number: str) -> list[OrderSearchResponseOrder]:
    """Choose the orders of a search that carry exactly this customer order number.

    Letter case counts only when there are several spellings to choose from.
    """
    orders = [order for order in parts(page.orders) if text(order.ingram_order_number)]
    exact = [order for order in orders if text(order.customer_order_number) == number]
    return exact or [order for order in orders if text(order.customer_order_number).lower() == number.lower()]


def cancelled(order: OrderSearchResponseOrder) -> bool:
    """Tell whether a search shows an order as cancelled or voided."""
    return phase(order.order_status) is Phase.CANCELLED


def fresh(order: OrderSearchResponseOrder, since: datetime) -> bool:
    """Tell whether an order can have been placed after ``since``: it is not older and not cancelled."""
    if cancelled(order):
        return False
    placed = _time(order.ingram_order_date)
    return placed is None or placed > since - _CLOCKS_APART


def _time(value: object) -> datetime | None:
    from dateutil.parser import isoparse

    try:
        moment = isoparse(str(value).strip())
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


class _Asked:
    """What a request asks for: the quantities of each line by part, and those of lines that name no part of ours."""

    def __init__(self, request: CreationRequest) -> None:
        self.parts: dict[str, list[int]] = {}
        self.open: list[int] = []
        self.readable = not getattr(request, "quote_number", None)  # a quote decides about the lines itself
        lines: list[Any] = list(request.lines or ())
        for line in lines:
            quantity = whole(line.quantity)
            part = text(line.ingram_part_number).upper()
            if quantity is None:
                self.readable = False
            elif part:
                self.parts.setdefault(part, []).append(quantity)
            else:
                self.open.append(quantity)


def whole(value: object) -> int | None:
    """Read a quantity, which may be text; None when it is none."""
    found = text(value)
    return int(found) if found.isascii() and found.isdecimal() and len(found) < 18 else None


def _found(asked: _Asked, details: Sequence[OrderDetailB2B]) -> tuple[Counter[str], int]:
    """Add up the quantities of orders: those of parts that were asked for, and of all other parts together."""
    counted: Counter[str] = Counter()
    other = 0
    for line in (line for order in details for line in parts(order.lines)):
        part, quantity = text(line.ingram_part_number).upper(), whole(line.quantity_ordered)
        if not part or quantity is None:
            continue  # a comment, or nothing that can be compared
        if part in asked.parts:
            counted[part] += quantity
        else:
            other += quantity
    return counted, other


def compare(request: CreationRequest, details: Sequence[OrderDetailB2B]) -> Match:
    """Compare the part numbers and quantities of a request with those of found orders.

    Rejected lines are missing from an order, and an order may be split, so that fewer lines are a part
    of what was asked for; other parts or larger quantities are another order.
    """
    asked = _Asked(request)
    found, other = _found(asked, details)
    if not asked.readable or not (found or other):
        return Match.UNREAD
    if other > sum(asked.open) or any(found[part] > sum(asked.parts[part]) for part in found):
        return Match.OTHER
    same = other == sum(asked.open) and all(found[part] == sum(asked.parts[part]) for part in asked.parts)
    return Match.SAME if same else Match.PART


def acceptable(request: CreationRequest, details: Sequence[OrderDetailB2B]) -> bool:
    """Tell whether orders that hold a part of the request can be its whole result, the rest being rejected.

    A line is ordered in full or not at all, so a smaller quantity of it belongs to another order.
    """
    asked = _Asked(request)
    found, other = _found(asked, details)
    ours = all(_adds_up(found[part], asked.parts[part]) for part in found)
    return ours and (not other or _adds_up(other, asked.open))


_MOST_SUMS = 10_000


def _adds_up(quantity: int, lines: Sequence[int]) -> bool:
    """Tell whether a quantity is that of one line, or of some of them together."""
    sums: set[int] = set()
    for line in lines:
        sums |= {line, *(line + other for other in sums if line + other <= quantity)}
        if len(sums) > _MOST_SUMS:
            return True  # too many to tell
    return quantity in sums


def creation_answer(
    request: CreationRequest,
    orders: Sequence[OrderSearchResponseOrder],
    details: Sequence[OrderDetailB2B],
    *,
    partial: bool,
) -> OrderCreateResponse:
    """Present found orders as the answer to the creation that placed them.

    Args:
        request: what was asked for.
        orders: the orders as the search shows them.
        details: the same orders in full, as far as they could be read.
        partial: whether lines of the request are missing from the orders.

    Returns:
        The answer: every order with its numbers, lines and totals.
    """
    full = [wire for detail in details if text((wire := _wire(detail)).get("ingramOrderNumber"))]
    known = {text(order["ingramOrderNumber"]) for order in full}
    full += [row for order in orders if text((row := _wire(order)).get("ingramOrderNumber")) not in known]
    placed = [_order(order) for order in full]
    totals = [order["orderTotal"] for order in placed if isinstance(order.get("orderTotal"), (int, Decimal))]
    first = full[0] if full else {}
    asked = _wire(request)
    answer = {
        "customerOrderNumber": asked.get("customerOrderNumber"),
        "endCustomerOrderNumber": first.get("endCustomerOrderNumber") or asked.get("endCustomerOrderNumber"),
        "billToAddressId": asked.get("billToAddressId"),
        "specialBidNumber": asked.get("specialBidNumber"),
        "orderSplit": len(placed) > 1,
        "processedPartially": partial,
        "purchaseOrderTotal": sum(totals) if len(totals) == len(placed) else None,
        "shipToInfo": first.get("shipToInfo"),
        "endUserInfo": first.get("endUserInfo"),
        "orders": placed,
    }
    found = models.OrderCreateResponse.from_dict(_present(answer))
    assert found is not None
    return found


def _order(order: Mapping[str, Any]) -> dict[str, Any]:
    """Turn an order of the details into an order of a creation's answer."""
    same = (
        "ingramOrderNumber", "ingramOrderDate", "notes", "orderType", "orderTotal", "freightCharges", "totalTax",
        "currencyCode", "miscellaneousCharges", "additionalAttributes", "links",
    )  # fmt: skip
    result = {name: order.get(name) for name in same}
    if isinstance(order.get("orderTotal"), str):
        with contextlib.suppress(InvalidOperation):
            result["orderTotal"] = Decimal(order["orderTotal"])
    if isinstance(order.get("lines"), list):
        entries = cast("list[object]", order["lines"])
        lines = [_line(cast("dict[str, Any]", entry)) for entry in entries if isinstance(entry, dict)]
        result |= {"lines": lines, "numberOfLinesWithSuccess": len(lines)}
    return _present(result)


def _line(line: Mapping[str, Any]) -> dict[str, Any]:
    same = (
        "subOrderNumber", "customerLineNumber", "lineStatus", "ingramPartNumber", "vendorPartNumber", "unitPrice",
        "quantityOrdered", "quantityConfirmed", "quantityBackOrdered", "specialBidNumber", "additionalAttributes",
    )  # fmt: skip
    result = {name: line.get(name) for name in same}
    result["ingramLineNumber"] = line.get("ingramOrderLineNumber")
    result["extendedUnitPrice"] = line.get("extendedPrice")
    result["notes"] = line.get("lineNotes")
    return _present(result)


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _wire(model: Model) -> dict[str, Any]:
    """Return a model as the wire has it, money with all its digits."""
    value: dict[str, Any] = json.loads(model.to_json(), parse_float=Decimal)
    return value
