"""The sandbox's catalog: the same products as orders know, and the vendor's quirks in their fixed places."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest

from test.support.samples import reference_of
from xi_sdk_resellers._modelling.listed import read
from xi_sdk_resellers.sandbox import Sandbox
from xi_sdk_resellers.sandbox.desks.catalog import plans
from xi_sdk_resellers.sandbox.world import assortment, catalogue

SEARCH = "/resellers/v6/catalog"
PRICES = "/resellers/v6/catalog/priceandavailability"
DETAILS = "/resellers/v6/catalog/details"
LISTED = assortment.listed()


def prices(caller: Any, *products: Any, query: dict[str, str] | None = None, **body: Any) -> Any:
    listed = [product if isinstance(product, dict) else {"ingramPartNumber": product} for product in products]
    flags = {"includeAvailability": "true", "includePricing": "true", **(query or {})}
    return caller("POST", PRICES, {"products": listed, **body}, query=flags)


def page(caller: Any, **query: Any) -> Any:
    return caller("GET", SEARCH, query=query)


def test_the_list_is_a_few_thousand_products_each_with_numbers_of_its_own() -> None:
    assert 3000 < len(LISTED) < 5000
    for number in (
        lambda e: e.product.part_number,
        lambda e: e.product.vendor_part_number,
        lambda e: e.traits.upc,
    ):
        assert len({number(entry) for entry in LISTED}) == len(LISTED)
    assert all(len(entry.product.part_number) <= 6 and len(entry.traits.upc) == 12 for entry in LISTED)
    assert sum(not entry.authorized for entry in LISTED) > 50
    assert sum(entry.discontinued for entry in LISTED) > 20


def test_check_digits_are_right() -> None:
    for entry in LISTED[:200]:
        digits = [int(digit) for digit in entry.traits.upc]
        assert (3 * sum(digits[::2]) + sum(digits[1::2])) % 10 == 0


def test_the_price_is_what_an_order_is_charged(caller: Any) -> None:
    parts = [entry.product.part_number for entry in LISTED if entry.authorized and not entry.discontinued][:50]
    told = {entry["ingramPartNumber"]: entry for entry in prices(caller, *parts).json}
    reply = caller.create("PO-1", *parts)
    lines = [line for order in reply.json["orders"] for line in order["lines"]]
    assert len(lines) == 50
    for line in lines:
        entry = told[line["ingramPartNumber"]]
        assert Decimal(str(entry["pricing"]["customerPrice"])) == Decimal(str(line["unitPrice"]))
        assert entry["vendorPartNumber"] == line["vendorPartNumber"]
        assert entry["pricing"]["currencyCode"] == "USD"


def test_prices_are_in_the_currency_of_the_country(start: Callable[..., Sandbox], caller_for: Any) -> None:
    caller = caller_for(start(country_code="DE"))
    (entry,) = caller(
        "POST",
        PRICES,
        {"products": [{"ingramPartNumber": "DF4128"}]},
        query={"includeAvailability": "false", "includePricing": "true"},
        headers={"IM-CountryCode": "DE"},
    ).json
    assert (entry["pricing"]["currencyCode"], entry["pricing"]["customerPrice"]) == ("EUR", 56.93)
    assert "availability" not in entry


def test_unknown_parts_make_a_207_others_are_refused_within_a_200(caller: Any) -> None:
    reply = prices(caller, "XXX1", "1050ZD", "DF4128", "1007ZN")
    assert reply.status == 207
    assert [(e["index"], e.get("ingramPartNumber"), e.get("productStatusCode")) for e in reply.json] == [
        (3, "DF4128", ""),
        (1, "XXX1", "E"),
        (2, "1050ZD", "E"),
        (4, "1007ZN", "E"),
    ]
    assert all("pricing" not in entry and "availability" not in entry for entry in reply.json[1:])
    reply = prices(caller, "1050ZD", "1007ZN")
    assert (reply.status, [entry["productStatusCode"] for entry in reply.json]) == (200, ["E", "E"])


def test_what_is_closed_cannot_be_ordered_either(caller: Any) -> None:
    assert caller.create("PO-1", "1050ZD").status == 400
    reply = caller.create("PO-2", "1007ZN", "8RB884")
    assert reply.status == 207


@pytest.mark.parametrize(
    "name",
    ["vendorPartNumber", "upc", "customerPartNumber", "ingramPartNumber"],
)
def test_a_product_by_each_of_its_numbers(caller: Any, name: str) -> None:
    entry = next(e for e in LISTED if e.traits.customer_part_number and e.authorized and not e.discontinued)
    number = {
        "vendorPartNumber": entry.product.vendor_part_number,
        "upc": entry.traits.upc,
        "customerPartNumber": entry.traits.customer_part_number,
        "ingramPartNumber": entry.product.part_number,
    }[name]
    (told,) = prices(caller, {name: f" {str(number).lower()} "}).json
    assert told["ingramPartNumber"] == entry.product.part_number
    assert told["productStatusCode"] == ""


def test_orders_by_the_manufacturers_number_get_the_listed_product(caller: Any) -> None:
    entry = next(e for e in LISTED if e.authorized and not e.discontinued and e.product.order_type == "S")
    line = {"customerLineNumber": "1", "vendorPartNumber": entry.product.vendor_part_number, "quantity": 1}
    reply = caller("POST", "/resellers/v6/orders", {"customerOrderNumber": "PO-1", "lines": [line]})
    assert reply.json["orders"][0]["lines"][0]["ingramPartNumber"] == entry.product.part_number


@pytest.mark.parametrize(
    ("products", "field"),
    [([{}], "products[0]"), ([{"ingramPartNumber": " "}], "products[0]"), ([], "products"), (["x"] * 51, "products")],
)
def test_requests_that_make_no_sense_are_400(caller: Any, products: list[Any], field: str) -> None:
    reply = prices(caller, *products)
    assert (reply.status, reply.fields) == (400, {field})


def test_the_flags_are_required(caller: Any) -> None:
    reply = caller("POST", PRICES, {"products": [{"ingramPartNumber": "DF4128"}]})
    assert (reply.status, reply.fields) == (400, {"includeAvailability", "includePricing"})


def test_what_has_nothing_to_ship_tells_no_number(caller: Any) -> None:
    part = next(e.product.part_number for e in LISTED if not e.product.weight and e.product.stock and e.authorized)
    (told,) = prices(caller, part).json
    assert told["availability"] == {
        "available": True, "totalAvailability": None, "availabilityByWarehouse": [{"warehouseId": "49"}],
    }  # fmt: skip


def test_what_ran_out_tells_of_the_next_delivery_and_has_warehouses_as_numbers(caller: Any) -> None:
    (told,) = prices(caller, "DF4128").json
    availability = told["availability"]
    assert (availability["available"], availability["totalAvailability"]) == (False, 0)
    assert all(isinstance(place["warehouseId"], int) for place in availability["availabilityByWarehouse"])
    (expected,) = [place for place in availability["availabilityByWarehouse"] if "backOrderInfo" in place]
    assert expected["backOrderInfo"][0]["quantity"] == expected["quantityOnOrder"] > 0


def test_in_a_207_prices_of_one_manufacturer_stand_within_the_availability(caller: Any) -> None:
    part = next(e.product.part_number for e in LISTED if e.product.vendor_name == "Epson" and e.authorized)
    found = prices(caller, part, "XXX1").json[0]
    assert "pricing" not in found
    assert found["availability"]["pricing"]["customerPrice"] == prices(caller, part).json[0]["pricing"]["customerPrice"]


def test_stock_can_be_narrowed_to_warehouses(caller: Any) -> None:
    (whole,) = prices(caller, "2GZ200").json
    places = {
        place["warehouseId"]: place["quantityAvailable"] for place in whole["availability"]["availabilityByWarehouse"]
    }
    one = next(place for place, count in places.items() if count)
    narrow = {"availabilityByWarehouseId": one, "availabilityForAllLocation": False}
    (told,) = prices(caller, "2GZ200", availabilityByWarehouse=[narrow]).json
    assert told["availability"]["totalAvailability"] == places[one]
    assert "location" not in told["availability"]["availabilityByWarehouse"][0]


def test_more_is_told_when_it_is_asked_for(caller: Any) -> None:
    entry = next(e for e in LISTED if e.traits.bid and e.traits.reserved and e.authorized and not e.discontinued)
    part = entry.product.part_number
    (short,) = prices(caller, part).json
    (told,) = prices(
        caller,
        part,
        query={"includeProductAttributes": "true"},
        showAvailableDiscounts=True,
        showReserveInventoryDetails=True,
        specialBidNumber=entry.traits.bid,
    ).json
    assert {"productClass", "discounts", "reserveInventoryDetails"} <= told.keys() - short.keys()
    special = told["discounts"][0]["specialPricing"][0]
    saved = Decimal(str(short["pricing"]["customerPrice"])) - Decimal(str(told["pricing"]["customerPrice"]))
    assert saved == Decimal(str(special["specialPricingDiscount"]))
    assert special["specialBidNumber"] == entry.traits.bid


def walk(caller: Any, size: int, **query: Any) -> Iterator[Any]:
    for number in itertools.count(1):
        reply = page(caller, pageSize=size, pageNumber=number, **query)
        if reply.status == 404:
            return
        yield reply.json


@pytest.mark.parametrize("size", [1, 3, 40, 100])
def test_pages_come_short_and_totals_waver_and_nothing_is_lost(caller: Any, size: int) -> None:
    query = {"keyword": "1"} if size > 10 else {"keyword": "notebook", "vendor": "Apple"}
    pages = list(walk(caller, size, **query))
    found = [item["ingramPartNumber"] for each in pages for item in each["catalog"]]
    assert len(found) == len(set(found))
    if size > 10:
        assert any(len(each["catalog"]) < size for each in pages[:-1])
    totals = [each["recordsFound"] for each in pages]
    assert len(set(totals)) == min(3, len(totals))
    assert all(each["catalog"] for each in pages)


def test_nothing_is_404_in_the_vendors_words(caller: Any) -> None:
    reply = page(caller, keyword="no such thing")
    assert reply.status == 404
    assert reply.json == {"errors": [{"id": 123, "type": "Validation error", "message": "No Records Found"}]}


def test_flags_are_text_in_two_spellings(caller: Any) -> None:
    flags = {item["discontinued"] for item in page(caller, pageSize=100, pageNumber=20).json["catalog"]}
    assert {"False", "false"} <= flags <= {"True", "true", "False", "false"}


def test_groups_of_cloud_plans(caller: Any) -> None:
    groups = page(caller, type="IM::digital", showGroupInfo="true").json["subscriptionCatalog"]
    assert [group["numberOfPlans"] for group in groups] == ["10"] * 6
    assert "plans" not in groups[0]
    (group,) = page(caller, groupName=groups[0]["groupName"]).json["subscriptionCatalog"]
    assert len(group["plans"]) == 10
    (one,) = page(caller, planID=group["plans"][3]["planId"]).json["subscriptionCatalog"]
    assert [plan["planId"] for plan in one["plans"]] == [group["plans"][3]["planId"]]


def test_cloud_plans_have_prices_and_details(caller: Any) -> None:
    plan = plans.plans()[5]
    (told,) = prices(caller, {"planID": plan.number}).json
    option = told["subscriptionPrice"][0]["options"][0]
    assert option["resourcePricing"][0]["unitPrice"] == float(plan.price)
    details = caller("GET", DETAILS, query={"planId": plan.number}).json
    assert (details["indicators"], details["ciscoFields"], details["additionalInformation"]) == (None, None, None)
    assert details["subscriptionDetails"][0]["planName"] == plan.name


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        (f"{DETAILS}/DF4128", {}, 200),
        (f"{DETAILS}/df4128", {}, 200),
        (f"{DETAILS}/1050ZD", {}, 200),
        (f"{DETAILS}/XXX123", {}, 404),
        (f"{DETAILS}/DF41281", {}, 400),
        (DETAILS, {}, 400),
        (DETAILS, {"vendorPartNumber": "no such"}, 404),
        (DETAILS, {"planName": "Office Online Kiosk"}, 200),
    ],
)
def test_details(caller: Any, path: str, query: dict[str, str], status: int) -> None:
    assert caller("GET", path, query=query).status == status


@pytest.mark.parametrize(
    ("operation", "path", "query"),
    [
        ("get-reseller-v6-productsearch", SEARCH, {"pageSize": "100"}),
        ("get-reseller-v6-productsearch", SEARCH, {"showGroupInfo": "true"}),
        ("get-reseller-v6-productdetail", f"{DETAILS}/DF4128", {}),
        ("get-reseller-v6-productdetailcmp", DETAILS, {"planId": "471405"}),
    ],
)
def test_answers_fit_the_contract(caller: Any, operation: str, path: str, query: dict[str, str]) -> None:
    reference = reference_of({"operation": operation, "kind": "response", "status": "200"})
    _, drift = read(reference, caller("GET", path, query=query).body, pause_gc=False)
    assert drift == ()


def test_prices_fit_the_contract(caller: Any) -> None:
    reply = prices(caller, *(entry.product.part_number for entry in LISTED[:49]), "XXX1", showAvailableDiscounts=True)
    reference = reference_of({"operation": "post-priceandavailability", "kind": "response", "status": "207"})
    found, drift = read(reference, reply.body, pause_gc=False)
    assert (len(found), drift) == (50, ())


def test_the_number_of_a_vendor_is_always_the_same(caller: Any) -> None:
    assert catalogue.find_product("DF4128") == catalogue.find_product(" df4128 ")
    (first,) = prices(caller, "DF4128", query={"includeProductAttributes": "true"}).json
    assert page(caller, vendorNumber=first["vendorNumber"]).json["catalog"][0]["vendorName"] == "Logitech"
