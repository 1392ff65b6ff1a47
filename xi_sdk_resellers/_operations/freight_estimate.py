# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The FreightEstimate operations as data."""

from __future__ import annotations

from xi_sdk_resellers._operations.parameters import (
    IM_CORRELATION_ID,
    IM_COUNTRY_CODE,
    IM_CUSTOMER_CONTACT,
    IM_CUSTOMER_NUMBER,
    IM_SENDER_ID,
)
from xi_sdk_resellers.operation import Operation

POST_FREIGHTESTIMATE = Operation(
    "post_freightestimate",
    "POST",
    "/resellers/v6/freightestimate",
    parameters=(IM_CUSTOMER_NUMBER, IM_COUNTRY_CODE, IM_CORRELATION_ID, IM_CUSTOMER_CONTACT, IM_SENDER_ID),
    answers={
        200: "freight_response:FreightResponse",
        **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse"),
    },
    body="freight_request:FreightRequest",
    body_argument="freight_request",
    body_required=False,
)
