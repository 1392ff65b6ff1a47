# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The ProductCatalog operations as data."""

from __future__ import annotations

from xi_sdk_resellers._operations.parameters import IM_CORRELATION_ID, IM_COUNTRY_CODE, IM_CUSTOMER_NUMBER, IM_SENDER_ID
from xi_sdk_resellers.operation import Operation, Parameter

POST_PRICEANDAVAILABILITY = Operation(
    "post_priceandavailability",
    "POST",
    "/resellers/v6/catalog/priceandavailability",
    parameters=(
        Parameter("include_availability", "includeAvailability", "query", kind="boolean", required=True),
        Parameter("include_pricing", "includePricing", "query", kind="boolean", required=True),
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        Parameter("include_product_attributes", "includeProductAttributes", "query", kind="boolean"),
        IM_SENDER_ID,
    ),
    answers={
        **dict.fromkeys((200, 207), "price_and_availability:PriceAndAvailability[]"),
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    body="price_and_availability_request:PriceAndAvailabilityRequest",
    body_argument="price_and_availability_request",
)

GET_RESELLER_V6_PRODUCTSEARCH = Operation(
    "get_reseller_v6_productsearch",
    "GET",
    "/resellers/v6/catalog",
    parameters=(
        IM_CUSTOMER_NUMBER,
        IM_CORRELATION_ID,
        IM_COUNTRY_CODE,
        Parameter("page_number", "pageNumber", "query", kind="integer", minimum=1, maximum=999999999),
        Parameter("page_size", "pageSize", "query", kind="integer", minimum=1, maximum=100),
        IM_SENDER_ID,
        Parameter("type", "type", "query"),
        Parameter("has_discounts", "hasDiscounts", "query"),
        Parameter("vendor", "vendor", "query", kind="text_list", min_length=1, min_items=1),
        Parameter("vendor_part_number", "vendorPartNumber", "query", kind="text_list", min_length=1, min_items=1),
        Parameter("accept_language", "Accept-Language", "header"),
        Parameter("vendor_number", "vendorNumber", "query"),
        Parameter("keyword", "keyword", "query", kind="text_list", min_length=1, min_items=1),
        Parameter("category", "category", "query"),
        Parameter("skip_authorisation", "skipAuthorisation", "query"),
        Parameter("group_name", "groupName", "query"),
        Parameter("plan_id", "planID", "query"),
        Parameter("show_group_info", "showGroupInfo", "query", kind="boolean"),
    ),
    answers={
        200: "product_search_response:ProductSearchResponse",
        **dict.fromkeys((400, 401, 404, 429, 500), "error_response:ErrorResponse"),
    },
    nothing_found=(404,),
)

GET_RESELLER_V6_PRODUCTDETAIL = Operation(
    "get_reseller_v6_productdetail",
    "GET",
    "/resellers/v6/catalog/details/{ingramPartNumber}",
    parameters=(
        Parameter(
            "ingram_part_number",
            "ingramPartNumber",
            "path",
            required=True,
            max_length=6,
            min_length=1,
            pattern="^[^/]+$",
        ),
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        IM_SENDER_ID,
    ),
    answers={
        200: "product_detail_response:ProductDetailResponse",
        **dict.fromkeys((400, 401, 404, 429, 500), "error_response:ErrorResponse"),
    },
)

GET_RESELLER_V6_PRODUCTDETAILCMP = Operation(
    "get_reseller_v6_productdetailcmp",
    "GET",
    "/resellers/v6/catalog/details",
    parameters=(
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        IM_SENDER_ID,
        Parameter("plan_name", "planName", "query"),
        Parameter("plan_id", "planId", "query"),
        Parameter("vendor_part_number", "vendorPartNumber", "query"),
    ),
    answers={
        200: "product_detail_response:ProductDetailResponse",
        **dict.fromkeys((400, 401, 404, 429, 500), "error_response:ErrorResponse"),
    },
)
