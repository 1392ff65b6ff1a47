"""A vendor with very many products and invoices under a rate limit. Pages are made when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from test.support.answers import AnswerServer, Asked, Reply
from xi_sdk_resellers.sandbox.world.limits import RateLimiter
from xi_sdk_resellers.sandbox.world.settings import Settings


@dataclass
class Shelves(AnswerServer):
    """The server; it counts what it refuses."""

    refused: int = 0


def shelves(products: int, invoices: int, *, limit: int | None = None, window: float = 60.0) -> Shelves:
    """Make the server.

    Args:
        products: how many the catalog has.
        invoices: how many there are.
        limit: calls to each search in a window; None for any number.
        window: its length in seconds.
    """
    counted = RateLimiter(Settings(rate_limit=limit, rate_window=window))

    def answer(asked: Asked) -> Reply:
        allowance = counted.count(asked.path)
        if allowance.exceeded:
            server.refused += 1
            return Reply(429, {"errors": [{"message": "quota"}]}, allowance.headers())
        number, size = (int(asked.query[name][0]) for name in ("pageNumber", "pageSize"))
        of_products = asked.path.endswith("/catalog")
        count = products if of_products else invoices
        places = range(count)[(number - 1) * size : number * size]
        items = [(product if of_products else invoice)(place) for place in places]
        body = {
            "recordsFound": count,
            "pageSize": size,
            "pageNumber": number,
            "catalog" if of_products else "invoices": items,
        }
        return Reply(200, body, allowance.headers())

    server = Shelves(answer)
    return server


def product(place: int) -> dict[str, Any]:
    return {
        "ingramPartNumber": f"{place:06X}",
        "vendorPartNumber": f"VP-{place}",
        "upcCode": f"{place:012}",
        "vendorName": "SAMSUNG",
        "description": f'MONITOR {place} 27" WITH A FOOT THAT TURNS',
        "category": "Displays",
        "subCategory": "Monitors",
        "type": "IM::Physical",
        "discontinued": "false",
        "authorizedToPurchase": "true",
        "links": [{"topic": "catalog", "href": f"/catalog/{place:06X}", "type": "GET"}],
    }


def invoice(place: int) -> dict[str, Any]:
    return {
        "invoiceNumber": f"40-{place:07}-11",
        "invoiceStatus": "OPEN",
        "invoiceDate": "2026-06-30",
        "invoiceDueDate": "2026-07-30",
        "invoicedAmountDue": 61.22,
        "invoiceAmountInclTax": 61.22,
        "customerOrderNumber": f"PO-{place}",
        "erpOrderNumber": f"20-{place:05}",
        "orderCreateDate": "2026-06-28",
    }
