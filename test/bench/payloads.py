"""The payloads of the benchmark, shaped like the contract and typed so strictly that every contestant can read them.

The vendor's own samples mix a number and a text for the same field; its SDK raises on those. These payloads use the
type that the contract lists, so that all three contestants do the same work. Only `drifted_detail` breaks the types.
Standard library only: the fixture server and the workers of every contestant import this.
"""

from __future__ import annotations

import json
from typing import Any

Json = dict[str, Any]


def detail(lines: int) -> bytes:
    """An answer of the order details operation with that many lines."""
    return compact(_detail(lines))


def drifted_detail(lines: int) -> bytes:
    """The same answer with values of a wrong type in every line, four kinds in turn."""
    order = _detail(lines)
    for index, line in enumerate(order["lines"]):
        match index % 4:
            case 0:
                line["quantityConfirmed"] = "n/a"
            case 1:
                line["unitPrice"] = {"amount": line["unitPrice"], "currency": "USD"}
            case 2:
                line["lineNotes"] = [line["lineNotes"]]
            case _:
                line["estimatedDates"] = "2026-10-02"
    return compact(order)


def respelled_detail(lines: int) -> bytes:
    """The same answer with three keys of every line in another letter case."""
    order = _detail(lines)
    for line in order["lines"]:
        for key, came in (
            ("unitPrice", "UnitPrice"),
            ("lineNotes", "linenotes"),
            ("quantityConfirmed", "QUANTITYCONFIRMED"),
        ):
            line[came] = line.pop(key)
    return compact(order)


def search_page(orders: int = 100) -> bytes:
    """An answer of the order search operation: one full page."""
    return compact(
        {
            "recordsFound": 1234,
            "pageSize": orders,
            "pageNumber": 1,
            "orders": [_found_order(index) for index in range(orders)],
            "nextPage": "/resellers/v6/orders/search?pageSize=100&pageNumber=2",
            "previousPage": "",
        }
    )


def create_request(lines: int) -> Json:
    """The body of an order creation with that many lines (999 at most: a line number has three digits)."""
    return {
        "customerOrderNumber": "PO-2026-0001",
        "endCustomerOrderNumber": "EU-PO-77",
        "billToAddressId": "000",
        "notes": "Deliver to the loading dock",
        "acceptBackOrder": True,
        "shipToInfo": sample_address("Jordan Doe", "Example Retail"),
        "endUserInfo": sample_address("Sam Roe", "Example School District"),
        "lines": [
            {
                "customerLineNumber": str(index + 1),
                "ingramPartNumber": f"{index % 10_000:04d}YZ",
                "quantity": index % 7 + 1,
                "unitPrice": 10.25 + index,
                "specialBidNumber": "3223A",
                "notes": "Asset tag on the box",
            }
            for index in range(lines)
        ],
        "shipmentDetails": {
            "carrierCode": "OT",
            "shipComplete": "C",
            "requestedDeliveryDate": "2026-12-01",
            "signatureRequired": False,
            "shippingInstructions": "Call before delivery",
        },
        "additionalAttributes": [_attribute("allowDuplicateCustomerOrderNumber", "false")],
    }


def create_answer() -> bytes:
    """An answer of an order creation. It is short, so that the row of a big creation weighs the sending."""
    return compact(
        {
            "customerOrderNumber": "PO-2026-0001",
            "endCustomerOrderNumber": "EU-PO-77",
            "billToAddressId": "000",
            "orderSplit": False,
            "processedPartially": False,
            "purchaseOrderTotal": 61.22,
            "shipToInfo": sample_address("Jordan Doe", "Example Retail"),
            "orders": [
                {
                    "numberOfLinesWithSuccess": 1,
                    "numberOfLinesWithError": 0,
                    "numberOfLinesWithWarning": 0,
                    "ingramOrderNumber": "20-RFKW4",
                    "ingramOrderDate": "2026-11-02",
                    "notes": "",
                    "orderType": "S",
                    "orderTotal": 61.22,
                    "freightCharges": 14.29,
                    "totalTax": 0.5,
                    "currencyCode": "USD",
                    "lines": [
                        {
                            "subOrderNumber": "20-RFKW4-11",
                            "ingramLineNumber": "001",
                            "customerLineNumber": "1",
                            "lineStatus": "Backordered",
                            "ingramPartNumber": "DF4128",
                            "unitPrice": 61.22,
                            "extendedUnitPrice": 61.22,
                            "quantityOrdered": 1,
                            "quantityConfirmed": 0,
                            "quantityBackOrdered": 1,
                            "notes": "",
                        }
                    ],
                    "links": [link("orders", "/resellers/v6/orders/20-RFKW4")],
                }
            ],
        }
    )


def compact(value: Json) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def sample_address(contact: str, company: str) -> Json:
    return {
        "contact": contact,
        "companyName": company,
        "addressLine1": "1600 Sample Street",
        "addressLine2": "Building 4",
        "city": "Santa Ana",
        "state": "CA",
        "postalCode": "927054931",
        "countryCode": "US",
        "phoneNumber": "7145550100",
        "email": "orders@example.com",
    }


def _attribute(name: str, value: str) -> Json:
    return {"attributeName": name, "attributeValue": value}


def link(topic: str, href: str) -> Json:
    return {"topic": topic, "href": href, "type": "GET"}


def _detail(lines: int) -> Json:
    return {
        "ingramOrderNumber": "20-RD3QV",
        "ingramOrderDate": "2026-05-13T00:38:52-07:00",
        "orderType": "S",
        "customerOrderNumber": "PO-2026-0001",
        "endCustomerOrderNumber": "EU-PO-77",
        "webOrderId": "93455594",
        "vendorSalesOrderNumber": "114945339",
        "ingramPurchaseOrderNumber": "80CLY55",
        "orderStatus": "Processing",
        "orderTotal": 25371.27,
        "orderSubTotal": 25271.27,
        "freightCharges": 12.5,
        "currencyCode": "USD",
        "totalWeight": 1.25,
        "totalTax": 87.5,
        "paymentTerms": "NET 20 DAYS",
        "notes": "Deliver to the loading dock",
        "billToInfo": sample_address("Alex Poe", "Example Reseller"),
        "shipToInfo": sample_address("Jordan Doe", "Example Retail"),
        "endUserInfo": sample_address("Sam Roe", "Example School District"),
        "lines": [_detail_line(index) for index in range(lines)],
        "miscellaneousCharges": [
            {
                "subOrderNumber": "20-RD3QV-11",
                "chargeLineReference": "885",
                "chargeDescription": "Recycling fee",
                "chargeAmount": "4.7",
            }
        ],
        "additionalAttributes": [_attribute("additional description", "EXPORT RESTR SW")],
    }


def _detail_line(index: int) -> Json:
    """A line as they come: every second one is shipped, every fourth one carries a service contract."""
    line = {
        "subOrderNumber": f"20-RD3QV-{index % 9 + 11}",
        "ingramOrderLineNumber": f"{index + 1:03d}",
        "vendorSalesOrderLineNumber": "114945339",
        "customerLineNumber": str(index + 1),
        "lineStatus": "In Progress",
        "ingramPartNumber": f"4AW{index % 1000:03d}",
        "vendorPartNumber": "BE7H-M5-K9",
        "vendorName": "EXAMPLE NETWORKS",
        "partDescription": "Business edition appliance, medium",
        "unitWeight": 12.5,
        "weightUom": "EA",
        "unitPrice": 20.25 + index,
        "upcCode": "0882658000000",
        "extendedPrice": 40.5 + 2 * index,
        "taxAmount": 1.75,
        "currencyCode": "USD",
        "quantityOrdered": 2,
        "quantityConfirmed": 2,
        "quantityBackOrdered": 0,
        "specialBidNumber": "3223A",
        "promisedDeliveryDate": "2026-05-13",
        "lineNotes": "Asset tag on the box",
        "additionalAttributes": [_attribute("additional description", "EXPORT RESTR SW")],
        "links": [link("invoices", f"/resellers/v5/invoices/{7870011 + index}")],
        "estimatedDates": [
            {
                "ship": {
                    "shipDateType": "Single",
                    "shipSource": "INGRAM",
                    "shipDescription": "The warehouse packs it",
                    "shipDate": "2026-06-05",
                }
            }
        ],
    }
    if index % 2 == 0:
        line["shipmentDetails"] = [_shipment(index)]
    if index % 4 == 0:
        line["serviceContractInfo"] = _service_contract()
    return line


def _shipment(index: int) -> Json:
    return {
        "quantity": 2,
        "deliveryNumber": str(23423423 + index),
        "estimatedShipDate": "2026-10-07",
        "shipFromWarehouseId": "10",
        "shipFromLocation": "Mira Loma, CA",
        "invoiceNumber": f"20RD3QV{index}",
        "invoiceDate": "2026-10-07",
        "carrierDetails": [
            {
                "carrierCode": "UP",
                "carrierName": "UPS GROUND",
                "quantity": 2,
                "shippedDate": "2026-10-07",
                "estimatedDeliveryDate": "2026-10-09",
                "trackingDetails": [
                    {
                        "trackingNumber": str(390064340282 + index),
                        "trackingUrl": "https://tracking.example.com/390064340282",
                        "packageWeight": "1.2",
                        "cartonNumber": "1",
                        "quantityInBox": "2",
                        "serialNumbers": [{"serialNumber": "Q2EV-5SJ3"}, {"serialNumber": "Q2EV-5SJ4"}],
                    }
                ],
            }
        ],
    }


def _service_contract() -> Json:
    return {
        "contractInfo": {
            "contractDescription": "Next business day replacement",
            "contractNumber": "205004823",
            "contractStatus": "ACTIVE",
            "contractStartDate": "2026-10-09",
            "contractEndDate": "2027-10-08",
        },
        "subscriptions": {
            "subscriptionId": "SUB-7841",
            "subscriptionTerm": "1",
            "renewalTerm": "1",
            "billingModel": "YEAR",
        },
    }


def _found_order(index: int) -> Json:
    number = f"20-RD{index:03d}"
    return {
        "ingramOrderNumber": number,
        "ingramOrderDate": "2026-04-03T08:54:39+05:30",
        "customerOrderNumber": f"PO-{index}",
        "vendorSalesOrderNumber": "8987380",
        "vendorName": "EXAMPLE NETWORKS",
        "endUserCompanyName": "Example School District",
        "orderTotal": 120.25 + index,
        "orderStatus": "OPEN",
        "subOrders": [
            {
                "subOrderNumber": f"{number}-{suffix}",
                "subOrderTotal": 60.125 + index,
                "subOrderStatus": "SHIPPED",
                "links": [link("orders", f"/resellers/v6.1/orders/{number}-{suffix}")],
            }
            for suffix in (11, 21)
        ],
        "links": link("orders", f"/resellers/v6.1/orders/{number}"),
    }
