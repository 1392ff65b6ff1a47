# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The OrderStatus operations as data."""

from __future__ import annotations

from xi_sdk_resellers.operation import Operation, Parameter

RESELLERS_V1_WEBHOOKS_ORDERSTATUSEVENT_POST = Operation(
    "resellers_v1_webhooks_orderstatusevent_post",
    "POST",
    "/resellers/v1/webhooks/orderstatusevent",
    parameters=(
        Parameter("targeturl", "targeturl", "header", required=True, min_length=1, pattern="^[Hh][Tt][Tt][Pp][Ss]?://"),
        Parameter("x_hub_signature", "x-hub-signature", "header", required=True, min_length=1),
    ),
    answers={200: None, **dict.fromkeys((400, 401, 429, 500), "error_response:ErrorResponse")},
    effect="change",
    done="the test event was sent",
    in_doubt="Look whether your receiver has got the event before you send another.",
    empty_success={},
    body="order_status_async_notification_request:OrderStatusAsyncNotificationRequest",
    body_argument="order_status_async_notification_request",
)
