"""The walk through the invoices of a search, for the asyncio client."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._display.frames import require_pandas
from xi_sdk_resellers._operations.invoices import GET_INVOICEDETAILS_V6_1
from xi_sdk_resellers._workflows.invoices.search import INVOICE_PAGES, details_arguments
from xi_sdk_resellers._workflows.invoices.tables import tables
from xi_sdk_resellers._workflows.walk_aio import AsyncWalk

if TYPE_CHECKING:
    from xi_sdk_resellers._display.frames import Money
    from xi_sdk_resellers._workflows.invoices.tables import InvoiceTables
    from xi_sdk_resellers._workflows.pages import Pager
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.invoice_details import InvoiceDetails
    from xi_sdk_resellers.models.invoice_search_response import InvoiceSearchResponse, InvoiceSearchResponseInvoice


class AsyncInvoiceSearch(AsyncWalk["InvoiceSearchResponse", "InvoiceSearchResponseInvoice"]):
    """All invoices that a search finds, fetched page by page as they are asked for. Made by ``Invoices.search``.

    It is an asynchronous iterator: each invoice comes once. It ends with the first page that holds no invoice, or no
    new one, whatever the vendor says about totals. After an exception the same page is asked for again, so a loop can
    go on where it was.
    """

    def __init__(
        self,
        call: Callable[..., Awaitable[ApiResponse[Any]]],
        pager: Pager[InvoiceSearchResponse, InvoiceSearchResponseInvoice],
        sleep: Callable[[float], Awaitable[None]],
        *,
        progress: bool = False,
    ) -> None:
        super().__init__(partial(call, INVOICE_PAGES.operation), pager, sleep, progress=progress)
        self._call = call

    async def in_full(self, *, include_serial_numbers: bool = True) -> list[InvoiceDetails]:
        """Fetch what is left, and read each invoice in full: one call for each.

        Args:
            include_serial_numbers: whether they have serial numbers.

        Returns:
            The invoices, in the order in which the search has them.

        Raises:
            ApiValueError: the search was used up: all that it had to give was handed out before.
            ApiException: one could not be read.

        Source: GET /resellers/v6/invoices, GET /resellers/v6.1/invoices/{invoiceNumber}
        """
        self._refuse_used_up()
        found = [invoice async for invoice in self if invoice.invoice_number]
        return [await self._details(invoice, include_serial_numbers) for invoice in found]

    async def tables(self, *, money: Money = "decimal") -> InvoiceTables:
        """Read what is left in full, and make pandas tables of it. See :func:`xi_sdk_resellers.invoices.tables`.

        Needs the extra: ``pip install "xi-resellers[pandas]"``.

        Args:
            money: ``"decimal"`` for exact amounts, ``"float"`` for float64.

        Returns:
            Three new tables: invoices, their lines, and what does not add up.

        Raises:
            ApiException: an invoice could not be read.
            ImportError: pandas is not installed.
        """
        require_pandas()  # before anything is fetched for nothing
        return tables(await self.in_full(), money=money)

    async def _details(self, invoice: InvoiceSearchResponseInvoice, serials: bool) -> InvoiceDetails:
        arguments = details_arguments(self._pager, invoice, serials)
        found: InvoiceDetails = (await self._call(GET_INVOICEDETAILS_V6_1, arguments)).data
        return found


AsyncInvoiceSearch.__module__ = "xi_sdk_resellers.aio.invoices"
