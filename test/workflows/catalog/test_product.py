"""One product by any of its numbers. Both twins, real sockets."""

import pytest

from xi_sdk_resellers import ApiTypeError, ApiValueError, NotFoundException
from xi_sdk_resellers.sandbox import Fault
from xi_sdk_resellers.sandbox.world import assortment

ENTRY = next(entry for entry in assortment.listed() if entry.traits.customer_part_number and entry.product.weight)


@pytest.mark.parametrize(
    ("number", "calls"),
    [
        ({"ingram_part_number": ENTRY.product.part_number.lower()}, 1),
        ({"vendor_part_number": ENTRY.product.vendor_part_number}, 1),
        ({"customer_part_number": ENTRY.traits.customer_part_number}, 2),
        ({"upc": ENTRY.traits.upc}, 2),
        ({"upc": ENTRY.traits.upc.lstrip("0")}, 2),
    ],
)
def test_a_product_by_any_of_its_numbers(catalog, sandbox, number, calls):
    product = catalog.product(**number)
    assert product.ingram_part_number == ENTRY.product.part_number
    assert product.upc == ENTRY.traits.upc
    assert product.technical_specifications[0].header_name == "Basic"
    assert product.indicators.has_return_limits is False
    requests = [request for request in sandbox.ledger.requests if request.operation != "get_accesstoken"]
    assert len(requests) == calls
    if calls == 2:  # of several numbers the one that no two manufacturers share
        assert requests[-1].path.endswith(f"/{ENTRY.product.part_number}")


@pytest.mark.parametrize("number", [{"plan_id": "471405"}, {"plan_name": "office online kiosk"}])
def test_a_cloud_plan(catalog, number):
    product = catalog.product(**number)
    assert (product.indicators, product.cisco_fields, product.warranty_information) == (None, None, None)
    assert product.subscription_details[0].plan_id == "471405"
    assert product.subscription_details[0].billing_period.billing_period == 1


@pytest.mark.parametrize(
    "number",
    [
        {"ingram_part_number": "XXX123"},
        {"vendor_part_number": "no such number"},
        {"customer_part_number": "XXX123"},
        {"upc": "123"},
        {"plan_id": "1"},
    ],
)
def test_a_product_that_is_not_there(catalog, number):
    with pytest.raises(NotFoundException) as caught:
        catalog.product(**number)
    assert "not found" in str(caught.value).lower() or "No Records Found" in str(caught.value)
    assert caught.value.correlation_id


def test_a_product_that_is_not_for_this_account(catalog):
    closed = next(entry for entry in assortment.listed() if not entry.authorized)
    with pytest.raises(NotFoundException, match="is not authorized for this account"):
        catalog.product(upc=closed.traits.upc)
    assert catalog.product(ingram_part_number=closed.product.part_number).product_authorized == "False"


def test_a_product_without_any_number_is_not_found(catalog, sandbox):
    body, headers = b'[{"upc": "1", "description": "nameless"}]', {"Content-Type": "application/json", "X-Own": "1"}
    sandbox.faults.add(Fault("status", status=200, body=body, headers=headers, operation="post_priceandavailability"))
    with pytest.raises(NotFoundException) as caught:
        catalog.product(upc="1")
    error = caught.value
    assert (error.status, error.raw_body, error.headers["X-Own"]) == (200, body, "1")
    assert (error.operation, error.method) == ("post_priceandavailability", "POST")
    assert error.path.endswith("/catalog/priceandavailability")
    (request,) = (one for one in sandbox.ledger.requests if one.operation == error.operation)
    assert error.correlation_id == request.headers["im-correlationid"]


def test_a_long_part_number_is_read_by_the_manufacturers(catalog, sandbox):
    answer = b'[{"ingramPartNumber": "5348387", "vendorPartNumber": "%b", "upc": "1"}]'
    body = answer % ENTRY.product.vendor_part_number.encode()
    headers = {"Content-Type": "application/json"}
    sandbox.faults.add(Fault("status", status=200, body=body, headers=headers, operation="post_priceandavailability"))
    assert catalog.product(upc="1").ingram_part_number == ENTRY.product.part_number


@pytest.mark.parametrize(
    ("numbers", "error", "words"),
    [
        ({}, ApiValueError, "give one of ingram_part_number, .*, not nothing"),
        ({"upc": "1", "plan_id": "2"}, ApiValueError, "not upc, plan_id"),
        ({"ingram_part_number": "1234567"}, ApiValueError, "ingram_part_number must have at most 6 characters, not 7"),
        ({"ingram_part_number": "A/1"}, ApiValueError, "ingram_part_number"),
        ({"upc": " "}, ApiValueError, "upc must not be empty"),
        ({"upc": 1.5}, ApiTypeError, "upc must be a text, not float"),
        ({"upc": True}, ApiTypeError, "upc must be a text, not bool"),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(catalog, sandbox, numbers, error, words):
    with pytest.raises(error, match=words):
        catalog.product(**numbers)
    assert sandbox.ledger.requests == []


def test_500_twice_and_a_lost_answer_are_survived(catalog, sandbox):
    operation = "get_reseller_v6_productdetail"
    sandbox.faults.add(Fault("status", status=500, times=2, operation=operation))
    sandbox.faults.add(Fault("lost_answer", operation=operation))
    assert catalog.product(ingram_part_number="DF4128").vendor_name == "Logitech"
