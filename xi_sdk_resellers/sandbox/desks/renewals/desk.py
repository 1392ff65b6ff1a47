"""The desk of the renewals.

As the vendor's samples show, a search and its errors come as a list of one object, a renewal's number is a number in
a search and text in the details, and `nextPage` forgets the filters. A search that finds nothing is an empty page.
The quotes of renewals can be read and ordered from the first look at renewals on; an order closes the renewal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timezone
from functools import cached_property
from typing import Any

from xi_sdk_resellers.sandbox import errors
from xi_sdk_resellers.sandbox.desks import pages
from xi_sdk_resellers.sandbox.desks.desk import Desk, quirks
from xi_sdk_resellers.sandbox.desks.renewals import filters
from xi_sdk_resellers.sandbox.desks.values import money
from xi_sdk_resellers.sandbox.errors import ErrorShape
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.records import PlacedOrder
from xi_sdk_resellers.sandbox.world.renewals import Renewal, seed_renewals

_SORTED_BY: dict[str, Callable[[Renewal], Any]] = {
    "renewalid": lambda renewal: renewal.number,
    "customerordernumber": lambda renewal: renewal.customer_order_number,
    "enduser": lambda renewal: renewal.end_user,
    "vendor": lambda renewal: renewal.vendor,
    "expirationdate": lambda renewal: renewal.end,
    "renewalvalue": lambda renewal: renewal.value,
}


class RenewalsDesk(Desk):
    """Finds and shows renewals."""

    @cached_property
    def _renewals(self) -> list[Renewal]:
        settings = self._world.settings
        now, country = settings.clock(), settings.country_code
        made = seed_renewals(datetime.fromtimestamp(now, timezone.utc).date(), country)
        for renewal in made:
            if renewal.quote_number:
                self._world.quotes.add(renewal.quote(now, country))
        return made

    @quirks(errors=ErrorShape(trace_key="traceid", worded=False, boxed=True))
    def post_renewalssearch(self, request: Request) -> Answer:
        """Find renewals: 200 with one page, 400 for days that are none. An unknown column to sort by is ignored."""
        orders = self._world.ledger.orders
        wanted = list(filters.read(request, lambda renewal: renewal.state(orders)))
        found = [renewal for renewal in self._renewals if all(matches(renewal) for matches in wanted)]
        column = _SORTED_BY.get(request.query.get("sort", [""])[0].lower())
        if column is not None:
            found.sort(key=column)
        page = pages.wanted(request, "page", "size")
        answer: dict[str, Any] = {
            "recordsFound": len(found),
            "pageSize": page.size,
            "pageNumber": page.number,
            "renewals": [_found(renewal, orders) for renewal in page.of(found)],
        }
        if page.number * page.size < len(found):
            answer["nextPage"] = f"{request.path}?page={page.number + 1}"
        return Answer.of(200, [answer])

    @quirks(errors=ErrorShape(trace_key="traceid", worded=False))
    def get_resellers_v6_renewalsdetails(self, request: Request) -> Answer:
        """Return a renewal: 200, or 404."""
        number = request.path_values["renewalId"]
        found = next((renewal for renewal in self._renewals if str(renewal.number) == number), None)
        if found is None:
            return errors.refused(404, "Renewal not found.")
        return Answer.of(200, _details(found, self._world.ledger.orders))


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00"


def _found(renewal: Renewal, orders: list[PlacedOrder]) -> dict[str, Any]:
    return {
        "renewalId": renewal.number,
        "customerOrderNumber": renewal.customer_order_number,
        "referenceNumber": renewal.quote_number or renewal.notification,
        "endUser": renewal.end_user.upper(),
        "vendor": renewal.vendor,
        "expirationDate": _time(renewal.end),
        "renewalValue": money(renewal.value),
        "status": renewal.state(orders)[1],
        "links": list(_links(renewal)),
    }


def _links(renewal: Renewal) -> Iterator[Mapping[str, str]]:
    yield {"topic": "renewals", "href": f"/resellers/v6/renewals/{renewal.number}", "type": "Get"}
    if renewal.quote_number:
        yield {"topic": "quotedetails", "href": f"/resellers/v6/quotes/{renewal.quote_number}", "type": "Get"}


def _details(renewal: Renewal, orders: list[PlacedOrder]) -> dict[str, Any]:
    return {
        "renewalId": str(renewal.number),
        "ingramOrderNumber": "",
        "ingramOrderDate": None,
        "expirationDate": _time(renewal.end),
        "ingramPurchaseOrderNumber": renewal.purchase_order_number,
        "customerOrderNumber": renewal.customer_order_number,
        "endCustomerOrderNumber": f"{renewal.number % 1000}.0",
        "renewalValue": str(renewal.value),
        "endUser": renewal.end_user,
        "vendor": renewal.vendor.upper(),
        "status": renewal.state(orders)[1],
        "endUserInfo": {
            "contact": "Receiving desk".ljust(40),
            "name1": "",
            "name2": "",
            "companyName": renewal.end_user,
            "addressLine1": "182 Pine Ave",
            "city": "Buffalo",
            "state": "NY",
            "postalCode": "13206",
            "countryCode": "",
            "phoneNumber": "(206)123-4567",
            "email": "user@example.com",
        },
        "referenceNumber": {"notificationId": renewal.notification, "quoteNumber": renewal.quote_number},
        "products": [
            {
                "ingramLineNumber": str(index),
                "productDescription": line.product.description,
                "vendorPartNumber": line.product.vendor_part_number,
                "ingramPartNumber": line.product.part_number,
                "manufacturerPartNumber": "",
                "unitPrice": money(line.unit_price),
                "quantity": line.quantity,
                "isConsolidated": "No",
            }
            for index, line in enumerate(renewal.lines, 1)
        ],
        "additionalAttributes": [
            {
                "attributeDescription": "SerialNumber",
                "attributeValue": serial,
                "startDate": None,
                "expirationDate": None,
                "isConsolidated": "",
            }
            for serial in renewal.serial_numbers
        ],
    }
