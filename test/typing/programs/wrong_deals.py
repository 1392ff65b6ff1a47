"""Mistakes with renewals, deals and freight."""

from __future__ import annotations

from xi_sdk_resellers import Deals, Freight, OrderStatusApi, Renewals


def renewals(found: Renewals) -> None:
    found.search(status="Open")  # wrong
    found.search(expiration_date=5)  # wrong
    found.get()  # wrong
    for renewal in found.search():
        print(renewal.products)  # wrong


def deals(found: Deals) -> None:
    found.search(page_size="25")  # wrong
    found.get(5, "Cisco")  # wrong
    for product in found.get("1", "Cisco").products or []:
        print(product.remaining_quantity + 1)  # wrong


def freight(found: Freight) -> None:
    found.estimate([])  # wrong
    quote = found.estimate({"customerOrderNumber": "PO-1", "lines": []})
    print(quote.cheapest.charge)  # wrong
    quote.best("weight")  # wrong
    quote.options = ()  # wrong


def events(api: OrderStatusApi) -> None:
    api.resellers_v1_webhooks_orderstatusevent_post("https://example.com/", "signature")  # wrong
