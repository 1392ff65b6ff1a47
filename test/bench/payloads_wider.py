"""The payloads of the areas beyond orders: prices, the catalog, invoices. Standard library only, like `payloads`."""

from __future__ import annotations

from typing import Any

from payloads import compact, link, sample_address

Json = dict[str, Any]


def prices(products: int = 50) -> bytes:
    """An answer of price and availability with that many products."""
    return compact([_price(index) for index in range(products)])


def price_request(products: int = 50) -> Json:
    """The body of a price and availability request with that many parts."""
    return {
        "showAvailableDiscounts": True,
        "showReserveInventoryDetails": False,
        "availabilityByWarehouse": [{"availabilityByWarehouseId": "10", "availabilityForAllLocation": True}],
        "products": [
            {"ingramPartNumber": f"{index:04d}YZ", "customerPartNumber": f"C-{index}", "quantityRequested": "1"}
            for index in range(products)
        ],
    }


def catalog_page(products: int = 100) -> bytes:
    """An answer of the catalog search: one full page."""
    return compact(
        {
            "recordsFound": 1180,
            "pageSize": products,
            "pageNumber": 2,
            "catalog": [_product(index) for index in range(products)],
            "nextPage": "/resellers/v6/catalog?pageSize=100&pageNumber=3",
            "previousPage": "/resellers/v6/catalog?pageSize=100&pageNumber=1",
        }
    )


def invoice(lines: int = 100) -> bytes:
    """An answer of the invoice details with that many lines."""
    return compact(
        {
            "invoiceNumber": "40-DPJ17-11",
            "invoiceStatus": "Open",
            "invoiceDate": "2026-09-07",
            "customerOrderNumber": "PO-2026-0001",
            "endCustomerOrderNumber": "EU-PO-77",
            "orderNumber": "40-25436",
            "orderDate": "2026-09-05",
            "billToID": "000",
            "invoiceType": "Invoice",
            "invoiceDueDate": "2026-10-22",
            "customerCountryCode": "US",
            "customerNumber": "20-222222",
            "ingramOrderNumber": "40-25436-11",
            "notes": "Deliver to the loading dock",
            "paymentTermsInfo": {
                "paymentTermsCode": "45",
                "paymentTermsDescription": "NET 45 DAYS",
                "paymentTermsDueDate": "2026-10-22",
            },
            "billToInfo": sample_address("Alex Poe", "Example Reseller"),
            "shipToInfo": sample_address("Jordan Doe", "Example Retail"),
            "lines": [_invoice_line(index) for index in range(lines)],
            "summary": {
                "lines": {"productLineCount": lines, "productLineTotalQuantity": 2 * lines},
                "totals": {
                    "netInvoiceAmount": 533.33,
                    "discountAmount": 0.5,
                    "discountType": "Terms Charge",
                    "totalTaxAmount": 12.25,
                    "invoicedAmountDue": 545.58,
                },
            },
        }
    )


def _price(index: int) -> Json:
    number = f"{index:04d}YZ"
    return {
        "index": index + 1,
        "productStatusCode": "S",
        "productStatusMessage": "Active",
        "ingramPartNumber": number,
        "vendorPartNumber": f"E2016HV-{index}",
        "extendedVendorPartNumber": f"E2016HV-{index}",
        "customerPartNumber": f"C-{index}",
        "upc": "0884116186519",
        "vendorNumber": "802U",
        "vendorName": "EXAMPLE DISPLAYS",
        "description": "20 inch monitor with a stand",
        "productClass": "B",
        "uom": "EA",
        "acceptBackOrder": True,
        "productAuthorized": True,
        "returnableProduct": True,
        "endUserInfoRequired": False,
        "availability": {
            "available": True,
            "totalAvailability": 120 + index,
            "availabilityByWarehouse": [
                {
                    "warehouseId": warehouse,
                    "location": "Mira Loma, CA",
                    "quantityAvailable": 30 + index,
                    "quantityBackordered": 70,
                    "quantityOnOrder": 12,
                    "backOrderInfo": [{"quantity": 1437, "etaDate": "2026-12-01"}],
                }
                for warehouse in ("10", "20", "40", "80")
            ],
        },
        "pricing": {
            "currencyCode": "USD",
            "retailPrice": 189.99,
            "mapPrice": 170.5,
            "customerPrice": 74.34 + index,
        },
    }


def _product(index: int) -> Json:
    number = f"{index:04d}YZ"
    return {
        "description": "Class 10 memory card",
        "category": "device storage",
        "subCategory": "Flash Memory Devices",
        "productType": "Memory",
        "ingramPartNumber": number,
        "vendorPartNumber": f"SDSQUNC-{index}",
        "upcCode": "0619659134587",
        "vendorName": "EXAMPLE STORAGE",
        "endUserRequired": "false",
        "hasDiscounts": "false",
        "type": "IM::Physical",
        "discontinued": "false",
        "newProduct": "false",
        "directShip": "false",
        "hasWarranty": "false",
        "links": [link("catalog", f"/resellers/v6/catalog/details/{number}")],
        "extraDescription": "For cameras and telephones",
        "replacementSku": "",
        "authorizedToPurchase": "true",
    }


def _invoice_line(index: int) -> Json:
    return {
        "ingramLineNumber": f"{index + 1:03d}",
        "customerLineNumber": str(index + 1),
        "ingramPartNumber": f"{index % 10_000:04d}YZ",
        "upc": "0884116186519",
        "vendorPartNumber": "65324394AD01A00",
        "customerPartNumber": f"C-{index}",
        "vendorName": "EXAMPLE SOFTWARE",
        "productDescription": "License for one seat",
        "unitWeight": 0.5,
        "quantity": 2,
        "unitPrice": 533.33,
        "unitOfMeasure": "EA",
        "currencyCode": "USD",
        "extendedPrice": 1066.66,
        "taxPercentage": 8.25,
        "taxRate": 8.25,
        "taxAmount": 88.0,
        "serialNumbers": [{"serialNumber": "2TEPYT"}, {"serialNumber": "2TER09"}],
        "quantityOrdered": 2,
        "quantityShipped": 2,
    }
