"""Renewals, deals and freight: searches, details, quotes for an order, test events."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xi_sdk_resellers import (
    ApiClient,
    Deals,
    Freight,
    FreightOption,
    FreightQuote,
    OrderCreateRequest,
    OrderStatusApi,
    Renewals,
    RenewalsApi,
    aio,
    webhooks,
)
from xi_sdk_resellers.deals import DealSearch
from xi_sdk_resellers.models import RenewalState
from xi_sdk_resellers.renewals import RenewalSearch


def running_out(renewals: Renewals) -> Decimal:
    search: RenewalSearch = renewals.search(
        state=RenewalState.OPEN, vendor="Cisco", expiration_date=(date(2026, 1, 1), "2026-03-31"), page_size=50
    )
    values = [renewal.renewal_value for renewal in search]
    full = renewals.get(next(iter(search)))
    values.extend(product.unit_price for product in full.products or [])
    return sum((value for value in values if value is not None), Decimal(0))


def left(deals: Deals) -> dict[str, int]:
    found: DealSearch = deals.search(vendor="Cisco")
    total: int | None = found.total
    print(total, deals.get("12345678", "Cisco").end_user)
    return {
        product.ingram_part_number or "": product.remaining_quantity or 0
        for deal in found
        for product in deals.get(deal).products or []
    }


def shipped(freight: Freight, order: OrderCreateRequest) -> FreightOption | None:
    quote: FreightQuote = freight.estimate(order, carrier_code="UG")
    again = freight.estimate(
        {
            "shipToAddress": {"city": "LENEXA", "countryCode": "US"},
            "lines": [{"ingramPartNumber": "8RB884", "quantity": "2"}],
        }
    )
    if quote.cheapest is None or quote.cheapest.charge is None:
        return again.best("days")
    print(quote.cheapest.charge + Decimal(1), quote.warehouses)
    return quote.fastest


def plain(client: ApiClient) -> None:
    RenewalsApi(client).post_renewalssearch(renewals_search_request={"vendor": "HP"}, size="25")
    RenewalsApi(client).get_resellers_v6_renewalsdetails("20-222222", "US", "c", "1234567")
    event = {"eventId": "1"}
    OrderStatusApi(client).resellers_v1_webhooks_orderstatusevent_post(
        "https://example.com/", webhooks.sign(event["eventId"], "secret"), {"eventId": "1", "resource": []}
    )


async def later(deals: aio.Deals, freight: aio.Freight, order: OrderCreateRequest) -> list[str | None]:
    quote = await freight.estimate(order)
    print(quote.total)
    found = [deal.deal_id async for deal in deals.search()]
    full = await deals.get(found[0] or "", "Cisco")
    return [*found, full.end_user]


def events(event: webhooks.RenewalEvent) -> list[str]:
    return event.renewal_ids
