# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Deals operations as data."""

from __future__ import annotations

from xi_sdk_resellers._operations.parameters import (
    IM_APPLICATION_ID,
    IM_CORRELATION_ID,
    IM_COUNTRY_CODE,
    IM_CUSTOMER_NUMBER,
    IM_SENDER_ID,
)
from xi_sdk_resellers.operation import Operation, Parameter

GET_RESELLERS_V6_DEALSSEARCH = Operation(
    "get_resellers_v6_dealssearch",
    "GET",
    "/resellers/v6/deals/search",
    parameters=(
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        IM_SENDER_ID,
        Parameter("end_user", "endUser", "query"),
        Parameter("vendor", "vendor", "query"),
        Parameter("deal_id", "dealId", "query"),
        Parameter("size", "Size", "query", kind="integer", minimum=1, maximum=100),
        Parameter("page", "Page", "query", kind="integer", minimum=1, maximum=999999999),
    ),
    answers={
        200: "deals_search_response:DealsSearchResponse",
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    nothing_found=(404,),
)

GET_RESELLERS_V6_DEALSDETAILS = Operation(
    "get_resellers_v6_dealsdetails",
    "GET",
    "/resellers/v6/deals/{dealId}",
    parameters=(
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        IM_APPLICATION_ID,
        Parameter("deal_id", "dealId", "path", required=True, min_length=1, pattern="^[^/]+$"),
        Parameter("vendor_name", "vendorName", "query"),
        Parameter("im_environment", "IM-Environment", "header", max_length=32),
    ),
    answers={
        200: "deals_details_response:DealsDetailsResponse",
        **dict.fromkeys((400, 401, 404, 429, 500), "error_response:ErrorResponse"),
    },
)
