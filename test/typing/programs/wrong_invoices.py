"""Mistakes with invoices and returns."""

from __future__ import annotations

from xi_sdk_resellers import Invoices, Returns, ReturnsApi, ReturnsCreateRequest
from xi_sdk_resellers.invoices import add_up, tables


def searches(invoices: Invoices) -> None:
    invoices.search("40MKTRW11")  # wrong
    invoices.search(invoice_date=20260101)  # wrong
    invoices.search(page_size="50")  # wrong
    for found in invoices.search():
        print(found.lines)  # wrong
        add_up(found)  # wrong
    tables("40MKTRW11")  # wrong


def in_full(invoices: Invoices) -> None:
    print(invoices.get("40MKTRW11").summary.totals)  # wrong
    print(invoices.of_order("20-RD128").invoice_number)  # wrong


def filing(returns: Returns, api: ReturnsApi) -> None:
    returns.create({"returns": []})  # wrong
    returns.create(None)  # wrong
    returns.create(ReturnsCreateRequest(list=None), attempts=3)  # wrong
    returns.search(return_status=5)  # wrong
    api.get_resellers_v6_returnsdetails()  # wrong
