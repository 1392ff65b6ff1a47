# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Renewals operations as data."""

from __future__ import annotations

from xi_sdk_resellers._operations.parameters import IM_CORRELATION_ID, IM_COUNTRY_CODE, IM_CUSTOMER_NUMBER, IM_SENDER_ID
from xi_sdk_resellers.operation import Operation, Parameter

POST_RENEWALSSEARCH = Operation(
    "post_renewalssearch",
    "POST",
    "/resellers/v6/renewals/search",
    parameters=(
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        IM_SENDER_ID,
        Parameter("customer_order_number", "customerOrderNumber", "query"),
        Parameter("ingram_purchase_order_number", "ingramPurchaseOrderNumber", "query"),
        Parameter("serial_number", "serialNumber", "query"),
        Parameter("page", "page", "query", max_length=9, pattern="^[1-9][0-9]*$"),
        Parameter("size", "size", "query", max_length=9, pattern="^[1-9][0-9]*$"),
        Parameter("sort", "sort", "query"),
    ),
    answers={
        200: "renewals_search_response:RenewalsSearchResponse",
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    body="renewals_search_request:RenewalsSearchRequest",
    body_argument="renewals_search_request",
    body_required=False,
    nothing_found=(404,),
)

GET_RESELLERS_V6_RENEWALSDETAILS = Operation(
    "get_resellers_v6_renewalsdetails",
    "GET",
    "/resellers/v6/renewals/{renewalId}",
    parameters=(
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        Parameter("renewal_id", "renewalId", "path", required=True, min_length=1, pattern="^[^/]+$"),
        IM_SENDER_ID,
    ),
    answers={
        200: "renewals_details_response:RenewalsDetailsResponse",
        **dict.fromkeys((400, 401, 404, 429, 500), "error_response:ErrorResponse"),
    },
)
