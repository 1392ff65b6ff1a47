# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The asyncio twin of :mod:`xi_sdk_resellers.renewals`.

Work with renewals: contracts that run out.

::

    async with ApiClient(Configuration.from_env()) as client:
        renewals = Renewals(client)
        async for renewal in renewals.search(state="Open", expiration_date=("2026-01-01", "2026-03-31")):
            print(renewal.renewal_id, renewal.end_user, renewal.renewal_value)

Every method takes the IM-* values from the Configuration unless they are given.

When a task is cancelled in the middle, :func:`xi_sdk_resellers.aio.cancelled_call` tells whether a change may have
taken effect.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import xi_sdk_resellers.models as models
from xi_sdk_resellers._operations.renewals import GET_RESELLERS_V6_RENEWALSDETAILS
from xi_sdk_resellers._workflows.face_aio import AsyncFace
from xi_sdk_resellers._workflows.pages import Pager
from xi_sdk_resellers._workflows.plan import im_headers
from xi_sdk_resellers._workflows.renewals.filters import Days, renewal_number, search_body
from xi_sdk_resellers._workflows.renewals.search import RENEWAL_PAGES
from xi_sdk_resellers._workflows.renewals.search_aio import AsyncRenewalSearch
from xi_sdk_resellers.aio.api.renewals_api import RenewalsApi

if TYPE_CHECKING:
    from xi_sdk_resellers.aio.api_client import ApiClient
    from xi_sdk_resellers.models.enums import RenewalState, RenewalSubStatus
    from xi_sdk_resellers.models.renewals_details_response import RenewalsDetailsResponse
    from xi_sdk_resellers.models.renewals_search_response import RenewalsSearchResponseRenewal

__all__ = ["AsyncRenewalSearch", "Renewals"]


class Renewals(AsyncFace):
    """What a reseller does with renewals, on top of :class:`RenewalsApi`.

    One instance can be shared by the tasks of its client.

    Args:
        api_client: the client to use; None for the default client.
    """

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(api_client)
        self.api: RenewalsApi = RenewalsApi(self.api_client)
        """The operations themselves, on the same client."""

    async def get(
        self,
        renewal: RenewalsSearchResponseRenewal | str | int,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
    ) -> RenewalsDetailsResponse:
        """Read a renewal in full.

        Args:
            renewal: the vendor's number of the renewal, or one that :meth:`search` has found.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_sender_id: at most 32 characters.

        Returns:
            The renewal, with its articles.

        Raises:
            ApiValueError: there is no number; nothing was sent.
            NotFoundException: the account has no such renewal.
            ApiException: it could not be read.

        Source: GET /resellers/v6/renewals/{renewalId}
        """
        headers = im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id)
        arguments = {"renewal_id": renewal_number(renewal), **headers}
        found: RenewalsDetailsResponse = (await self._call(GET_RESELLERS_V6_RENEWALSDETAILS, arguments)).data
        return found

    def search(
        self,
        *,
        state: RenewalState | str | None = None,
        sub_status: RenewalSubStatus | str | None = None,
        vendor: str | None = None,
        end_user: str | None = None,
        start_date: Days | None = None,
        end_date: Days | None = None,
        invoice_date: Days | None = None,
        expiration_date: Days | None = None,
        customer_order_number: str | None = None,
        ingram_purchase_order_number: str | None = None,
        serial_number: str | None = None,
        sort: str | None = None,
        page_size: int = 25,
        start_page: int = 1,
        start_item: int = 0,
        progress: bool = False,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
    ) -> AsyncRenewalSearch:
        """Walk through all renewals that fit, page by page and no faster than the rate limit allows.

        Days are ``date``, ``datetime`` or text; a pair of them is a range with both ends included.

        Args:
            state: ``Open`` for those that are still to be decided, or ``Closed``.
            sub_status: the state in detail, such as ``Quote pending`` or ``Expired``.
            vendor: the manufacturer.
            end_user: the end customer's company.
            start_date: the day a renewal starts, or a range.
            end_date: the day a renewal ends, or a range.
            invoice_date: the day of the invoice, or a range.
            expiration_date: the day the running contract expires, or a range.
            customer_order_number: your number of the order that is to be renewed.
            ingram_purchase_order_number: number of the vendor's own order at the manufacturer.
            serial_number: a serial number that the contract covers.
            sort: the column to sort by, such as ``expirationDate``.
            page_size: renewals per page, at least 1. The vendor's usual size is the default; it tells of no largest.
            start_page: the page to start from, such as ``next_page`` of an earlier search.
            start_item: how many items of that page to pass over, such as ``next_item`` of that search.
            progress: show a progress bar (needs the ``notebook`` extra).
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made for each page when left out.
            im_sender_id: at most 32 characters.

        Returns:
            An asynchronous iterator over the renewals; nothing is fetched before it is used.

        Raises:
            ApiTypeError: a filter has the wrong type.
            ApiValueError: a filter makes no sense.

        Source: POST /resellers/v6/renewals/search
        """
        given: dict[str, Any] = dict(locals())
        names = ("customer_order_number", "ingram_purchase_order_number", "serial_number", "sort")
        arguments = {name: given[name] for name in names if given[name] is not None}
        arguments |= im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id)
        if body := search_body(given):
            arguments["renewals_search_request"] = self._checked(models.RenewalsSearchRequest, body)
        pager = Pager(RENEWAL_PAGES, arguments, page_size, start_page, start_item)
        return AsyncRenewalSearch(partial(self._call, RENEWAL_PAGES.operation), pager, self._sleep, progress=progress)
