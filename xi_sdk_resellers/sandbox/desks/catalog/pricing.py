"""Prices and stock of up to fifty products.

- A part number that does not exist makes the status 207; one that is discontinued (`…ZD`) or not for this account
  (`…ZN`) is refused within a 200, unless another one makes it 207.
- Refused products stand behind the others; `index` tells the place in the request.
- In a 207, products of Epson have their `pricing` inside `availability`.
- Where nothing is shipped (licenses, support), `available` is true and the number null, as long as there is any.
- Products that ran out have warehouse IDs as numbers, and tell of the next delivery.
- The warehouse of downloads has its ID only. Products of Zebra have no list price.
- `specialBidNumber` with the product's own bid takes its discount off `customerPrice`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any, NamedTuple

from xi_sdk_resellers.sandbox.desks.catalog.plans import Plan, find_plan, frame_of
from xi_sdk_resellers.sandbox.desks.values import Body, money
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world import assortment, catalogue
from xi_sdk_resellers.sandbox.world.assortment import Listed
from xi_sdk_resellers.sandbox.world.traits import next_delivery
from xi_sdk_resellers.sandbox.world.world import World

REFUSED = "E"
_NAMES = ("ingramPartNumber", "vendorPartNumber", "customerPartNumber", "upc", "planID")


class _Asked(NamedTuple):
    """One product of a request: its place, and the number that names it."""

    place: int
    name: str
    number: str


def tell(world: World, request: Request) -> Answer:
    """Answer a request: 200 or 207, or 400 when it names no products."""
    body: Body = request.content or {}
    wanted = list(_wanted(body))
    found: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    partly = False
    for asked in wanted:
        entry = _Entry(world, request, body).of(asked)
        if entry.get("productStatusCode") == REFUSED:
            refused.append(entry)
            partly = partly or "not found" in entry["productStatusMessage"]
        else:
            found.append(entry)
    status = 207 if partly else 200
    for entry in found:
        if status == 207 and entry.get("vendorName") == "EPSON" and "pricing" in entry and "availability" in entry:
            entry["availability"]["pricing"] = entry.pop("pricing")
    return Answer.of(status, [*found, *refused])


def _wanted(body: Body) -> list[_Asked]:
    products: list[Body] = list(body.get("products") or ())
    if not products:
        raise InvalidRequest(FieldError("products", "Required field is missing"))
    asked: list[_Asked] = []
    wrong: list[FieldError] = []
    for index, product in enumerate(products):
        given = [(name, str(product[name]).strip()) for name in _NAMES if str(product.get(name) or "").strip()]
        if given:
            asked.append(_Asked(index + 1, *given[0]))
        else:
            wrong.append(FieldError(f"products[{index}]", "must have a part number"))
    if wrong:
        raise InvalidRequest(*wrong)
    return asked


class _Entry:
    """Makes the entries of one answer."""

    def __init__(self, world: World, request: Request, body: Body) -> None:
        self._world = world
        self._body = body
        self._flags = {name: request.query.get(name, [""])[0] == "true" for name in _FLAGS}
        self._country = str(request.headers.get("im-countrycode") or world.settings.country_code).upper()

    def of(self, asked: _Asked) -> dict[str, Any]:
        """Make the entry of one product."""
        if asked.name == "planID":
            plan = find_plan(asked.number)
            return _not_found(asked) if plan is None else self._plan(asked, plan)
        part = _part_number(asked)
        if part is None or catalogue.is_unknown(part):
            return _not_found(asked)
        entry = assortment.find(part.upper())
        if entry.discontinued or not entry.authorized:
            why = "is discontinued" if entry.discontinued else "is not authorized for this account"
            return _refused(asked, f"Product {asked.number.upper()} {why}")
        return self._product(asked, entry)

    def _product(self, asked: _Asked, entry: Listed) -> dict[str, Any]:
        product, traits = entry.product, entry.traits
        told: dict[str, Any] = {
            "index": asked.place,
            "productStatusCode": "",
            "productStatusMessage": "ACOPS ARE AVAILABLE FOR THIS CUSTOMER AND SKU" if traits.bid else "",
            "ingramPartNumber": product.part_number,
            "vendorPartNumber": asked.number if asked.name == "vendorPartNumber" else product.vendor_part_number,
            "upc": traits.upc,
            "vendorName": product.vendor_name.upper(),
            "description": product.description.upper(),
        }
        if traits.customer_part_number:
            told["customerPartNumber"] = traits.customer_part_number
        if asked.name == "customerPartNumber":
            told["customerPartNumber"] = asked.number
        if self._flags["includeProductAttributes"]:
            told |= _attributes(entry)
        if self._flags["includeAvailability"]:
            told["availability"] = self._availability(entry)
        if self._flags["includePricing"]:
            told["pricing"] = self._pricing(entry)
        if self._body.get("showAvailableDiscounts"):
            told["discounts"] = [self._discounts(entry)]
        if self._body.get("showReserveInventoryDetails") and traits.reserved:
            told["reserveInventoryDetails"] = [
                {"quantityReserved": traits.reserved, "quantityAvailable": traits.reserved}
            ]
        return told

    def _pricing(self, entry: Listed) -> dict[str, Any]:
        product, traits = entry.product, entry.traits
        bid = str(self._body.get("specialBidNumber") or "").upper()
        price = product.price - (traits.bid_discount if bid and bid == traits.bid else 0)
        return {
            "mapPrice": self._amount(traits.advertised_price),
            "currencyCode": catalogue.currency_of(self._country),
            "retailPrice": None if product.vendor_name == "Zebra" else self._amount(traits.list_price),
            "customerPrice": self._amount(price),
            "specialBidPricingAvailable": traits.has_discounts,
            "webDiscountsAvailable": False,
        }

    def _availability(self, entry: Listed) -> dict[str, Any]:
        product, stock = entry.product, self._world.stock
        pieces = stock.by_warehouse(product)
        total = sum(pieces.values())
        if not product.weight and total:
            return {
                "available": True,
                "totalAvailability": None,
                "availabilityByWarehouse": [{"warehouseId": catalogue.DOWNLOADS}],
            }
        wanted, places_too = self._warehouses()
        shown = {place: count for place, count in pieces.items() if not wanted or place in wanted}
        total = sum(shown.values())
        return {
            "available": total > 0,
            "totalAvailability": total,
            "availabilityByWarehouse": [
                self._warehouse(entry, place, count, places_too, ran_out=not total) for place, count in shown.items()
            ],
        }

    def _warehouse(self, entry: Listed, place: str, count: int, places_too: bool, *, ran_out: bool) -> dict[str, Any]:
        told: dict[str, Any] = {"warehouseId": int(place) if ran_out and place.isdigit() else place}
        if places_too:
            told["location"] = catalogue.warehouse_for(entry.product.part_number, place).location
        told |= {"quantityAvailable": count, "quantityBackordered": 0}
        usual = catalogue.warehouse_for(entry.product.part_number, None).number
        if ran_out and place == usual:
            today = datetime.fromtimestamp(self._world.settings.clock(), timezone.utc).date()
            day, quantity = next_delivery(entry.product, today)
            told["quantityOnOrder"] = quantity
            told["backOrderInfo"] = [{"quantity": quantity, "etaDate": day.isoformat()}]
        return told

    def _warehouses(self) -> tuple[set[str], bool]:
        """Return the warehouses that are asked for (all when empty), and whether their places are told."""
        listed: list[Mapping[str, Any]] = list(self._body.get("availabilityByWarehouse") or ())
        numbers = {str(each["availabilityByWarehouseId"]) for each in listed if each.get("availabilityByWarehouseId")}
        return numbers, all(each.get("availabilityForAllLocation") is not False for each in listed)

    def _discounts(self, entry: Listed) -> dict[str, Any]:
        traits = entry.traits
        if not traits.bid:
            return {"specialPricing": [], "quantityDiscounts": []}
        special = {
            "discountType": "Special Bid",
            "specialBidNumber": traits.bid,
            "specialPricingDiscount": self._amount(traits.bid_discount),
            "specialPricingEffectiveDate": "2024-01-01",
            "specialPricingExpirationDate": "2099-12-31",
            "specialPricingAvailableQuantity": 9999999,
            "specialPricingMinQuantity": 0,
        }
        return {"specialPricing": [special], "quantityDiscounts": []}

    def _plan(self, asked: _Asked, plan: Plan) -> dict[str, Any]:
        currency, price = catalogue.currency_of(self._country), self._amount(plan.price)
        priced = {"name": "Recurring fee", "quantity": "1", "msrp": self._amount(plan.price * Decimal("1.2"))}
        option = {
            "resourceId": f"R{plan.number}",
            "resourceName": "One user",
            "vendorPartNumber": plan.vendor_part_number,
            "minUnits": 1,
            "maxUnits": 300,
            "recurringpricemodel": "Per unit",
            "unitOfMeasure": "User",
            "resourcePricing": [{**priced, "unitPrice": price, "currencyCode": currency, "subscriptionPeriod": "1"}],
            "discounts": [],
            "fees": [],
        }
        period = {"billingPeriodUnit": "Month(s)", "billingPeriod": 1}
        told = {"index": asked.place, **frame_of(plan), "billingPeriod": period, "options": [option]}
        return {"index": asked.place, "subscriptionPrice": [told]}

    def _amount(self, amount: Decimal) -> int | float:
        return money(catalogue.price_in(self._country, amount))


_FLAGS = ("includeAvailability", "includePricing", "includeProductAttributes")


def _part_number(asked: _Asked) -> str | None:
    """Return the part number behind the number that was asked for; None when there is none."""
    if asked.name == "ingramPartNumber":
        return asked.number
    if asked.name == "upc":
        return assortment.part_for_upc(asked.number)
    return assortment.part_for_other_number(asked.number)


def _refused(asked: _Asked, message: str) -> dict[str, Any]:
    return {
        "index": asked.place,
        "productStatusCode": REFUSED,
        "productStatusMessage": message,
        asked.name: asked.number,
    }


def _not_found(asked: _Asked) -> dict[str, Any]:
    name = asked.name[0].upper() + asked.name[1:]
    return _refused(asked, f"Product not found for {name}:  {asked.number}")


def _attributes(entry: Listed) -> dict[str, Any]:
    product, traits = entry.product, entry.traits
    return {
        "extendedVendorPartNumber": product.vendor_part_number,
        "vendorNumber": traits.vendor_number,
        "productClass": traits.product_class,
        "uom": "EA",
        "productStatus": "Active",
        "acceptBackOrder": product.order_type == catalogue.STOCK,
        "productAuthorized": True,
        "returnableProduct": bool(product.weight),
        "endUserInfoRequired": not product.weight,
        "govtSpecialPriceAvailable": False,
        "bundlePartIndicator": False,
    }
