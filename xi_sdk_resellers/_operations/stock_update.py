# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The StockUpdate operations as data."""

from __future__ import annotations

from xi_sdk_resellers.operation import Operation, Parameter

RESELLERS_V1_WEBHOOKS_AVAILABILITYUPDATE_POST = Operation(
    "resellers_v1_webhooks_availabilityupdate_post",
    "POST",
    "/resellers/v1/webhooks/availabilityupdate",
    parameters=(
        Parameter("targeturl", "targeturl", "header", required=True, min_length=1, pattern="^[Hh][Tt][Tt][Pp][Ss]?://"),
        Parameter("x_hub_signature", "x-hub-signature", "header", required=True, min_length=1),
    ),
    answers={200: None, **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse")},
    effect="change",
    done="the test event was sent",
    in_doubt="Look whether your receiver got it: sending it again does no harm.",
    empty_success={},
    body="availability_async_notification_request:AvailabilityAsyncNotificationRequest",
    body_argument="availability_async_notification_request",
)
