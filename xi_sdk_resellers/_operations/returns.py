# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Returns operations as data."""

from __future__ import annotations

from xi_sdk_resellers._operations.parameters import IM_CORRELATION_ID, IM_COUNTRY_CODE, IM_CUSTOMER_NUMBER, IM_SENDER_ID
from xi_sdk_resellers.operation import Operation, Parameter

GET_RESELLERS_V6_RETURNSSEARCH = Operation(
    "get_resellers_v6_returnssearch",
    "GET",
    "/resellers/v6/returns/search",
    parameters=(
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        IM_SENDER_ID,
        Parameter("case_request_number", "caseRequestNumber", "query"),
        Parameter("invoice_number", "invoiceNumber", "query"),
        Parameter("return_claim_id", "returnClaimId", "query"),
        Parameter("reference_number", "referenceNumber", "query"),
        Parameter("ingram_part_number", "ingramPartNumber", "query"),
        Parameter("vendor_part_number", "vendorPartNumber", "query"),
        Parameter(
            "return_status_in", "returnStatus-in", "query", kind="text_list", min_length=1, min_items=1, joined=True
        ),
        Parameter(
            "claim_status_in", "claimStatus-in", "query", kind="text_list", min_length=1, min_items=1, joined=True
        ),
        Parameter("created_on_bt", "createdOn-bt", "query"),
        Parameter("modified_on_bt", "modifiedOn-bt", "query"),
        Parameter(
            "return_reason_in", "returnReason-in", "query", kind="text_list", min_length=1, min_items=1, joined=True
        ),
        Parameter("page", "page", "query", kind="integer", minimum=1, maximum=999999999, text=True),
        Parameter("size", "size", "query", kind="integer", minimum=1, maximum=999999999, text=True),
        Parameter("sort", "sort", "query"),
        Parameter("sorting_column_name", "sortingColumnName", "query"),
    ),
    answers={
        200: "returns_search_response:ReturnsSearchResponse",
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    nothing_found=(404,),
)

GET_RESELLERS_V6_RETURNSDETAILS = Operation(
    "get_resellers_v6_returnsdetails",
    "GET",
    "/resellers/v6/returns/{caseRequestNumber}",
    parameters=(
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        Parameter("case_request_number", "caseRequestNumber", "path", required=True, min_length=1, pattern="^[^/]+$"),
        IM_SENDER_ID,
    ),
    answers={
        200: "returns_details_response:ReturnsDetailsResponse",
        **dict.fromkeys((400, 401, 404, 429, 500), "error_response:ErrorResponse"),
    },
)

POST_RETURNSCREATE = Operation(
    "post_returnscreate",
    "POST",
    "/resellers/v6/returns/create",
    parameters=(IM_CUSTOMER_NUMBER, IM_COUNTRY_CODE, IM_CORRELATION_ID, IM_SENDER_ID),
    answers={
        200: "returns_create_response:ReturnsCreateResponse",
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    effect="change",
    done="the return was filed",
    in_doubt="Look for a return of this invoice before you send it again: it may have been taken.",
    success=("returns_claims[].case_request_number",),
    body="returns_create_request:ReturnsCreateRequest",
    body_argument="returns_create_request",
)
