"""The desk of the deals.

As the vendor's samples show, `links` of a deal is one object, some numbers hold spaces, and `nextPage` is a path of
another system. A search that finds nothing is an empty page. Orders that name a deal as their special bid use it up.
"""

from __future__ import annotations

from datetime import date, datetime, timezone
from functools import cached_property
from typing import Any

from xi_sdk_resellers.sandbox import errors
from xi_sdk_resellers.sandbox.desks import pages
from xi_sdk_resellers.sandbox.desks.desk import Desk, quirks
from xi_sdk_resellers.sandbox.desks.values import money
from xi_sdk_resellers.sandbox.errors import ErrorShape
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world import catalogue
from xi_sdk_resellers.sandbox.world.deals import Deal, seed_deals

_SHAPE = ErrorShape(trace_key="traceid", worded=False)


class DealsDesk(Desk):
    """Finds and shows deals."""

    @property
    def _today(self) -> date:
        return datetime.fromtimestamp(self._world.settings.clock(), timezone.utc).date()

    @cached_property
    def _deals(self) -> list[Deal]:
        return seed_deals(self._today, self._world.settings.country_code)

    @quirks(errors=_SHAPE)
    def get_resellers_v6_dealssearch(self, request: Request) -> Answer:
        """Find deals by their number, or by a part of a name; letter case is ignored."""
        number, vendor, end_user = (
            request.query.get(name, [""])[0].strip().lower() for name in ("dealId", "vendor", "endUser")
        )
        found = [
            deal
            for deal in self._deals
            if (not number or deal.number.lower() == number)
            and vendor in deal.vendor.lower()
            and end_user in deal.end_user.lower()
        ]
        page = pages.wanted(request, "Page", "Size")
        more = page.number * page.size < len(found)
        answer: dict[str, Any] = {
            "recordsFound": len(found),
            "pageSize": page.size,
            "pageNumber": page.number,
            "deals": [_found(deal) for deal in page.of(found)],
            "nextPage": _link(page.size, page.number + 1) if more else None,
            "previousPage": _link(page.size, page.number - 1) if page.number > 1 else None,
        }
        return Answer.of(200, answer)

    @quirks(errors=_SHAPE)
    def get_resellers_v6_dealsdetails(self, request: Request) -> Answer:
        """Return a deal: 200, or 404, also when it is another vendor's."""
        number = request.path_values["dealId"].lower()
        vendor = request.query.get("vendorName", [""])[0].strip().lower()
        found = next((deal for deal in self._deals if deal.number.lower() == number), None)
        if found is None or vendor not in ("", found.vendor.lower()):
            return errors.refused(404, "Deal not found.")
        return Answer.of(200, self._details(found))

    def _details(self, deal: Deal) -> dict[str, Any]:
        orders = self._world.ledger.orders
        return {
            "dealId": deal.number,
            "version": deal.version,
            "endUser": deal.end_user,
            "extendedMsrp": money(deal.list_total),
            "vendor": deal.vendor,
            "dealReceivedOn": _time(deal.start),
            "dealExpiryDate": _time(deal.end),
            "priceProtectionEndDate": _time(deal.end),
            "currencyCode": catalogue.currency_of(self._world.settings.country_code),
            "endUserInfo": {
                "companyName": deal.end_user,
                "contact": "Receiving desk",
                "city": "Buffalo",
                "state": "NY",
            },
            "products": [
                {
                    "ingramPartNumber": line.product.part_number,
                    "vendorPartNumber": line.product.vendor_part_number,
                    "upc": None,
                    "productDescription": line.product.description,
                    "msrp": money(line.list_price),
                    "extendedMSRP": money(line.list_price * line.approved),
                    "standardPrice": money(line.standard_price),
                    "approvedQuantity": line.approved,
                    "remainingQuantity": deal.remaining(line, orders),
                    "comments": deal.comments,
                    "specialConditions": "",
                    "startDate": _time(deal.start),
                    "expirationDate": _time(deal.end),
                    "daysRemaining": max(0, (deal.end - self._today).days),
                }
                for line in deal.lines
            ],
        }


def _found(deal: Deal) -> dict[str, Any]:
    return {
        "dealId": deal.number,
        "version": deal.version,
        "endUser": deal.end_user,
        "vendor": deal.vendor,
        "dealExpiryDate": _time(deal.end),
        "links": {
            "topic": "Deals",
            "href": f"/resellers/v6/deals/{deal.number}?vendorName={deal.vendor}",
            "type": "GET",
        },
    }


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00"


def _link(size: int, number: int) -> str:
    return f"/bids/v1/special-bidsB2B?Size={size}&Page={number}"
