"""Invoices and returns: searches, one in full, sums and tables, filing once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from xi_sdk_resellers import (
    ApiClient,
    InvoiceDetails,
    Invoices,
    InvoicesApi,
    Returns,
    ReturnsApi,
    ReturnsCreateRequest,
    SqliteJournal,
    aio,
)
from xi_sdk_resellers.invoices import InvoiceSearch, InvoiceSums, InvoiceTables, add_up, tables
from xi_sdk_resellers.models.bodies import ReturnsCreateRequestDict
from xi_sdk_resellers.returns import ReturnSearch

REQUEST: ReturnsCreateRequestDict = {
    "list": [
        {
            "invoiceNumber": "40MKTRW11",
            "invoiceDate": date(2026, 1, 2),
            "ingramPartNumber": "8RB884",
            "quantity": "1",
            "primaryReason": "a",
            "secondaryReason": "b",
            "numberOfBoxes": 1,
            "shipFromInfo": [
                {
                    "companyName": "a",
                    "contact": "b",
                    "addressLine1": "c",
                    "city": "d",
                    "state": "CA",
                    "postalCode": "1",
                    "countryCode": "US",
                    "email": "a@b.example",
                }
            ],
        }
    ]
}


def walk(invoices: Invoices) -> list[str]:
    search: InvoiceSearch = invoices.search(invoice_date=("2026-01-01", date(2026, 1, 31)), order_date="2026-01-02")
    in_full: list[InvoiceDetails] = search.in_full(include_serial_numbers=False)
    return [found.invoice_number or "" for found in search] + [each.invoice_number or "" for each in in_full]


def added(invoices: Invoices) -> Decimal:
    invoice = invoices.get("40MKTRW11", customer_type="invoice")
    sums: InvoiceSums = add_up(invoice)
    made: InvoiceTables = tables([invoice, *invoices.of_order("20-RD128")], money="float")
    print(made.lines, made.differences, sums.adds_up, sums.differences)
    return sums.total or sums.expected


def filed(client: ApiClient) -> tuple[str, ...]:
    returns = Returns(client, journal=SqliteJournal(Path("journal")))
    made = returns.create(REQUEST, listed_within=60)
    search: ReturnSearch = returns.search(return_status=["Open", "Denied"], created_on=date(2026, 1, 2))
    for case in search:
        credit: Decimal | None = case.credit
        print(credit, returns.get(case.case_request_number or "").status)
    return made.receipt.numbers if made.receipt else ()


def plain(client: ApiClient) -> None:
    invoices, returns = InvoicesApi(client), ReturnsApi(client)
    page = invoices.get_resellers_v6_invoicesearch(
        "MyCompany", "20-222222", "US", "c", invoice_from_date=["2026-01-01"]
    )
    invoice = invoices.get_invoicedetails_v6_1("40MKTRW11", "20-222222", "US", "c", "MyCompany", "invoice", True)
    made = returns.post_returnscreate("20-222222", "US", "c", "sender", ReturnsCreateRequest(list=[]))
    found = returns.get_resellers_v6_returnssearch(page="1", size="25", return_status_in="Open,Approved")
    case = returns.get_resellers_v6_returnsdetails("20-222222", "US", "c", "CAS-1")
    print(page.invoices, invoice.lines, made.returns_claims, found.returns_claims, case.products)


async def waiting(client: aio.ApiClient) -> None:
    invoices, returns = aio.Invoices(client), aio.Returns(client)
    async for found in invoices.search(order_number="20-RD128"):
        print((await invoices.get(found.invoice_number or "")).summary)
    print((await invoices.search().tables()).invoices, await invoices.of_order("20-RD128"))
    print((await returns.create(REQUEST, resume=True)).returns_claims)
