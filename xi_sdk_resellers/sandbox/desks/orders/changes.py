"""Changing an order on customer hold: modify, release and cancel.

Only an order on hold can be changed; for any other, cancelled ones included, the answer is 405.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from xi_sdk_resellers.sandbox import errors
from xi_sdk_resellers.sandbox.desks.orders.creation import BAD_QUANTITY, UNKNOWN_PART, identify
from xi_sdk_resellers.sandbox.desks.values import Body, attribute, is_true, money, whole_number
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world import catalogue
from xi_sdk_resellers.sandbox.world.events import BACKORDERED
from xi_sdk_resellers.sandbox.world.order_lines import COMMENT_WIDTH, comment_lines, freight_for, new_line
from xi_sdk_resellers.sandbox.world.records import PlacedLine, PlacedOrder
from xi_sdk_resellers.sandbox.world.world import World

LINE_NOT_FOUND = "EL"
_ORDER_NUMBER = re.compile(r"[A-Za-z0-9]{2}-[A-Za-z0-9]{5}(-[A-Za-z0-9]{2})?\Z")
_ACTIONS = ("ADD", "UPDATE", "DELETE")


@dataclass(slots=True)
class _Outcome:
    """What one modify request has done so far."""

    lines: list[dict[str, Any]] = field(default_factory=lambda: [])
    rejected: list[dict[str, Any]] = field(default_factory=lambda: [])
    written: bool = False


class Changes:
    """Changes, releases and cancels orders."""

    def __init__(self, world: World) -> None:
        self._settings = world.settings
        self._ledger = world.ledger
        self._notify = world.courier.notify
        self._stock = world.stock
        self._releases = 0

    def cancel(self, request: Request) -> Answer:
        """Cancel an order on hold: 200 without a body, 404, or 405."""
        order = self._ledger.find(request.path_values["orderNumber"])
        if order is None:
            return errors.refused(404, "There is no order with this number.")
        if not order.on_hold:
            return errors.refused(405, "Only an order on customer hold can be cancelled.")
        order.on_hold = False
        order.cancelled = True
        self._stock.release(order)
        return Answer(200)

    def modify(self, request: Request) -> Answer:
        """Change or release an order on hold."""
        number = request.path_values["orderNumber"]
        if not _ORDER_NUMBER.match(number):
            raise InvalidRequest(FieldError("OrderNumber", "must be written xx-xxxxx or xx-xxxxx-xx", number))
        action = request.query.get("actionCode", [""])[0]
        if action and action.lower() != "release":
            raise InvalidRequest(FieldError("actionCode", "must be release", action))
        order = self._ledger.find(number)
        if order is None:
            return errors.refused(404, "There is no order with this number.")
        if not order.on_hold:
            return errors.refused(405, "Only an order on customer hold can be changed.")
        return self._release(order) if action else self._change(order, request.content)

    def _release(self, order: PlacedOrder) -> Answer:
        order.on_hold = False
        self._releases += 1
        if any(line.quantity_backordered for line in order.products):
            self._notify(order, BACKORDERED)
        # Both have been seen on the wire: no body at all, and the JSON text null.
        return Answer(200) if self._releases % 2 else Answer(200, b"null")

    def _change(self, order: PlacedOrder, body: Body) -> Answer:
        lines: list[Body] = list(body.get("lines") or ())
        address: Body = body.get("shipToInfo") or {}
        if not lines and not address and not body.get("notes"):
            raise InvalidRequest(FieldError("lines", "There is nothing to change"))
        unclear = [
            FieldError(f"lines[{at}].addUpdateDeleteLine", "must be ADD, UPDATE or DELETE", action)
            for at, action in enumerate(line.get("addUpdateDeleteLine") for line in lines)
            if action not in _ACTIONS
        ]
        bad_address = _wrong_in_address(address)
        if unclear:
            raise InvalidRequest(*unclear)
        if bad_address and not lines:
            raise InvalidRequest(bad_address)
        outcome = _Outcome()
        comments = is_true(attribute(body, "enableCommentsAsLines"))
        for line in lines:
            self._apply(order, line, outcome, comments)
        if body.get("notes"):
            self._comment(order, str(body["notes"]), outcome, comments)
        if address and not bad_address:
            order.ship_to.update(address)
            outcome.written = True
        order.freight = freight_for(order.country_code, order.order_type, order.products)
        return Answer.of(self._status(outcome, bad_address), self._render(order, body, outcome, bad_address))

    @staticmethod
    def _status(outcome: _Outcome, bad_address: FieldError | None) -> int:
        """Choose among the codes that the vendor's samples use for a modify."""
        if bad_address or (outcome.rejected and outcome.lines):
            return 207
        return 201 if outcome.written else 200

    def _apply(self, order: PlacedOrder, line: Body, outcome: _Outcome, comments: bool) -> None:
        action = line["addUpdateDeleteLine"]
        if action == "ADD":
            self._add(order, line, outcome)
            return
        number = whole_number(line.get("ingramLineNumber"))
        known = next((placed for placed in order.lines if placed.line_number == number), None)
        part = str(line.get("ingramPartNumber") or "").upper()
        if known is None or (part and known.part_number != part):
            outcome.rejected.append(_rejected(line, LINE_NOT_FOUND, "ERROR-LINE-NOT-FOUND"))
        elif action == "DELETE":
            order.lines.remove(known)
            self._stock.give_back(known, known.quantity_confirmed)
            answer: dict[str, Any] = {"ingramLineNumber": f"{known.line_number:03d}", "customerLineNumber": "000"}
            if not known.is_comment:
                answer["ingramPartNumber"] = known.part_number
            outcome.lines.append(answer)
        else:
            self._update(known, line, outcome, comments)

    def _add(self, order: PlacedOrder, line: Body, outcome: _Outcome) -> None:
        part, product = identify(line)
        quantity = whole_number(line.get("quantity"))
        if product is None:
            outcome.rejected.append(_rejected(line, UNKNOWN_PART, f"SKU-NOTFOUND    {part}"))
            return
        if quantity is None or quantity < 1:
            outcome.rejected.append(_rejected(line, BAD_QUANTITY, "ERROR-INVALID-QTY"))
            return
        customer_line = str(line.get("customerLineNumber") or "000")
        warehouse, there = attribute(line, "SHIPFROMWAREHOUSEID"), self._stock.take(product, quantity)
        placed = new_line(product, quantity, customer_line, order.country_code, warehouse, there=there)
        placed.line_number = 1 + max((known.line_number for known in order.lines), default=0)
        first = next(iter(order.products), None)
        placed.sub_order_number = first.sub_order_number if first else f"{order.ingram_order_number}-11"
        placed.notes = str(line.get("notes") or "").upper()
        order.lines.append(placed)
        outcome.lines.append(_changed(placed))
        outcome.written = True

    def _update(self, known: PlacedLine, line: Body, outcome: _Outcome, comments: bool) -> None:
        if "quantity" in line and not known.is_comment:
            quantity = whole_number(line["quantity"])
            if quantity is None or quantity < 1:
                outcome.rejected.append(_rejected(line, BAD_QUANTITY, "ERROR-INVALID-QTY"))
                return
            known.quantity_backordered = self._short_of(known, quantity)
            known.quantity_ordered = quantity
        if line.get("notes"):
            known.notes = str(line["notes"]).upper()
        elif comments:
            # An update that speaks of comments but brings none takes the line's comment away.
            known.notes = ""
        outcome.lines.append(_changed(known))
        outcome.written = True

    def _short_of(self, line: PlacedLine, quantity: int) -> int:
        """Set aside what a line newly wants, or give back what it does not; return how many pieces are missing."""
        there, product = line.quantity_confirmed, catalogue.find_product(line.part_number or "")
        if quantity > there and product is not None:
            there += self._stock.take(product, quantity - there)
        elif quantity < there:
            self._stock.give_back(line, there - quantity)
        return max(0, quantity - there)

    def _comment(self, order: PlacedOrder, text: str, outcome: _Outcome, comments: bool) -> None:
        outcome.written = True
        if comments:
            # Only the first of several comment lines has its number as text in the vendor's answers.
            for at, line in enumerate(comment_lines(order, text)):
                order.lines.append(line)
                number = line.line_number if at else f"{line.line_number:03d}"
                outcome.lines.append(
                    {"ingramLineNumber": number, "customerLineNumber": str(at + 1), "notes": line.notes}
                )
            return
        order.notes = text
        if len(text) <= COMMENT_WIDTH:
            (line,) = comment_lines(order, text)
            order.lines.append(line)
            outcome.lines.append({"ingramLineNumber": line.line_number, "customerLineNumber": "1", "notes": line.notes})

    def _render(
        self, order: PlacedOrder, body: Body, outcome: _Outcome, bad_address: FieldError | None
    ) -> dict[str, Any]:
        now = datetime.fromtimestamp(self._settings.clock(), timezone.utc)
        answer: dict[str, Any] = {
            "ingramOrderNumber": order.ingram_order_number,
            "orderModifiedDate": now.isoformat(timespec="milliseconds"),
            "customerOrderNumber": order.customer_order_number,
            "orderTotal": money(order.total),
            "orderSubTotal": money(order.sub_total),
            "freightCharges": money(order.freight),
            "totalTax": money(order.tax),
            "orderStatus": "ON HOLD",
            "billToAddressId": order.bill_to_address_id,
        }
        if order.end_customer_order_number:
            answer["endCustomerOrderNumber"] = order.end_customer_order_number
        if order.notes and body.get("notes"):
            answer["notes"] = order.notes
        if bad_address:
            answer["changeDescription"] = f"The lines were changed, the address was not: {bad_address.message}"
        elif body.get("shipToInfo"):
            answer["shipToInfo"] = order.ship_to
        if outcome.lines:
            answer["lines"] = outcome.lines
        if outcome.rejected:
            answer["rejectedLineItems"] = outcome.rejected
        return answer


def _changed(line: PlacedLine) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "subOrderNumber": line.sub_order_number,
        "ingramLineNumber": str(line.line_number),
        "customerLineNumber": line.customer_line_number,
    }
    if not line.is_comment:
        answer |= {
            "ingramPartNumber": line.part_number,
            "vendorPartNumber": line.vendor_part_number,
            "quantityOrdered": line.quantity_ordered,
            "quantityConfirmed": line.quantity_confirmed,
            "quantityBackOrdered": line.quantity_backordered,
            "shipmentDetails": {"carrierCode": line.carrier_code, "carrierName": line.carrier_name},
        }
    if line.notes:
        answer["notes"] = line.notes
    return answer


def _rejected(line: Body, code: str, reason: str) -> dict[str, Any]:
    answer: dict[str, Any] = {
        key: line[key] for key in ("ingramLineNumber", "customerLineNumber", "ingramPartNumber") if line.get(key)
    }
    quantity = whole_number(line.get("quantity"))
    if quantity is not None:
        answer["quantityOrdered"] = quantity
    return answer | {"rejectCode": code, "rejectReason": reason}


def _wrong_in_address(address: Body) -> FieldError | None:
    """Say what is wrong: a country that is not two letters, or a blank street, city or postal code."""
    country = address.get("countryCode")
    if country is not None and not re.match(r"[A-Za-z]{2}\Z", str(country)):
        return FieldError("shipToInfo.countryCode", "must be a country code of two letters", country)
    for key in ("addressLine1", "city", "postalCode"):
        if key in address and not str(address[key] or "").strip():
            return FieldError(f"shipToInfo.{key}", "must not be blank", address[key])
    return None
