"""Work with invoices: find them, read them with serial numbers, see that they add up.

::

    with ApiClient(Configuration.from_env()) as client:
        invoices = Invoices(client)
        for invoice in invoices.search(invoice_date=("2026-01-01", "2026-01-31")):
            print(invoice.invoice_number, invoice.invoice_amount_incl_tax)

Every method takes the IM-* values from the Configuration unless they are given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers._operations.invoices import GET_INVOICEDETAILS_V6_1
from xi_sdk_resellers._workflows.days import Day, Days
from xi_sdk_resellers._workflows.face import Face
from xi_sdk_resellers._workflows.invoices.filters import search_arguments
from xi_sdk_resellers._workflows.invoices.of_order import of_order_plan
from xi_sdk_resellers._workflows.invoices.search import INVOICE_PAGES, InvoiceSearch
from xi_sdk_resellers._workflows.invoices.sums import InvoiceSums, add_up
from xi_sdk_resellers._workflows.invoices.tables import InvoiceTables, tables
from xi_sdk_resellers._workflows.pages import Pager
from xi_sdk_resellers._workflows.plan import correlated, im_headers
from xi_sdk_resellers.api.invoices_api import InvoicesApi

if TYPE_CHECKING:
    from xi_sdk_resellers.api_client import ApiClient
    from xi_sdk_resellers.models.invoice_details import InvoiceDetails

__all__ = ["InvoiceSearch", "InvoiceSums", "InvoiceTables", "Invoices", "add_up", "tables"]


class Invoices(Face):
    """What a reseller does with invoices, on top of :class:`InvoicesApi`.

    One instance can be shared by threads, like its client.

    Args:
        api_client: the client to use; None for the default client.
    """

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(api_client)
        self.api: InvoicesApi = InvoicesApi(self.api_client)
        """The operations themselves, on the same client."""

    def get(
        self,
        invoice_number: str,
        *,
        include_serial_numbers: bool = True,
        customer_type: str | None = None,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_application_id: str | None = None,
    ) -> InvoiceDetails:
        """Read an invoice in full.

        Args:
            invoice_number: the vendor's number of the invoice, at most 12 characters.
            include_serial_numbers: whether it has the serial numbers of what was shipped.
            customer_type: ``invoice`` or ``order``: whose addresses it has.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out.
            im_application_id: at most 32 characters.

        Returns:
            The invoice. :func:`add_up` tells whether it adds up.

        Raises:
            ApiValueError: the number is too long; nothing was sent.
            NotFoundException: there is no such invoice.
            ApiException: it could not be read.

        Source: GET /resellers/v6.1/invoices/{invoiceNumber}
        """
        arguments = {
            "invoice_number": invoice_number,
            "include_serial_numbers": include_serial_numbers,
            "customer_type": customer_type,
            **im_headers(im_customer_number, im_country_code, im_correlation_id, None),
            "im_application_id": im_application_id,
        }
        invoice: InvoiceDetails = self._call(GET_INVOICEDETAILS_V6_1, arguments).data
        return invoice

    def of_order(
        self,
        order_number: str,
        *,
        include_serial_numbers: bool = True,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_application_id: str | None = None,
    ) -> list[InvoiceDetails]:
        """Read all invoices of an order in full.

        They are searched for by the order's number; when that finds none, the order is asked for its invoices.

        Args:
            order_number: the vendor's order number.
            include_serial_numbers: whether they have the serial numbers of what was shipped.
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made when left out, and the same for all calls.
            im_application_id: at most 32 characters.

        Returns:
            The invoices; empty as long as nothing was invoiced.

        Raises:
            NotFoundException: there is no such order.
            ApiException: something could not be read.

        Source: GET /resellers/v6/invoices, GET /resellers/v6.1/orders/{ordernumber},
        GET /resellers/v6.1/invoices/{invoiceNumber}
        """
        headers = correlated(im_headers(im_customer_number, im_country_code, im_correlation_id, None))
        headers["im_application_id"] = im_application_id
        return self._run(of_order_plan(order_number, headers, include_serial_numbers=include_serial_numbers))

    def search(
        self,
        *,
        invoice_number: str | None = None,
        order_number: str | None = None,
        customer_order_number: str | None = None,
        end_customer_order_number: str | None = None,
        invoice_date: Days | None = None,
        invoice_due_date: Days | None = None,
        order_date: Days | None = None,
        payment_terms_net_date: Day | None = None,
        invoice_status: str | None = None,
        invoice_type: str | None = None,
        delivery_number: str | None = None,
        serial_number: str | None = None,
        special_bid_number: str | None = None,
        orderby: str | None = None,
        direction: str | None = None,
        page_size: int = 100,
        start_page: int = 1,
        start_item: int = 0,
        progress: bool = False,
        im_customer_number: str | None = None,
        im_country_code: str | None = None,
        im_correlation_id: str | None = None,
        im_application_id: str | None = None,
    ) -> InvoiceSearch:
        """Walk through all invoices that fit, page by page and no faster than the rate limit allows.

        Days are ``date``, ``datetime`` or text; a pair of them is a range with both ends included. The vendor keeps
        invoices for two years.

        Args:
            invoice_number: the vendor's number of the invoice, at most 11 characters.
            order_number: the vendor's order number.
            customer_order_number: your order number.
            end_customer_order_number: your customer's order number.
            invoice_date: the day of the invoice, or a range.
            invoice_due_date: the day on which it is due, or a range.
            order_date: the day of the order, or a range.
            payment_terms_net_date: the day by which the payment terms want the money.
            invoice_status: the status, such as ``OPEN``.
            invoice_type: the kind of document, such as ``Invoice``.
            delivery_number: the number of a delivery.
            serial_number: a serial number that was delivered, at most 32 characters.
            special_bid_number: the number of a special price.
            orderby: the column to sort by, such as ``InvoiceDate``.
            direction: ``asc`` or ``desc``.
            page_size: invoices per page, 1 to 100.
            start_page: the page to start from, such as ``next_page`` of an earlier search.
            start_item: how many items of that page to pass over, such as ``next_item`` of that search.
            progress: show a progress bar (needs the ``notebook`` extra).
            im_customer_number: your customer number, usually at most 10 characters.
            im_country_code: two letters.
            im_correlation_id: at most 32 characters; made for each page when left out.
            im_application_id: at most 32 characters.

        Returns:
            An iterator over the invoices; nothing is fetched before it is used.

        Raises:
            ApiValueError: a day cannot be read in one way only, a range is none, or a number is out of its range.

        Source: GET /resellers/v6/invoices
        """
        given = dict(locals())  # the filters and IM-* values, by the names of the parameters
        for name in ("self", "page_size", "start_page", "start_item", "progress"):
            del given[name]
        pager = Pager(INVOICE_PAGES, search_arguments(given), page_size, start_page, start_item)
        return InvoiceSearch(self._call, pager, self._sleep, progress=progress)
