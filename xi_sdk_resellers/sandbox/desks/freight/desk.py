"""The desk of freight estimates.

As the vendor's sample shows, the carriers' charges and days are text, `totalNetAmount` is 0, and errors come as a list
of one. Goods that their manufacturer ships cost no freight and leave from no warehouse.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from xi_sdk_resellers.sandbox.desks.desk import Desk, quirks
from xi_sdk_resellers.sandbox.desks.freight.rates import Offer, distance, offers
from xi_sdk_resellers.sandbox.desks.values import money, whole_number
from xi_sdk_resellers.sandbox.errors import ErrorShape, FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world import catalogue
from xi_sdk_resellers.sandbox.world.account import default_address

_MOST = 100_000


class _Line(NamedTuple):
    product: catalogue.Product
    quantity: int
    price: Decimal
    warehouse: str | None
    """None when its manufacturer ships it."""
    carrier: str


class FreightDesk(Desk):
    """Estimates freight."""

    @quirks(errors=ErrorShape(trace_key="traceid", worded=False, boxed=True))
    def post_freightestimate(self, request: Request) -> Answer:
        """Answer 200 with an estimate, or 400: no address, no lines, or lines that cannot be shipped."""
        address = self._address(request.content)
        lines = list(self._lines(request.content))
        country = self._world.settings.country_code
        shipments = [_shipment(number, lines, address, country) for number in _warehouses(lines)]
        net = sum((line.price * line.quantity for line in lines), Decimal(0))
        freight = sum((charge for charge, _ in shipments), Decimal(0))
        estimate = {
            "currencyCode": catalogue.currency_of(country),
            "totalFreightAmount": money(freight),
            "totalTaxAmount": 0,
            "totalFees": 0,
            "totalNetAmount": 0,
            "grossAmount": money(net + freight),
            "distribution": [shown for _, shown in shipments],
            "lines": [_shown(line) for line in lines],
        }
        return Answer.of(200, {"freightEstimateResponse": estimate})

    def _address(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        written = body.get("shipToAddress")
        if written:
            if not (written.get("postalCode") or written.get("city")):
                raise InvalidRequest(FieldError("shipToAddress.postalCode", "Required field is missing"))
            return dict(written)
        if body.get("shipToAddressId"):
            return default_address(self._world.settings.country_code)
        raise InvalidRequest(FieldError("shipToAddress", "shipToAddress or shipToAddressId is needed"))

    def _lines(self, body: Mapping[str, Any]) -> Iterator[_Line]:
        entries: list[Mapping[str, Any] | None] = body.get("lines") or []
        given = [line for line in entries if line]
        if not given:
            raise InvalidRequest(FieldError("lines", "Required field is missing"))
        for index, line in enumerate(given):
            yield self._line(line, f"lines[{index}]")

    def _line(self, line: Mapping[str, Any], place: str) -> _Line:
        part, quantity = str(line.get("ingramPartNumber") or ""), whole_number(line.get("quantity"))
        product = catalogue.find_product(part)
        if product is None:
            raise InvalidRequest(FieldError(f"{place}.ingramPartNumber", "is no part number of the catalog", part))
        if quantity is None or not 1 <= quantity <= _MOST:
            raise InvalidRequest(FieldError(f"{place}.quantity", f"must be 1 to {_MOST}", line.get("quantity")))
        ships = product.order_type != catalogue.DIRECT_SHIP
        warehouse = catalogue.warehouse_for(product.part_number, line.get("warehouseId") or None).number
        price = catalogue.price_in(self._world.settings.country_code, product.price)
        return _Line(product, quantity, price, warehouse if ships else None, str(line.get("carrierCode") or "").strip())


def _warehouses(lines: list[_Line]) -> list[str]:
    return sorted({line.warehouse for line in lines if line.warehouse is not None})


def _shipment(
    warehouse: str, lines: list[_Line], address: Mapping[str, Any], country: str
) -> tuple[Decimal, dict[str, Any]]:
    """Return what the shipment of a warehouse costs with its cheapest carrier, and how the answer shows it."""
    here = [line for line in lines if line.warehouse == warehouse]
    pounds = math.ceil(sum(line.product.weight * line.quantity for line in here))
    carrier = next((line.carrier for line in here if line.carrier), "")
    found = offers(warehouse, pounds, distance(warehouse, address), carrier)
    if not found:
        raise InvalidRequest(FieldError("lines.carrierCode", f"does not ship this from warehouse {warehouse}", carrier))
    best = found[0]
    charge = catalogue.price_in(country, best.charge)
    return charge, {
        "shipFromBranchNumber": warehouse,
        "carrierCode": best.code,
        "shipVia": best.name,
        "freightRate": money(charge),
        "totalWeight": pounds,
        "transitDays": best.days,
        "carrierList": [_offered(offer, country) for offer in found],
    }


def _offered(offer: Offer, country: str) -> dict[str, str]:
    return {
        "carrierCode": offer.code,
        "shipVia": offer.name,
        "carrierMode": offer.mode,
        "estimatedFreightCharge": str(money(catalogue.price_in(country, offer.charge))),
        "daysInTransit": str(offer.days),
    }


def _shown(line: _Line) -> dict[str, Any]:
    return {
        "ingramPartNumber": line.product.part_number,
        "vendorPartNumber": line.product.vendor_part_number,
        "warehouseId": line.warehouse,
        "quantity": line.quantity,
        "unitPrice": money(line.price),
        "netAmount": money(line.price * line.quantity),
    }
