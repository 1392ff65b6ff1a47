"""Bodies as plain dictionaries, annotated and as literals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xi_sdk_resellers import AdditionalAttribute, OrderCreateRequestLine, OrdersApi
from xi_sdk_resellers.models.bodies import (
    OrderCreateRequestDict,
    OrderCreateRequestLineDict,
    OrderModifyRequestDict,
)
from xi_sdk_resellers.models.enums import LineAction


def literal(api: OrdersApi) -> str | None:
    placed = api.post_createorder_v6(
        order_create_request={
            "customerOrderNumber": "PO-1",
            "lines": [{"customerLineNumber": "1", "ingramPartNumber": "DF4128", "quantity": 1, "unitPrice": 61.22}],
            "shipToInfo": {"city": "Irvine", "countryCode": "US"},
            "shipmentDetails": {"requestedDeliveryDate": date(2026, 12, 1), "signatureRequired": True},
            "additionalAttributes": [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}],
        }
    )
    return placed.customer_order_number


def annotated(parts: dict[str, int]) -> OrderCreateRequestDict:
    lines: list[OrderCreateRequestLineDict] = [
        {"customerLineNumber": str(number), "ingramPartNumber": part, "quantity": quantity}
        for number, (part, quantity) in enumerate(parts.items(), start=1)
    ]
    order: OrderCreateRequestDict = {"customerOrderNumber": "PO-2", "lines": lines}
    order["endCustomerOrderNumber"] = "END-1"
    return order


def mixed() -> OrderCreateRequestDict:
    return {
        "customerOrderNumber": "PO-3",
        "lines": [OrderCreateRequestLine(ingram_part_number="DF4128", quantity=1, unit_price=Decimal("61.22"))],
        "additionalAttributes": [AdditionalAttribute(attribute_name="entryMethod", attribute_value="Web")],
    }


def change(api: OrdersApi, number: str) -> list[str | None]:
    request: OrderModifyRequestDict = {
        "lines": [
            {"ingramPartNumber": "2GZ200", "quantity": 2, "addUpdateDeleteLine": LineAction.ADD},
            {"ingramLineNumber": "001", "quantity": 3, "addUpdateDeleteLine": "UPDATE"},
        ]
    }
    changed = api.put_ordermodify(number, order_modify_request=request)
    return [line.ingram_part_number for line in changed.lines or []]


def queue(api: OrdersApi) -> str | None:
    queued = api.post_createorder_v7(
        async_order_create_dto={"customerOrderNumber": "PO-4", "lines": [{"ingramPartNumber": "YN6231", "quantity": 2}]}
    )
    return queued.confirmation_number
