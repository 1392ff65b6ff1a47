"""The walk through the invoices of a search."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._display.frames import require_pandas
from xi_sdk_resellers._operations.invoices import GET_INVOICEDETAILS_V6_1, GET_RESELLERS_V6_INVOICESEARCH
from xi_sdk_resellers._workflows.invoices.tables import tables
from xi_sdk_resellers._workflows.pages import Paging
from xi_sdk_resellers._workflows.walk import Walk

if TYPE_CHECKING:
    from xi_sdk_resellers._display.frames import Money
    from xi_sdk_resellers._workflows.invoices.tables import InvoiceTables
    from xi_sdk_resellers._workflows.pages import Pager
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.invoice_details import InvoiceDetails
    from xi_sdk_resellers.models.invoice_search_response import InvoiceSearchResponse, InvoiceSearchResponseInvoice

INVOICE_PAGES: Paging[InvoiceSearchResponse, InvoiceSearchResponseInvoice] = Paging(
    GET_RESELLERS_V6_INVOICESEARCH, items="invoices", identity=("invoice_number",), noun="invoices"
)
"""How the search for invoices gives its pages."""


class InvoiceSearch(Walk["InvoiceSearchResponse", "InvoiceSearchResponseInvoice"]):
    """All invoices that a search finds, fetched page by page as they are asked for. Made by :meth:`Invoices.search`.

    It is an iterator: each invoice comes once. It ends with the first page that holds no invoice, or no new one,
    whatever the vendor says about totals. After an exception the same page is asked for again, so a loop can go on
    where it was.
    """

    def __init__(
        self,
        call: Callable[..., ApiResponse[Any]],
        pager: Pager[InvoiceSearchResponse, InvoiceSearchResponseInvoice],
        sleep: Callable[[float], None],
        *,
        progress: bool = False,
    ) -> None:
        super().__init__(partial(call, INVOICE_PAGES.operation), pager, sleep, progress=progress)
        self._call = call

    def in_full(self, *, include_serial_numbers: bool = True) -> list[InvoiceDetails]:
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
        found = [invoice for invoice in self if invoice.invoice_number]
        return [self._details(invoice, include_serial_numbers) for invoice in found]

    def tables(self, *, money: Money = "decimal") -> InvoiceTables:
        """Read what is left in full, and make pandas tables of it. See :func:`xi_sdk_resellers.invoices.tables`.

        Needs the extra: ``pip install "xi-resellers[pandas]"``.

        Args:
            money: ``"decimal"`` for exact amounts, ``"float"`` for float64.

        Returns:
            Three new tables: invoices, their lines, and what does not add up.

        Raises:
            ApiValueError: the search was used up: all that it had to give was handed out before.
            ApiException: an invoice could not be read.
            ImportError: pandas is not installed.
        """
        self._refuse_used_up()
        require_pandas()  # before anything is fetched for nothing
        return tables(self.in_full(), money=money)

    def _details(self, invoice: InvoiceSearchResponseInvoice, serials: bool) -> InvoiceDetails:
        found: InvoiceDetails = self._call(
            GET_INVOICEDETAILS_V6_1, details_arguments(self._pager, invoice, serials)
        ).data
        return found


def details_arguments(
    pager: Pager[Any, Any], invoice: InvoiceSearchResponseInvoice, include_serial_numbers: bool
) -> dict[str, Any]:
    """Make the arguments of the details of an invoice that a search has found."""
    headers = {name: value for name, value in pager.arguments.items() if name.startswith("im_")}
    return {**headers, "invoice_number": invoice.invoice_number, "include_serial_numbers": include_serial_numbers}


InvoiceSearch.__module__ = "xi_sdk_resellers.invoices"
