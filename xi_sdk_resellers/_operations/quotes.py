# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Quotes operations as data."""

from __future__ import annotations

from xi_sdk_resellers._operations.parameters import (
    IM_CORRELATION_ID,
    IM_COUNTRY_CODE,
    IM_CUSTOMER_CONTACT,
    IM_CUSTOMER_NUMBER,
    IM_SENDER_ID,
)
from xi_sdk_resellers.operation import Operation, Parameter

GET_QUOTESSEARCH_V6 = Operation(
    "get_quotessearch_v6",
    "GET",
    "/resellers/v6/quotes/search",
    parameters=(
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CUSTOMER_CONTACT,
        IM_CORRELATION_ID,
        Parameter("ingram_order_date_bt", "ingramOrderDate-bt", "query", kind="date_range", min_items=2, max_items=2),
        Parameter("quote_number", "quoteNumber", "query"),
        Parameter("special_bid_number", "specialBidNumber", "query"),
        Parameter("end_user_contact", "endUserContact", "query"),
        Parameter("sorting_order", "sortingOrder", "query"),
        Parameter("sort_by", "sortBy", "query"),
        Parameter("page_size", "pageSize", "query", kind="integer", minimum=1, maximum=25),
        Parameter("page_number", "pageNumber", "query", kind="integer", minimum=1, maximum=999999999),
        Parameter("vendor_name", "vendorName", "query"),
        Parameter("quote_name", "quoteName", "query"),
        Parameter("status", "status", "query"),
        Parameter("quote_create_date_bt", "quoteCreateDate-bt", "query"),
        IM_SENDER_ID,
    ),
    answers={
        200: "quote_search_response:QuoteSearchResponse",
        **dict.fromkeys((400, 401, 404, 429, 500), "error_response:ErrorResponse"),
    },
    nothing_found=(404,),
)

GET_RESELLERS_V6_QUOTES = Operation(
    "get_resellers_v6_quotes",
    "GET",
    "/resellers/v6/quotes/{quoteNumber}",
    parameters=(
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        Parameter("quote_number", "quoteNumber", "path", required=True, min_length=1),
        IM_SENDER_ID,
    ),
    answers={
        200: "quote_details_response:QuoteDetailsResponse",
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
)

QUOTE_CREATE = Operation(
    "quote_create",
    "POST",
    "/resellers/v6/quotes/create",
    parameters=(IM_CUSTOMER_NUMBER, IM_COUNTRY_CODE, IM_CORRELATION_ID, IM_SENDER_ID),
    answers={
        200: "quote_create_response:QuoteCreateResponse",
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    effect="change",
    done="the quote was created",
    in_doubt="Search quotes by its name before you send it again: it may have been taken.",
    success=("quote_number",),
    body="quote_create_request:QuoteCreateRequest",
    body_argument="quote_create_request",
)

GET_RESELLER_V6_VALIDATE_QUOTE = Operation(
    "get_reseller_v6_validate_quote",
    "GET",
    "/resellers/v6/q2o/validatequote",
    parameters=(
        Parameter("quote_number", "quoteNumber", "query", required=True, min_length=1),
        IM_CUSTOMER_NUMBER,
        IM_COUNTRY_CODE,
        IM_CORRELATION_ID,
        IM_SENDER_ID,
    ),
    answers={
        200: "validate_quote_response:ValidateQuoteResponse",
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
)
