"""Placing orders: what the v6 and v7 creation endpoints do with a request.

- A line whose part number is not in the catalogue is rejected; when every line is, the whole
  request is.
- Lines that ship from a vendor become an order of their own (type `D`), the rest is a stock
  order (type `S`); within an order every warehouse has its own sub-order number.
- Requested unit prices count only together with a special bid number.
- Orders answer with the customer order number in capitals, as the vendor's stock system does;
  the ledger, search and details keep it as it was written. Duplicates are found in any case,
  among cancelled orders too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from xi_sdk_resellers.sandbox.desks.values import Body, attribute, is_true, money, text_or_none, whole_number
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world import assortment, catalogue
from xi_sdk_resellers.sandbox.world.account import default_address
from xi_sdk_resellers.sandbox.world.order_lines import comment_lines, freight_for, new_line, number_lines
from xi_sdk_resellers.sandbox.world.records import (
    BACKORDERED,
    CANCELLED,
    ON_HOLD,
    PROCESSING,
    SHIPPED,
    PlacedLine,
    PlacedOrder,
)
from xi_sdk_resellers.sandbox.world.world import World

UNKNOWN_PART = "EN"
BAD_QUANTITY = "EQ"
LINE_STATUS_TEXT = {
    ON_HOLD: "On Hold",
    PROCESSING: "In Progress",
    BACKORDERED: "Backordered",
    SHIPPED: "Shipped",
    CANCELLED: "Canceled",
}


@dataclass(slots=True)
class Placement:
    """What became of one creation request."""

    orders: list[PlacedOrder] = field(default_factory=lambda: [])
    rejected: list[dict[str, Any]] = field(default_factory=lambda: [])


class Creation:
    """Turns creation requests into orders in the ledger."""

    def __init__(self, world: World) -> None:
        self._settings = world.settings
        self._ledger = world.ledger
        self._stock = world.stock

    def create(self, request: Request) -> Answer:
        """Answer a v6 creation: 201, 207 with rejected lines, or 400."""
        body = request.content
        self.check(body)
        placement = self.place(request, body, "v6")
        if not placement.orders:
            fields = [
                FieldError(f"lines.{line['customerLinenumber']}", line["rejectReason"], line.get("ingramPartNumber"))
                for line in placement.rejected
            ]
            raise InvalidRequest(*fields, message="Every line was rejected")
        return Answer.of(207 if placement.rejected else 201, render_creation(body, placement))

    def check(self, body: Body, pending: Sequence[str] = ()) -> None:
        """Refuse what cannot be placed at all.

        Args:
            body: The creation request.
            pending: Customer order numbers (in capitals) that are accepted but not placed yet.

        Raises:
            InvalidRequest: It has neither lines nor a quote, or its customer order number is taken.
        """
        if not body.get("lines") and not body.get("quoteNumber"):
            raise InvalidRequest(FieldError("lines", "Required field is missing"))
        number = str(body.get("customerOrderNumber") or "")
        if not number or is_true(attribute(body, "allowDuplicateCustomerOrderNumber")):
            return
        if number.upper() in pending or self._ledger.placed(number):
            raise InvalidRequest(FieldError("customerOrderNumber", "An order with this number exists already", number))

    def place(self, request: Request, body: Body, source: str) -> Placement:
        """Write the order or orders of a request that passed `check`."""
        placement = Placement()
        country = self.country_of(request)
        groups: dict[str, list[PlacedLine]] = {}
        with self._ledger.lock:
            for index, line in enumerate(body.get("lines") or ()):
                self._sort_in(line, index, body, country, placement, groups)
            for order_type in (catalogue.STOCK, catalogue.DIRECT_SHIP):
                if order_type in groups:
                    order = self._write(request, body, source, order_type, groups[order_type])
                    placement.orders.append(order)
        return placement

    def _sort_in(
        self,
        line: Body,
        index: int,
        body: Body,
        country: str,
        placement: Placement,
        groups: dict[str, list[PlacedLine]],
    ) -> None:
        number = str(line.get("customerLineNumber") or f"{index + 1:03d}")
        part, product = identify(line)
        quantity = whole_number(line.get("quantity"))
        if product is None or quantity is None or quantity < 1:
            reason = f"SKU-NOTFOUND    {part}" if product is None else "ERROR-INVALID-QTY"
            code = UNKNOWN_PART if product is None else BAD_QUANTITY
            placement.rejected.append(
                {
                    "customerLinenumber": number,
                    "ingramPartNumber": part,
                    "quantityOrdered": quantity or 0,
                    "rejectCode": code,
                    "rejectReason": reason,
                }
            )
            return
        warehouse, there = attribute(line, "SHIPFROMWAREHOUSEID"), self._stock.take(product, quantity)
        placed = new_line(product, quantity, number, country, warehouse, there=there)
        bid = line.get("specialBidNumber") or body.get("specialBidNumber")
        if bid:
            placed.special_bid_number = str(bid)
            placed.unit_price = _price(line.get("unitPrice"), placed.unit_price)
        if line.get("notes"):
            placed.notes = str(line["notes"]).upper()
        groups.setdefault(product.order_type, []).append(placed)

    def country_of(self, request: Request) -> str:
        """Return the country that a request orders for."""
        return str(request.headers.get("im-countrycode") or self._settings.country_code).upper()

    def _write(
        self, request: Request, body: Body, source: str, order_type: str, lines: list[PlacedLine]
    ) -> PlacedOrder:
        ledger, country = self._ledger, self.country_of(request)
        number, sequence = ledger.next_order_number()
        number_lines(number, lines)
        notes = str(body.get("notes") or "")
        end_customer_number = body.get("endCustomerOrderNumber") or body.get("enduserOrderNumber")
        order = PlacedOrder(
            ingram_order_number=number,
            customer_order_number=str(body.get("customerOrderNumber") or ""),
            customer_number=ledger.account,
            country_code=country,
            currency_code=catalogue.currency_of(country),
            order_type=order_type,
            placed_at=self._settings.clock(),
            sequence=sequence,
            source=source,
            correlation_id=request.correlation_id,
            end_customer_order_number=text_or_none(end_customer_number),
            bill_to_address_id=str(body.get("billToAddressId") or "000"),
            special_bid_number=text_or_none(body.get("specialBidNumber")),
            quote_number=text_or_none(body.get("quoteNumber")),
            notes=notes,
            freight=freight_for(country, order_type, lines),
            on_hold=is_true(attribute(body, "allowOrderOnCustomerHold")),
            found_after_search=ledger.searches + self._settings.index_delay,
            ship_to=dict(body.get("shipToInfo") or default_address(country)),
            end_user=dict(body.get("endUserInfo") or {}),
            lines=lines,
        )
        if is_true(attribute(body, "enableCommentsAsLines")):
            order.lines.extend(comment_lines(order, notes))
        ledger.add(order)
        return order


def identify(line: Body) -> tuple[str, catalogue.Product | None]:
    """Return a line's part number and its product, whichever of the part numbers it gives."""
    part = str(line.get("ingramPartNumber") or "").strip()
    if not part:
        other = str(line.get("vendorPartNumber") or line.get("customerPartNumber") or "").strip()
        part = assortment.part_for_other_number(other) if other else ""
    return part, catalogue.find_product(part)


def render_creation(body: Body, placement: Placement, *, one_shipment: bool = True) -> dict[str, Any]:
    """Return the answer to a creation, or the resource of its webhook event.

    Args:
        body: The creation request.
        placement: What became of it.
        one_shipment: Write `shipmentDetails` as one object, as v6 does against its contract.
    """
    total = sum((_confirmed_total(order) for order in placement.orders), Decimal(0))
    answer: dict[str, Any] = {
        "customerOrderNumber": str(body.get("customerOrderNumber") or "").upper(),
        "billToAddressId": str(body.get("billToAddressId") or "000"),
        "orderSplit": len(placement.orders) > 1,
        "processedPartially": bool(placement.rejected and placement.orders),
        "purchaseOrderTotal": money(total),
        "resellerInfo": body.get("resellerInfo") or {},
        "shipToInfo": placement.orders[0].ship_to if placement.orders else {},
        "orders": [_render_order(order, body, one_shipment) for order in placement.orders],
    }
    for key in ("endCustomerOrderNumber", "specialBidNumber", "endUserInfo"):
        if body.get(key):
            answer[key] = body[key]
    if placement.rejected:
        nothing: dict[str, Any] = {"numberOfLinesWithSuccess": 0, "numberOfLinesWithWarning": 0, "lines": None}
        answer["orders"] = answer["orders"] or [nothing]
        answer["orders"][0]["numberOfLinesWithError"] = len(placement.rejected)
        answer["orders"][0]["rejectedLineItems"] = placement.rejected
    return answer


def _render_order(order: PlacedOrder, body: Body, one_shipment: bool) -> dict[str, Any]:
    return {
        "numberOfLinesWithSuccess": len(order.products),
        "numberOfLinesWithError": 0,
        "numberOfLinesWithWarning": 0,
        "ingramOrderNumber": order.ingram_order_number,
        "ingramOrderDate": order.placed_on.isoformat(),
        "notes": order.notes.upper(),
        "orderType": order.order_type,
        "orderTotal": money(_confirmed_total(order)),
        "freightCharges": money(order.freight),
        "totalTax": money(order.tax),
        "currencyCode": order.currency_code,
        "lines": [_render_line(order, line, body, one_shipment) for line in order.products],
        "links": [{"topic": "orders", "href": f"/resellers/v6/orders/{order.ingram_order_number}", "type": "GET"}],
    }


def _render_line(order: PlacedOrder, line: PlacedLine, body: Body, one_shipment: bool) -> dict[str, Any]:
    wishes: Body = body.get("shipmentDetails") or {}
    shipment: dict[str, Any] = {
        "carrierCode": wishes.get("carrierCode") or line.carrier_code,
        "carrierName": line.carrier_name,
        "shipFromWarehouseId": line.warehouse_id,
        "shipFromLocation": line.warehouse_location,
    }
    for key in ("freightAccountNumber", "signatureRequired", "shippingInstructions"):
        if wishes.get(key) not in (None, ""):
            value = wishes[key]
            shipment[key] = str(value).lower() if key == "signatureRequired" else value
    rendered: dict[str, Any] = {
        "subOrderNumber": line.sub_order_number,
        "ingramLineNumber": f"{line.line_number:03d}",
        "customerLineNumber": line.customer_line_number,
        "lineStatus": LINE_STATUS_TEXT[order.line_status(line)],
        "globalSkuId": f"A300-{line.part_number}",
        "ingramPartNumber": line.part_number,
        "vendorPartNumber": line.vendor_part_number,
        "unitPrice": money(line.unit_price),
        "extendedUnitPrice": money(line.unit_price * line.quantity_confirmed),
        "quantityOrdered": line.quantity_ordered,
        "quantityConfirmed": line.quantity_confirmed,
        "quantityBackOrdered": line.quantity_backordered,
        "notes": " || ".join(filter(None, (line.description.upper(), line.notes))),
        "shipmentDetails": shipment if one_shipment else [shipment],
    }
    if line.special_bid_number:
        rendered["specialBidNumber"] = line.special_bid_number
    return rendered


def _confirmed_total(order: PlacedOrder) -> Decimal:
    """Add up what is confirmed; the vendor leaves backordered pieces out of a creation's totals."""
    lines = sum((line.unit_price * line.quantity_confirmed for line in order.products), Decimal(0))
    return lines + order.freight + order.tax


def _price(value: object, otherwise: Decimal) -> Decimal:
    try:
        price = Decimal(str(value)).quantize(Decimal("0.01"))
    except ArithmeticError:
        return otherwise
    return price if value is not None and price >= 0 else otherwise
