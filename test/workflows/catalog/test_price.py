"""What an answer says of each part: matched by number, in the order asked, None where it is not told."""

import json
from datetime import date
from decimal import Decimal

import pytest

from test.support.samples import sample
from xi_sdk_resellers import BadRequestException
from xi_sdk_resellers._modelling.listed import read
from xi_sdk_resellers._workflows.catalog.parts import wanted
from xi_sdk_resellers._workflows.catalog.price import failed_prices, prices_of

REFERENCE = "price_and_availability:PriceAndAvailability[]"


def asked(*numbers, by="ingram_part_number"):
    return [wanted(number, place, by) for place, number in enumerate(numbers)]


def answered(value):
    return read(REFERENCE, json.dumps(value).encode(), pause_gc=False)[0]


def priced(entry, number="A", by="ingram_part_number"):
    (found,) = prices_of(asked(number, by=by), answered([{"ingramPartNumber": "A", **entry}]))
    return found


def test_the_vendors_sample_of_a_207():
    answer = answered(sample("post-priceandavailability-response-207-with-multiple-products-valid-invalid"))
    first, second = prices_of(asked("12351211 ", "123512"), answer)
    assert (first.part, first.refused, first.failed) == ("12351211", True, False)
    assert first.reason == "Product not found for IngramPartNumber:  12351211"
    assert (second.price, second.list_price, second.currency) == (Decimal("5.43"), Decimal("10"), "USD")
    assert (second.available, second.quantity, second.reason, second.refused) == (True, 240479, None, False)
    assert second.by_warehouse == {
        "20": 105415, "25": 100000, "30": 9981, "40": 1049, "80": 995, "10": 23039, "81": None, "05": None,
    }  # fmt: skip


def test_the_vendors_sample_of_a_200():
    (found,) = prices_of(asked("4a0036"), answered(sample("post-priceandavailability-response-200-sampleresponse")))
    assert (found.part, found.price, found.list_price) == ("4a0036", Decimal("74.34"), Decimal("189.99"))
    assert (found.available, found.quantity, found.eta) == (False, 0, date(2025, 1, 1))
    assert found.by_warehouse == {"20": None, "40": 0, "80": 0, "10": 0}
    assert found.product.discounts[0].special_pricing[0].special_bid_number == "TESTRKP1"


@pytest.mark.parametrize(
    ("entry", "available", "quantity"),
    [
        ({}, None, None),
        ({"availability": None}, None, None),
        ({"availability": {"available": True, "totalAvailability": None}}, True, None),
        ({"availability": {"available": False}}, False, None),
        ({"availability": {"totalAvailability": 3}}, True, 3),
        ({"availability": {"totalAvailability": "3"}}, True, 3),
        ({"availability": {"totalAvailability": 0}}, False, 0),
        ({"availability": {"totalAvailability": "many"}}, None, None),
        ({"availability": {"availabilityByWarehouse": [{"warehouseId": 10, "quantityAvailable": 2}]}}, True, 2),
        ({"availability": {"availabilityByWarehouse": {"warehouseId": 10, "quantityAvailable": 2}}}, True, 2),
        ({"availability": {"availabilityByWarehouse": [{"warehouseId": "10"}]}}, None, None),
        ({"availability": {"available": True, "totalAvailability": 0}}, True, 0),
        ({"availability": [{"totalAvailability": 1}]}, True, 1),
        ({"availability": "some"}, None, None),
    ],
)
def test_a_quantity_that_is_not_told_is_none(entry, available, quantity):
    found = priced(entry)
    assert (found.available, found.quantity) == (available, quantity)


@pytest.mark.parametrize(
    ("entry", "price", "list_price"),
    [
        ({"pricing": {"customerPrice": 1.1, "retailPrice": None}}, Decimal("1.1"), None),
        ({"pricing": {"retailPrice": 2}}, None, Decimal(2)),
        ({"pricing": {"customerPrice": "1.10"}}, Decimal("1.10"), None),
        ({"pricing": {"customerPrice": "on request"}}, None, None),
        ({"availability": {"pricing": {"customerPrice": 3}}}, Decimal(3), None),
        ({"pricing": None}, None, None),
    ],
)
def test_a_price_that_is_not_told_is_none(entry, price, list_price):
    found = priced(entry)
    assert (found.price, found.list_price) == (price, list_price)


@pytest.mark.parametrize(
    ("days", "eta"),
    [
        ([{"etaDate": "2026-01-01"}, {"etaDate": "2025-05-01"}], date(2025, 5, 1)),
        ([{"etaDate": "soon"}, {"etaDate": None}, {}], None),
        ({"etaDate": "2026-01-01"}, date(2026, 1, 1)),
        ([], None),
    ],
)
def test_the_next_delivery(days, eta):
    assert (
        priced({"availability": {"availabilityByWarehouse": [{"warehouseId": "1", "backOrderInfo": days}]}}).eta == eta
    )


@pytest.mark.parametrize(
    ("by", "number", "entry"),
    [
        ("ingram_part_number", " a ", {"ingramPartNumber": "A"}),
        ("ingram_part_number", "A", {"ingramPartNumber": " a "}),
        ("vendor_part_number", "e2016hv", {"vendorPartNumber": "E2016HV"}),
        ("vendor_part_number", "E2-LONG", {"vendorPartNumber": "E2", "extendedVendorPartNumber": "E2-LONG"}),
        ("customer_part_number", "my-1", {"customerPartNumber": "MY-1"}),
        ("upc", "884116186519", {"upc": "0884116186519"}),
        ("plan_id", "471490", {"ingramPartNumber": None, "subscriptionPrice": [{"planId": "471490"}]}),
    ],
)  # fmt: skip
def test_answers_are_matched_by_the_number_that_was_asked_for(by, number, entry):
    (found,) = prices_of(asked(number, by=by), answered([{"ingramPartNumber": "B"}, entry]))
    assert found.product.to_dict() == entry
    assert found.reason is None


@pytest.mark.parametrize(
    "answer", [None, [], [{}], [{"ingramPartNumber": "B"}], {"ingramPartNumber": "B"}, "text", [None, 1]]
)
def test_a_part_that_the_answer_lacks_says_so(answer):
    (found,) = prices_of(asked("A"), answered(answer))
    assert (found.refused, found.reason) == (True, "the answer has nothing about this part")


def test_of_several_entries_with_one_number_one_that_was_not_refused_counts():
    refused = {"vendorPartNumber": "V", "productStatusCode": "e", "productStatusMessage": "gone"}
    good = {"vendorPartNumber": "V", "ingramPartNumber": "A", "pricing": {"customerPrice": 1}}
    for entries in ([refused, good], [good, refused]):
        (found,) = prices_of(asked("V", by="vendor_part_number"), answered(entries))
        assert (found.price, found.refused) == (Decimal(1), False)
    (found,) = prices_of(asked("V", by="vendor_part_number"), answered([{**refused, "productStatusMessage": None}]))
    assert (found.refused, found.reason) == (True, "refused without a reason")


def test_the_parts_of_a_batch_that_has_failed():
    error = BadRequestException(status=400, reason="Bad Request", operation="post_priceandavailability")
    found = failed_prices(asked("A", "B"), error)
    assert [price.part for price in found] == ["A", "B"]
    assert all(price.failed and not price.refused and price.error is error for price in found)
    assert found[0].reason == "post_priceandavailability: 400 Bad Request"
