"""Recognize an order that was placed before, and present it like the answer to its creation. No I/O."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

from xi_sdk_resellers import models
from xi_sdk_resellers._values.answers import parts, text

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.base import Model
    from xi_sdk_resellers.models.order_create_request import OrderCreateRequest
    from xi_sdk_resellers.models.order_create_response import OrderCreateResponse
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse, OrderSearchResponseOrder

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
    """How the lines of a found order relate to the lines that were asked for."""

    SAME = "same"
    PART = "part"
    OTHER = "other"


def with_number(page: OrderSearchResponse, number: str) -> list[OrderSearchResponseOrder]:
    """Choose the orders of a search that carry exactly this customer order number.

    Letter case counts only when there are several spellings to choose from.
    """
    orders = [order for order in parts(page.orders) if text(order.ingram_order_number)]
    exact = [order for order in orders if text(order.customer_order_number) == number]
    return exact or [order for order in orders if text(order.customer_order_number).lower() == number.lower()]


def fresh(order: OrderSearchResponseOrder, since: datetime) -> bool:
    """Tell whether an order can have been placed after ``since``: it is not older and not cancelled."""
    if phase(order.order_status) is Phase.CANCELLED:
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


def compare(request: OrderCreateRequest, details: Sequence[OrderDetailB2B]) -> Match:
    """Compare the part numbers and quantities of a request with those of found orders.

    Rejected lines are missing from an order, and an order may be split, so that fewer lines are a part
    of what was asked for; other parts or larger quantities are another order.
    """
    wanted, complete = _quantities((line.ingram_part_number, line.quantity) for line in request.lines or ())
    found = _found_quantities(details)
    if complete and any(part not in wanted for part in found):
        return Match.OTHER
    if any(found[part] > wanted[part] for part in found if part in wanted):
        return Match.OTHER
    return Match.SAME if all(found[part] == wanted[part] for part in wanted) else Match.PART


def acceptable(request: OrderCreateRequest, details: Sequence[OrderDetailB2B]) -> bool:
    """Tell whether orders that hold a part of the request are its whole result, the rest being rejected.

    A part that was asked for in one line is ordered in full or not at all.
    """
    wanted, _ = _quantities((line.ingram_part_number, line.quantity) for line in request.lines or ())
    found = _found_quantities(details)
    lines = Counter(text(line.ingram_part_number).upper() for line in request.lines or ())
    return all(found[part] == wanted[part] for part in found if lines[part] == 1)


def _found_quantities(details: Sequence[OrderDetailB2B]) -> Counter[str]:
    lines = (line for order in details for line in parts(order.lines))
    return _quantities((line.ingram_part_number, line.quantity_ordered) for line in lines)[0]


def _quantities(lines: Any) -> tuple[Counter[str], bool]:
    """Add up quantities by part number; also tell whether every line could be counted."""
    counted: Counter[str] = Counter()
    complete = True
    for part, quantity in lines:
        if text(part) and isinstance(quantity, int):
            counted[text(part).upper()] += quantity
        else:
            complete = False
    return counted, complete


def creation_answer(
    request: OrderCreateRequest,
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
    full = [_wire(detail) for detail in details]
    known = {order.get("ingramOrderNumber") for order in full}
    full += [row for order in orders if (row := _wire(order)).get("ingramOrderNumber") not in known]
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
