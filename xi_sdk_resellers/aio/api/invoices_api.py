# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Invoices operations for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xi_sdk_resellers._endpoints.forms import AsyncEndpoints, awaited_with_http_info, awaited_without_preload_content
from xi_sdk_resellers._operations.invoices import GET_INVOICEDETAILS_V6_1, GET_RESELLERS_V6_INVOICESEARCH
from xi_sdk_resellers.aio.api_client import ApiClient

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Any

    from xi_sdk_resellers._settings.retries import Retries
    from xi_sdk_resellers.models.enums import CountryCode
    from xi_sdk_resellers.models.invoice_details import InvoiceDetails
    from xi_sdk_resellers.models.invoice_search_response import InvoiceSearchResponse


class InvoicesApi(AsyncEndpoints):
    """The Invoices operations for asyncio.

    Args:
        api_client: The :class:`~xi_sdk_resellers.aio.ApiClient` that makes the calls; the default one when left out.
    """

    api_client: ApiClient

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(ApiClient.get_default() if api_client is None else api_client)

    async def get_resellers_v6_invoicesearch(
        self,
        im_application_id: str | None = None,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        payment_terms_net_date: date | str | None = None,
        invoice_date: date | str | None = None,
        invoice_due_date: date | str | None = None,
        order_date: date | str | None = None,
        order_from_date: date | str | None = None,
        order_to_date: date | str | None = None,
        order_number: str | None = None,
        delivery_number: str | None = None,
        invoice_number: str | None = None,
        invoice_status: str | None = None,
        invoice_type: str | None = None,
        customer_order_number: str | None = None,
        end_customer_order_number: str | None = None,
        special_bid_number: str | None = None,
        invoice_from_due_date: date | str | None = None,
        invoice_to_due_date: date | str | None = None,
        invoice_from_date: date | str | Sequence[date | str] | None = None,
        invoice_to_date: date | str | Sequence[date | str] | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        orderby: str | None = None,
        direction: str | None = None,
        serial_number: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> InvoiceSearchResponse:
        """Search invoices.

        Finds invoices by any mix of the filters below, a page at a time. All filters that are given must match.
        Invoices are there for two years. Source: `GET /resellers/v6/invoices` (`get-resellers-v6-invoicesearch`).

        Args:
            im_application_id: The name of the application that sends the request, at most 32 characters. The
                Configuration's when left out.
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            payment_terms_net_date: Only invoices to be paid by this day. A date, a datetime or text.
            invoice_date: Only invoices of this day. A date, a datetime or text.
            invoice_due_date: Only invoices that are due on this day. A date, a datetime or text.
            order_date: Only invoices of orders that were placed on this day. A date, a datetime or text.
            order_from_date: Only invoices of orders that were placed on this day or later. A date, a datetime or text.
            order_to_date: Only invoices of orders that were placed on this day or before. A date, a datetime or text.
            order_number: Only invoices of this order, by Ingram Micro's number.
            delivery_number: Only the invoice of this delivery.
            invoice_number: Number of the invoice. At most 11 characters.
            invoice_status: Only invoices in this state.
            invoice_type: Only documents of this kind.
            customer_order_number: Your own number of the order.
            end_customer_order_number: Your customer's number of the order.
            special_bid_number: Only invoices with this special price agreement.
            invoice_from_due_date: Only invoices that are due on this day or later. A date, a datetime or text.
            invoice_to_due_date: Only invoices that are due on this day or before. A date, a datetime or text.
            invoice_from_date: Only invoices of this day or later. A date, a datetime or text.
            invoice_to_date: Only invoices of this day or before. A date, a datetime or text.
            page_size: Invoices per page, 1 to 100. From 1 to 100.
            page_number: Which page, counted from 1. From 1 to 999999999.
            orderby: The column to sort by, such as InvoiceDate. At most 32 characters.
            direction: Which way to sort: asc or desc. At most 32 characters.
            serial_number: Only the invoice of the unit with this serial number. At most 32 characters.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`InvoiceSearchResponse`. One page of matching invoices.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: `errors[].fields` says what is missing or malformed.
            UnauthorizedException: 401. The access token is missing, expired or revoked.
            TooManyRequestsException: 429. Too many calls in this minute. Wait until X-RateLimit-Reset.
            ServiceException: 500. The service failed, or is down for maintenance. It may be HTML, too.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_RESELLERS_V6_INVOICESEARCH, locals())

    get_resellers_v6_invoicesearch_with_http_info: Final = awaited_with_http_info(get_resellers_v6_invoicesearch)
    get_resellers_v6_invoicesearch_without_preload_content: Final = awaited_without_preload_content(
        get_resellers_v6_invoicesearch
    )

    async def get_invoicedetails_v6_1(
        self,
        invoice_number: str,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        im_application_id: str | None = None,
        customer_type: str | None = None,
        include_serial_numbers: bool | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> InvoiceDetails:
        """Read an invoice.

        Returns an invoice in full: its lines, charges and totals, and the serial numbers if they are asked for. Source:
        `GET /resellers/v6.1/invoices/{invoiceNumber}` (`get-invoicedetails-v6.1`).

        Args:
            invoice_number: Number of the invoice. At most 12 characters.
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            im_application_id: The name of the application that sends the request, at most 32 characters. The
                Configuration's when left out.
            customer_type: Whose addresses the answer has: invoice or order. At most 32 characters.
            include_serial_numbers: Whether the answer has serial numbers.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`InvoiceDetails`. The invoice.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: `errors[].fields` says what is missing or malformed.
            UnauthorizedException: 401. The access token is missing, expired or revoked.
            NotFoundException: 404. There is no such invoice, or it belongs to another account.
            TooManyRequestsException: 429. Too many calls in this minute. Wait until X-RateLimit-Reset.
            ServiceException: 500. The service failed, or is down for maintenance. It may be HTML, too.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_INVOICEDETAILS_V6_1, locals())

    get_invoicedetails_v6_1_with_http_info: Final = awaited_with_http_info(get_invoicedetails_v6_1)
    get_invoicedetails_v6_1_without_preload_content: Final = awaited_without_preload_content(get_invoicedetails_v6_1)
