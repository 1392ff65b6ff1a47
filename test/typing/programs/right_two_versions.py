"""A program for the vendor's SDK 1.1.0 and one for 1.3.0: their positional arguments stand in other orders."""

from typing_extensions import assert_type

from xi.sdk.resellers import (
    ApiClient,
    ApiResponse,
    DealsApi,
    PriceAndAvailabilityRequest,
    PriceAndAvailabilityResponseInner,
    ProductCatalogApi,
)
from xi.sdk.resellers.models.price_and_availability_request_products_inner import (
    PriceAndAvailabilityRequestProductsInner,
)

catalog = ProductCatalogApi(ApiClient())
deals = DealsApi(ApiClient())
request = PriceAndAvailabilityRequest(products=[PriceAndAvailabilityRequestProductsInner(ingram_part_number="2GZ200")])

older = catalog.post_priceandavailability(True, True, "20-222222", "US", "c0ffee", request, False, "me")
assert_type(older, list[PriceAndAvailabilityResponseInner])
newer = catalog.post_priceandavailability(True, True, "20-222222", "US", "c0ffee", False, "me", request)
assert_type(newer, list[PriceAndAvailabilityResponseInner])
named = catalog.post_priceandavailability(True, True, price_and_availability_request=request)
assert_type(named, list[PriceAndAvailabilityResponseInner])
whole = catalog.post_priceandavailability_with_http_info(True, True, "20-222222", "US", "c0ffee", request)
assert_type(whole, ApiResponse[list[PriceAndAvailabilityResponseInner]])
for product in newer:
    print(product.ingram_part_number)

deals.get_resellers_v6_dealsdetails("20-222222", "US", "c0ffee", "app", "SANDBOX", "12345603")
deals.get_resellers_v6_dealsdetails("20-222222", "US", "c0ffee", "app", "12345603", "Apple")
deals.get_resellers_v6_dealsdetails(deal_id="12345603", im_environment="SANDBOX")
