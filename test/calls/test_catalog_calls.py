"""The operations of the product catalog, called plainly: arguments, answers, faults. Both twins, real sockets."""

import json
from decimal import Decimal

import pytest

from test.support.client_twins import ApiClient, ProductCatalogApi, StockUpdateApi
from xi_sdk_resellers import (
    ApiResponseException,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    NotFoundException,
    PriceAndAvailabilityRequest,
    Retries,
)
from xi_sdk_resellers.sandbox import Fault

pytestmark = pytest.mark.usefixtures("twins")
BODY = {"products": [{"ingramPartNumber": "DF4128"}]}
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def client(sandbox, twins):
    with ApiClient(sandbox.configuration(retries=Retries(backoff=0))) as made:
        yield made


@pytest.fixture
def api(client):
    return ProductCatalogApi(client)


def last(sandbox):
    return sandbox.ledger.requests[-1]


def test_prices_are_a_list_of_models(api):
    (found,) = api.post_priceandavailability(True, True, price_and_availability_request=BODY)
    assert (found.ingram_part_number, found.pricing.customer_price) == ("DF4128", Decimal("61.22"))
    whole = api.post_priceandavailability_with_http_info(True, True, price_and_availability_request=BODY)
    assert (whole.status_code, whole.data[0].availability.total_availability) == (200, 0)


def test_a_207_is_a_list_like_any_other(api):
    body = {"products": [{"ingramPartNumber": "XXX1"}, {"upc": "1"}, {"ingramPartNumber": "DF4128"}]}
    answer = api.post_priceandavailability_with_http_info(True, True, price_and_availability_request=body)
    assert answer.status_code == 207
    assert [item.product_status_code for item in answer.data] == ["", "E", "E"]


@pytest.mark.parametrize("body", [BODY, PriceAndAvailabilityRequest.from_dict(BODY)])
def test_arguments_by_place_in_the_order_of_both_versions(api, sandbox, body):
    common = (True, False, "20-222222", "US", "corr")
    api.post_priceandavailability(*common, True, "me", body)  # 1.3.0
    newer = last(sandbox)
    api.post_priceandavailability(*common, body, True, "me")  # 1.1.0
    older = last(sandbox)
    assert newer.query == older.query == {
        "includeAvailability": ["true"], "includePricing": ["false"], "includeProductAttributes": ["true"],
    }  # fmt: skip
    assert json.loads(newer.body) == json.loads(older.body) == BODY
    assert newer.headers["im-senderid"] == older.headers["im-senderid"] == "me"


@pytest.mark.parametrize(
    ("body", "error", "words"),
    [
        ({"products": []}, ApiValueError, "at least 1"),
        ({"products": [{"ingramPartNumber": str(n)} for n in range(51)]}, ApiValueError, "at most 50"),
        ({"product": [{"ingramPartNumber": "A"}]}, ApiValueError, "did you mean 'products'"),
        ({"products": [{"ingramPartNumbr": "A"}]}, ApiValueError, "did you mean 'ingramPartNumber'"),
        ("DF4128", ApiTypeError, "a mapping is needed, not str"),
    ],
)
def test_bodies_are_checked_before_anything_is_sent(api, sandbox, body, error, words):
    with pytest.raises(error, match=words):
        api.post_priceandavailability(True, True, price_and_availability_request=body)
    assert sandbox.ledger.requests == []


@pytest.mark.parametrize("body", [b"<html>no</html>", b"null", b"12", b'"text"', b"", b'[{"ingramPartNumber": "A"'])
def test_an_answer_that_is_no_list_is_an_exception_that_keeps_it(api, sandbox, body):
    sandbox.faults.add(Fault("status", status=200, body=body, headers=JSON, operation="post_priceandavailability"))
    with pytest.raises(ApiResponseException) as caught:
        api.post_priceandavailability(True, True, price_and_availability_request=BODY)
    assert caught.value.raw_body == body


def test_one_object_for_a_list_is_a_list_of_one(api, sandbox):
    body = b'{"ingramPartNumber": "DF4128"}'
    sandbox.faults.add(Fault("status", status=200, body=body, headers=JSON, operation="post_priceandavailability"))
    answer = api.post_priceandavailability_with_http_info(True, True, price_and_availability_request=BODY)
    assert [item.ingram_part_number for item in answer.data] == ["DF4128"]
    assert answer.drift


@pytest.mark.parametrize("name", ["lost_answer", "reset", "hang_up"])
def test_asking_for_prices_is_repeated_because_it_only_reads(api, sandbox, name):
    sandbox.faults.add(Fault(name, operation="post_priceandavailability"))
    assert len(api.post_priceandavailability(True, True, price_and_availability_request=BODY)) == 1


def test_a_search_and_its_empty_result(api, sandbox):
    page = api.get_reseller_v6_productsearch(
        keyword=["monitor"], vendor=["HP", "Dell"], page_size=5, page_number=2, accept_language="en"
    )
    assert (page.page_size, page.page_number, len(page.catalog)) == (5, 2, 5)
    assert last(sandbox).query == {
        "keyword": ["monitor"], "vendor": ["HP", "Dell"], "pageSize": ["5"], "pageNumber": ["2"],
    }  # fmt: skip
    nothing = api.get_reseller_v6_productsearch_with_http_info(keyword=["no such thing"])
    assert (nothing.status_code, nothing.data.catalog) == (404, [])
    groups = api.get_reseller_v6_productsearch(type="IM::digital", show_group_info=True)
    assert len(groups.subscription_catalog) == 6


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda api: api.get_reseller_v6_productsearch(page_size=101), "page_size"),
        (lambda api: api.get_reseller_v6_productsearch(page_number=0), "page_number"),
        (lambda api: api.get_reseller_v6_productsearch(keyword=[]), "keyword"),
        (lambda api: api.get_reseller_v6_productdetail("1234567"), "at most 6 characters, not 7"),
        (lambda api: api.get_reseller_v6_productdetail(""), "ingram_part_number"),
        (lambda api: api.get_reseller_v6_productdetail("A/1"), "ingram_part_number"),
    ],
)
def test_arguments_are_checked_before_anything_is_sent(api, sandbox, call, words):
    with pytest.raises(ApiValueError, match=words):
        call(api)
    assert sandbox.ledger.requests == []


def test_details_by_either_number_and_what_is_not_there(api):
    product = api.get_reseller_v6_productdetail("DF4128")
    assert api.get_reseller_v6_productdetailcmp(vendor_part_number=product.vendor_part_number) == product
    with pytest.raises(NotFoundException, match="No Records Found"):
        api.get_reseller_v6_productdetail("XXX123")
    with pytest.raises(BadRequestException) as caught:
        api.get_reseller_v6_productdetailcmp()
    assert caught.value.fields[0].field == "vendorPartNumber"


def test_details_of_2024_are_understood(api, sandbox):
    body = b'{"productSubCategory": "Old", "indicators": {"isRefurbished": true, "hasReturnLimits": false}, "warrantyInformation": [{"a": 1}]}'  # noqa: E501
    sandbox.faults.add(Fault("status", status=200, body=body, headers=JSON, operation="get_reseller_v6_productdetail"))
    product = api.get_reseller_v6_productdetail("DF4128")
    assert (product.product_sub_category, product.indicators.is_refurbished) == ("Old", True)
    assert (product.indicators.has_return_limits, product.warranty_information) == (False, [{"a": 1}])


def test_a_stock_event_is_asked_for_and_comes(client, sandbox, sample):
    event = sample("availability-update-webhook-request-order-with-header-comments")
    url = f"{sandbox.url}/hook"  # nobody there takes it, which the delivery tells
    stock = StockUpdateApi(client)
    assert stock.resellers_v1_webhooks_availabilityupdate_post(url, "proof", event) is None
    sandbox.drain()
    (delivery,) = sandbox.deliveries
    assert (delivery.url, delivery.headers["x-hub-signature"]) == (url, "proof")
    for each in event["resource"]:
        del each["skuStatus"]  # what is null is not sent
    assert json.loads(delivery.body) == event
    with pytest.raises(ApiValueError, match="targeturl must match"):
        stock.resellers_v1_webhooks_availabilityupdate_post("nowhere", "proof", event)
    with pytest.raises(BadRequestException):
        stock.resellers_v1_webhooks_availabilityupdate_post("https://[x/", "proof", event)
    assert "im-correlationid" not in last(sandbox).headers
