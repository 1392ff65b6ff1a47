"""Work with deals: special bids, and what is left of them.

::

    with ApiClient(Configuration.from_env()) as client:
        deals = Deals(client)
        for found in deals.search(vendor="Cisco"):
            deal = deals.get(found)
            print(deal.deal_id, [product.remaining_quantity for product in deal.products or []])

Every method takes the IM-* values from the Configuration unless they are given.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from xi_sdk_resellers._operations.deals import GET_RESELLERS_V6_DEALSDETAILS
from xi_sdk_resellers._workflows.deals.meaning import deal_meant
from xi_sdk_resellers._workflows.deals.search import DEAL_PAGES, DealSearch
from xi_sdk_resellers._workflows.face import Face
from xi_sdk_resellers._workflows.pages import Pager
from xi_sdk_resellers._workflows.plan import im_headers
from xi_sdk_resellers.api.deals_api import DealsApi

if TYPE_CHECKING:
    from xi_sdk_resellers.api_client import ApiClient
    from xi_sdk_resellers.models.deals_details_response import DealsDetailsResponse
    from xi_sdk_resellers.models.deals_search_response import DealsSearchResponseDeal

__all__ = ["DealSearch", "Deals"]


class Deals(Face):
    """What a reseller does with deals, on top of :class:`DealsApi`.

    One instance can be shared by threads, like its client.

    Args:
        api_client: the client to use; None for the default client.
    """

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(api_client)
        self.api: DealsApi = DealsApi(self.api_client)
        """The operations themselves, on the same client."""

    def get(
        self,
        deal: DealsSearchResponseDeal | str,
        vendor_name: str | None = None,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_application_id: str | None = None,
    ) -> DealsDetailsResponse:
        """Read a deal in full.

        Args:
            deal: the number of the deal, or one that :meth:`search` has found.
            vendor_name: the manufacturer that grants it; needed with a number.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_application_id: the name of your application, at most 32 characters.

        Returns:
            The deal, with its articles and how many of each can still be ordered.

        Raises:
            ApiValueError: the number or the manufacturer is missing; nothing was sent.
            NotFoundException: the account has no such deal.
            ApiException: it could not be read.

        Source: GET /resellers/v6/deals/{dealId}
        """
        number, vendor = deal_meant(deal, vendor_name)
        arguments = {
            **im_headers(im_customer_number, im_country_code, im_correlation_id, None),
            "im_application_id": im_application_id,
            "deal_id": number,
            "vendor_name": vendor,
        }
        found: DealsDetailsResponse = self._call(GET_RESELLERS_V6_DEALSDETAILS, arguments).data
        return found

    def search(
        self,
        *,
        vendor: str | None = None,
        end_user: str | None = None,
        deal_id: str | None = None,
        page_size: int = 100,
        start_page: int = 1,
        start_item: int = 0,
        progress: bool = False,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
    ) -> DealSearch:
        """Walk through all deals that fit, page by page and no faster than the rate limit allows.

        Args:
            vendor: the manufacturer that grants them.
            end_user: the end customer that they are for.
            deal_id: the number of a deal.
            page_size: deals per page, 1 to 100.
            start_page: the page to start from, such as ``next_page`` of an earlier search.
            start_item: how many items of that page to pass over, such as ``next_item`` of that search.
            progress: show a progress bar (needs the ``notebook`` extra).
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made for each page when left out.
            im_sender_id: at most 32 characters.

        Returns:
            An iterator over the deals; nothing is fetched before it is used.

        Raises:
            ApiValueError: a number is out of its range.

        Source: GET /resellers/v6/deals/search
        """
        filters = {"vendor": vendor, "end_user": end_user, "deal_id": deal_id}
        arguments = {name: value for name, value in filters.items() if value is not None}
        arguments |= im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id)
        pager = Pager(DEAL_PAGES, arguments, page_size, start_page, start_item)
        return DealSearch(partial(self._call, DEAL_PAGES.operation), pager, self._sleep, progress=progress)
