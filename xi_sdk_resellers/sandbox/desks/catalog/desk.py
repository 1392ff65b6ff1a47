"""The desk of the product catalog.

The vendor's quirks stand in fixed places, so that tests can rely on them:

- Search: what the account may not buy is taken off a page that was cut before, so that pages come short (`search`
  tells more); the total is one too low or two too high, by the page's number; nothing found, and a page behind the last
  one, are 404.
- Price and availability: a 207 when some part numbers do not exist; what is discontinued or not for this account is
  refused within a 200. Refused ones stand at the end, whatever the order of the request (`pricing` tells more).
- Details: keys of technical data in lower case, two traits in capitals, null for what cloud products do not have.
"""

from __future__ import annotations

from xi_sdk_resellers.sandbox.desks.catalog import details, pricing, search
from xi_sdk_resellers.sandbox.desks.desk import Desk, quirks
from xi_sdk_resellers.sandbox.errors import ErrorShape
from xi_sdk_resellers.sandbox.wire import Answer, Request


class CatalogDesk(Desk):
    """Finds and describes products, and tells what they cost and how many there are."""

    def post_priceandavailability(self, request: Request) -> Answer:
        """Tell prices and stock: 200 or 207 with an entry for each product, 400 when one is not named by one number."""
        return pricing.tell(self._world, request)

    def get_reseller_v6_productsearch(self, request: Request) -> Answer:
        """Find products: 200 with one page, 404 when there is none."""
        return search.find(self._world, request)

    @quirks(errors=ErrorShape(trace_key="traceid"))
    def get_reseller_v6_productdetail(self, request: Request) -> Answer:
        """Return a product by the distributor's part number, or 404."""
        return details.by_part_number(request)

    @quirks(errors=ErrorShape(trace_key="traceid"))
    def get_reseller_v6_productdetailcmp(self, request: Request) -> Answer:
        """Return a product by the manufacturer's number, or a cloud plan by its ID or name; or 404."""
        return details.by_other_number(request)
