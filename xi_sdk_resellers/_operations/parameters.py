# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The parameters that several operations take."""

from __future__ import annotations

from xi_sdk_resellers.operation import Parameter

IM_APPLICATION_ID = Parameter(
    "im_application_id", "IM-ApplicationID", "header", required=True, max_length=32, min_length=1
)
IM_CORRELATION_ID = Parameter(
    "im_correlation_id", "IM-CorrelationID", "header", required=True, max_length=32, min_length=1
)
IM_COUNTRY_CODE = Parameter(
    "im_country_code", "IM-CountryCode", "header", required=True, max_length=2, min_length=2, pattern="^[A-Za-z]{2}$"
)
IM_CUSTOMER_CONTACT = Parameter(
    "im_customer_contact",
    "IM-CustomerContact",
    "header",
    kind="email",
    required=True,
    max_length=64,
    min_length=1,
    pattern=r"^[^@\s]+@[^@\s]+$",
)
IM_CUSTOMER_NUMBER = Parameter("im_customer_number", "IM-CustomerNumber", "header", required=True, min_length=1)
IM_SENDER_ID = Parameter("im_sender_id", "IM-SenderID", "header", max_length=32)
