# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The asyncio twin of :mod:`xi_sdk_resellers.returns`.

Work with returns: give back what was invoiced, once, and follow what becomes of it.

::

    async with ApiClient(Configuration.from_env()) as client:
        returns = Returns(client)
        filed = await returns.create({"list": [{"invoiceNumber": "40MKTRW11", ...}]})
        async for case in returns.search(invoice_number="40MKTRW11"):
            print(case.case_request_number, case.status)

Every method takes the IM-* values from the Configuration unless they are given.

When a task is cancelled in the middle, :func:`xi_sdk_resellers.aio.cancelled_call` tells whether a change may have
taken effect.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import xi_sdk_resellers.models as models
from xi_sdk_resellers._operations.returns import GET_RESELLERS_V6_RETURNSDETAILS
from xi_sdk_resellers._process.loading import load
from xi_sdk_resellers._workflows.days import Days
from xi_sdk_resellers._workflows.face_aio import AsyncFace
from xi_sdk_resellers._workflows.pages import Pager
from xi_sdk_resellers._workflows.plan import check_number, correlated, im_headers
from xi_sdk_resellers._workflows.returns.filing import FILE, file_plan
from xi_sdk_resellers._workflows.returns.filters import search_arguments
from xi_sdk_resellers._workflows.returns.requests import check_request
from xi_sdk_resellers._workflows.returns.search import RETURN_PAGES
from xi_sdk_resellers._workflows.returns.search_aio import AsyncReturnSearch
from xi_sdk_resellers.aio.api.returns_api import ReturnsApi

if TYPE_CHECKING:
    from xi_sdk_resellers._journal.entry import Journal
    from xi_sdk_resellers._workflows.plan import Plan
    from xi_sdk_resellers.aio.api_client import ApiClient
    from xi_sdk_resellers.models.bodies import ReturnsCreateRequestDict
    from xi_sdk_resellers.models.enums import ReturnStatus
    from xi_sdk_resellers.models.returns_create_request import ReturnsCreateRequest
    from xi_sdk_resellers.models.returns_create_response import ReturnsCreateResponse
    from xi_sdk_resellers.models.returns_details_response import ReturnsDetailsResponse

__all__ = ["AsyncReturnSearch", "Returns"]


class Returns(AsyncFace):
    """What a reseller does with returns, on top of :class:`ReturnsApi`.

    One instance can be shared by the tasks of its client.

    Args:
        api_client: the client to use; None for the default client.
        journal: where what is begun and what became of it is written down, such as a ``SqliteJournal``, so that a later
            run goes on where an earlier one has died.
    """

    def __init__(self, api_client: ApiClient | None = None, *, journal: Journal | None = None) -> None:
        super().__init__(api_client)
        self.journal: Journal | None = journal
        """What tells runs of each other."""
        self.api: ReturnsApi = ReturnsApi(self.api_client)
        """The operations themselves, on the same client."""

    async def create(
        self,
        request: ReturnsCreateRequest | ReturnsCreateRequestDict,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        resume: bool = False,
        lookup_wait: float = 20.0,
        listed_within: float = 86400.0,
        timeout: float = 300.0,
    ) -> ReturnsCreateResponse:
        """Ask for returns exactly once, or say why not.

        Before it is sent, the cases that the invoices have are noted. When the outcome is unknown, cases that came
        since are looked for, by invoice, article, units and reference, for ``lookup_wait`` seconds. What is found is
        returned as if nothing had happened. What is not is never sent again: the vendor would take it twice.

        With a journal a request is known by its references: the same one is filed once, however often and in how many
        runs it is made, and other content under them is refused. A request without references is known by all that it
        says, so that a second one like it is taken for the first.

        Args:
            request: the returns; a mapping is checked like the model.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out, and the same for all calls.
            im_sender_id: at most 32 characters.
            resume: for jobs that may have run before: look first, and be content with cases of the same invoice,
                article, units and reference. Each return needs a reference for that.
            lookup_wait: seconds to look for the cases after an unknown outcome.
            listed_within: with a journal: seconds within which a case is listed that an earlier run has asked for, if
                it was opened. Before, it is not asked for again.
            timeout: seconds that all of it may take, looking and waiting included.

        Returns:
            The cases, one for each return. They are open: whether they are approved is seen later.

        Raises:
            ApiValueError: the request is not valid, or cannot be resumed; nothing was sent.
            BadRequestException: it was refused, such as more than was invoiced; ``fields`` says what.
            JournalException: the journal cannot be used, holds other content, or an earlier run is not settled.
            ApiException: it failed; ``outcome`` tells whether the returns were filed.

        Source: POST /resellers/v6/returns/create, GET /resellers/v6/returns/search,
        GET /resellers/v6/returns/{caseRequestNumber}
        """
        patience = self._patience(1, lookup_wait, timeout)
        wanted = self._checked(models.ReturnsCreateRequest, request)
        check_request(wanted, resume=resume)
        check_number("listed_within", listed_within, 0)
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id))
        if self.journal is None:
            return await self._told(FILE, file_plan(wanted, headers, patience, resume=resume), headers)
        journaled_plan = load("xi_sdk_resellers._workflows.returns.journaled").journaled_plan
        plan: Plan[ReturnsCreateResponse] = journaled_plan(
            self.journal, self.api_client, headers, wanted, patience, resume=resume, listed_within=listed_within
        )
        return await self._told(FILE, plan, headers)

    async def get(
        self,
        case_request_number: str,
        *,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
    ) -> ReturnsDetailsResponse:
        """Read a return in full.

        Args:
            case_request_number: the number of its case.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_sender_id: at most 32 characters.

        Returns:
            The return.

        Raises:
            NotFoundException: there is no such case.
            ApiException: it could not be read.

        Source: GET /resellers/v6/returns/{caseRequestNumber}
        """
        arguments = {
            "case_request_number": case_request_number,
            **im_headers(im_customer_number, im_country_code, im_correlation_id, im_sender_id),
        }
        found: ReturnsDetailsResponse = (await self._call(GET_RESELLERS_V6_RETURNSDETAILS, arguments)).data
        return found

    def search(
        self,
        *,
        case_request_number: str | None = None,
        invoice_number: str | None = None,
        return_claim_id: str | None = None,
        reference_number: str | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        return_status: ReturnStatus | str | Sequence[ReturnStatus | str] | None = None,
        claim_status: ReturnStatus | str | Sequence[ReturnStatus | str] | None = None,
        return_reason: str | Sequence[str] | None = None,
        created_on: Days | None = None,
        modified_on: Days | None = None,
        sort: str | None = None,
        sorting_column_name: str | None = None,
        page_size: int = 25,
        start_page: int = 1,
        start_item: int = 0,
        progress: bool = False,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
    ) -> AsyncReturnSearch:
        """Walk through all returns and claims that fit, page by page and no faster than the rate limit allows.

        Days are ``date``, ``datetime`` or text; a pair of them is a range with both ends included.

        Args:
            case_request_number: the number of a case.
            invoice_number: the number of an invoice.
            return_claim_id: the number of a return or claim.
            reference_number: your reference.
            ingram_part_number: the vendor's part number.
            vendor_part_number: the manufacturer's part number.
            return_status: one status of returns, or several of them.
            claim_status: one status of claims, or several of them.
            return_reason: one reason with its code, such as ``(SS) Short Shipment``, or several of them.
            created_on: the day on which it was asked for, or a range.
            modified_on: the day on which it was changed last, or a range.
            sort: ``asc`` or ``desc``.
            sorting_column_name: the column to sort by, such as ``createdOn``.
            page_size: returns per page, at least 1.
            start_page: the page to start from, such as ``next_page`` of an earlier search.
            start_item: how many items of that page to pass over, such as ``next_item`` of that search.
            progress: show a progress bar (needs the ``notebook`` extra).
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made for each page when left out.
            im_sender_id: at most 32 characters.

        Returns:
            An asynchronous iterator over the returns; nothing is fetched before it is used.

        Raises:
            ApiValueError: a day cannot be read in one way only, a range is none, or a number is out of its range.

        Source: GET /resellers/v6/returns/search
        """
        given = dict(locals())  # the filters and IM-* values, by the names of the parameters
        for name in ("self", "page_size", "start_page", "start_item", "progress"):
            del given[name]
        pager = Pager(RETURN_PAGES, search_arguments(given), page_size, start_page, start_item)
        return AsyncReturnSearch(partial(self._call, RETURN_PAGES.operation), pager, self._sleep, progress=progress)
