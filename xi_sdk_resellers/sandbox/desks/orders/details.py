"""The details of an order (6.1), with the shipments that are known."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from decimal import Decimal
from typing import Any

from xi_sdk_resellers.sandbox import errors
from xi_sdk_resellers.sandbox.desks.orders.creation import LINE_STATUS_TEXT
from xi_sdk_resellers.sandbox.desks.orders.search import vendor_sales_order_number
from xi_sdk_resellers.sandbox.desks.values import is_true, money
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.account import default_address
from xi_sdk_resellers.sandbox.world.ledger import Ledger
from xi_sdk_resellers.sandbox.world.records import (
    BACKORDERED,
    CANCELLED,
    ON_HOLD,
    PROCESSING,
    SHIPPED,
    PlacedLine,
    PlacedOrder,
    Shipment,
)
from xi_sdk_resellers.sandbox.world.shipping import ship_line

_HEADER_STATUS = {
    ON_HOLD: "On Hold",
    PROCESSING: "Processing",
    BACKORDERED: "Backordered",
    SHIPPED: "Shipped",
    CANCELLED: "Canceled",
}


def show(ledger: Ledger, request: Request) -> Answer:
    """Return an order, by its number or by one of its sub-order numbers (then only those lines)."""
    query, number = request.query, request.path_values["ordernumber"]
    order = ledger.find(number)
    lines = [] if order is None else _lines_for(order, number, query.get("vendorNumber", [""])[0])
    day = query.get("ingramOrderDate", [""])[0]
    if order is None or not lines or (day and day != order.placed_on.isoformat()):
        return errors.refused(404, "There is no order with this number.")
    simulated = query.get("simulateStatus", [""])[0]
    if simulated:
        order, lines = _simulate(order, lines, simulated)
    return Answer.of(200, render_details(order, lines, international=is_true(query.get("isIml", [""])[0])))


def _lines_for(order: PlacedOrder, number: str, vendor: str) -> list[PlacedLine]:
    part = number.upper() != order.ingram_order_number
    return [
        line
        for line in order.products
        if (not part or line.sub_order_number == number.upper()) and (not vendor or line.vendor_name == vendor)
    ]


def _simulate(order: PlacedOrder, lines: list[PlacedLine], status: str) -> tuple[PlacedOrder, list[PlacedLine]]:
    """Return copies that look as if the order had come to this status."""
    chosen = [line.line_number for line in lines]
    order = deepcopy(order)
    lines = [line for line in order.lines if line.line_number in chosen]
    order.cancelled = order.voided = False
    order.on_hold = status == "IM::HOLD"
    for index, line in enumerate(lines):
        line.shipments = []
        line.quantity_backordered = 0
        quantity = line.quantity_ordered
        if status == "IM::PARTIALLY_SHIPPED":
            # The first line leaves in part and the others wait, whatever was ordered.
            quantity = 0 if index else (quantity + 1) // 2
            line.quantity_backordered = line.quantity_ordered - quantity
        if quantity and not order.on_hold:
            number = line.sub_order_number.replace("-", "") if status == "IM::INVOICED" else None
            line.shipments.append(ship_line(order, line, quantity, order.placed_on, invoice_number=number))
    return order, lines


def render_details(order: PlacedOrder, lines: list[PlacedLine], *, international: bool = False) -> dict[str, Any]:
    """Return an order with these of its lines as the details endpoint writes it."""
    sub_total = sum((line.total for line in lines), Decimal(0))
    address = default_address(order.country_code)
    address.pop("addressId")
    rendered: dict[str, Any] = {
        "ingramOrderNumber": order.ingram_order_number,
        "ingramOrderDate": order.placed_time.isoformat(),
        "orderType": order.order_type,
        "customerOrderNumber": order.customer_order_number,
        "endCustomerOrderNumber": order.end_customer_order_number or "",
        "webOrderId": str(93_000_000 + order.sequence),
        "vendorSalesOrderNumber": vendor_sales_order_number(order),
        "ingramPurchaseOrderNumber": f"80{order.ingram_order_number[3:]}",
        "orderStatus": _HEADER_STATUS[order.status],
        "orderTotal": money(sub_total + order.freight + order.tax),
        "orderSubTotal": money(sub_total),
        "freightCharges": money(order.freight),
        "currencyCode": order.currency_code,
        "totalWeight": round(sum(line.weight * line.quantity_ordered for line in lines), 2),
        "totalTax": money(order.tax),
        "totalFees": 0,
        "paymentTerms": "NET 30 DAYS",
        "notes": order.notes,
        "billToInfo": address | {"addressLine2": "", "addressLine3": ""},
        "shipToInfo": {key: value for key, value in order.ship_to.items() if key != "addressId"},
        "endUserInfo": order.end_user or None,
        "lines": [_render_line(order, line) for line in lines],
        "miscellaneousCharges": None,
        "additionalAttributes": None,
    }
    if order.freight:
        rendered["miscellaneousCharges"] = [
            {
                "subOrderNumber": lines[0].sub_order_number,
                "chargeLineReference": "900",
                "chargeDescription": "FREIGHT",
                "chargeAmount": f"{order.freight}",
            }
        ]
    if international:
        rendered["additionalAttributes"] = [{"attributeName": "isIml", "attributeValue": "true"}]
    return rendered


def _render_line(order: PlacedOrder, line: PlacedLine) -> dict[str, Any]:
    vendor_number = vendor_sales_order_number(order)
    promised = order.placed_on + timedelta(days=2)
    return {
        "subOrderNumber": line.sub_order_number,
        "ingramOrderLineNumber": f"{line.line_number:03d}",
        "vendorSalesOrderLineNumber": f"{vendor_number}-{line.line_number}" if vendor_number else "",
        "customerLineNumber": line.customer_line_number,
        "lineStatus": LINE_STATUS_TEXT[order.line_status(line)],
        "ingramPartNumber": line.part_number,
        "vendorPartNumber": line.vendor_part_number,
        "vendorName": line.vendor_name,
        "partDescription": line.description,
        "unitWeight": line.weight,
        "weightUom": "EA",
        "unitPrice": money(line.unit_price),
        "upcCode": "",
        "extendedPrice": money(line.total),
        "taxAmount": 0,
        "currencyCode": order.currency_code,
        "quantityOrdered": line.quantity_ordered,
        "quantityConfirmed": line.quantity_confirmed,
        "quantityBackOrdered": line.quantity_backordered,
        "specialBidNumber": line.special_bid_number or "",
        "requestedDeliverydate": "",
        "promisedDeliveryDate": promised.isoformat(),
        "backOrderETADate": (order.placed_on + timedelta(days=21)).isoformat() if line.quantity_backordered else "",
        "lineNotes": line.notes,
        "shipmentDetails": [_render_shipment(line, shipment) for shipment in line.shipments] or None,
        "serviceContractInfo": None,
        "additionalAttributes": None,
        "links": [
            {"topic": "invoices", "href": f"/resellers/v6.1/invoices/{shipment.invoice_number}", "type": "GET"}
            for shipment in line.shipments
            if shipment.invoice_number
        ]
        or None,
        "estimatedDates": [_estimate(shipment) for shipment in line.shipments],
        "scheduleLines": None,
        "multipleShipments": None,
        "defaultCarrierName": line.carrier_name,
    }


def _render_shipment(line: PlacedLine, shipment: Shipment) -> dict[str, Any]:
    rendered: dict[str, Any] = {
        "quantity": shipment.quantity,
        "deliveryNumber": shipment.delivery_number,
        "estimatedShipDate": shipment.shipped_on.isoformat(),
        "shippedDate": shipment.shipped_on.isoformat(),
        "estimatedDeliveryDate": shipment.estimated_delivery.isoformat(),
        "shipFromWarehouseId": line.warehouse_id,
        "shipFromLocation": line.warehouse_location,
        "carrierDetails": [
            {
                "carrierCode": shipment.carrier_code,
                "carrierName": shipment.carrier_name,
                "quantity": shipment.quantity,
                "shippedDate": shipment.shipped_on.isoformat(),
                "estimatedDeliveryDate": shipment.estimated_delivery.isoformat(),
                "carrierPickupDate": shipment.shipped_on.isoformat(),
                "trackingDetails": [
                    {
                        "trackingNumber": shipment.tracking_number,
                        "trackingUrl": f"https://tracking.example/{shipment.tracking_number}",
                        "packageWeight": f"{line.weight * shipment.quantity:.1f}",
                        "cartonNumber": "1",
                        "quantityInBox": str(shipment.quantity),
                        "serialNumbers": [{"serialNumber": serial} for serial in shipment.serial_numbers],
                    }
                ],
            }
        ],
    }
    # What has not happened yet is left out.
    if shipment.invoiced_on:
        rendered |= {"invoiceNumber": shipment.invoice_number, "invoiceDate": shipment.invoiced_on.isoformat()}
    if shipment.delivered_on:
        rendered["carrierDetails"][0]["deliveredDate"] = shipment.delivered_on.isoformat()
    return rendered


def _estimate(shipment: Shipment) -> dict[str, Any]:
    return {
        "ship": {
            "shipDateType": "Single",
            "shipDateRange": {"startDate": None, "endDate": None},
            "shipSource": "INGRAM",
            "shipDescription": "The parcel has left the warehouse",
            "shipDate": shipment.shipped_on.isoformat(),
        },
        "delivery": {
            "deliveryDateType": "Single",
            "deliveryDateRange": {"startDate": None, "endDate": None},
            "deliverySource": None,
            "deliveryDescription": None,
            "deliveryDate": shipment.estimated_delivery.isoformat(),
        },
    }
