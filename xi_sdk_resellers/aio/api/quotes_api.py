# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Quotes operations for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, overload

from xi_sdk_resellers._endpoints.forms import AsyncEndpoints, awaited_with_http_info, awaited_without_preload_content
from xi_sdk_resellers._operations.quotes import (
    GET_QUOTESSEARCH_V6,
    GET_RESELLER_V6_VALIDATE_QUOTE,
    GET_RESELLERS_V6_QUOTES,
    QUOTE_CREATE,
)
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers.aio.api_client import ApiClient

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Any

    from typing_extensions import Unpack

    from xi_sdk_resellers._calls.options import CallOptions
    from xi_sdk_resellers._settings.retries import Retries
    from xi_sdk_resellers.models.bodies.quote_create_request import QuoteCreateRequestDict
    from xi_sdk_resellers.models.enums import CountryCode, QuoteSortBy, SortingOrder
    from xi_sdk_resellers.models.quote_create_request import QuoteCreateRequest
    from xi_sdk_resellers.models.quote_create_response import QuoteCreateResponse
    from xi_sdk_resellers.models.quote_details_response import QuoteDetailsResponse
    from xi_sdk_resellers.models.quote_search_response import QuoteSearchResponse
    from xi_sdk_resellers.models.validate_quote_response import ValidateQuoteResponse


class QuotesApi(AsyncEndpoints):
    """The Quotes operations for asyncio.

    Args:
        api_client: The :class:`~xi_sdk_resellers.aio.ApiClient` that makes the calls; the default one when left out.
    """

    api_client: ApiClient

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(ApiClient.get_default() if api_client is None else api_client)

    async def get_quotessearch_v6(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_customer_contact: str | None = None,
        im_correlation_id: str | None = None,
        ingram_order_date_bt: Sequence[date | str] | None = None,
        quote_number: str | None = None,
        special_bid_number: str | None = None,
        end_user_contact: str | None = None,
        sorting_order: SortingOrder | str | None = None,
        sort_by: QuoteSortBy | str | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        vendor_name: str | None = None,
        quote_name: str | None = None,
        status: str | None = None,
        quote_create_date_bt: str | None = None,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> QuoteSearchResponse:
        """Search quotes.

        Finds active quotes by any mix of the filters below, a page at a time. Without dates these are the quotes that
        were made or changed within the last 30 days; with two dates older ones, up to 365 days. Source: `GET
        /resellers/v6/quotes/search` (`get-quotessearch_v6`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_customer_contact: E-mail address of the person who is logged in, at most 64 characters. The
                Configuration's when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            ingram_order_date_bt: Only quotes made or changed between these two days: first day, last day. Each a date,
                a datetime or text.
            quote_number: Only quotes whose number has this in it.
            special_bid_number: Only quotes with this special price agreement (bid).
            end_user_contact: Only quotes for this customer.
            sorting_order: Upwards (asc) or downwards (desc, the newest first).
            sort_by: What to sort by.
            page_size: Quotes per page, 1 to 25. From 1 to 25.
            page_number: Which page, counted from 1. From 1 to 999999999.
            vendor_name: Only quotes with goods of this manufacturer.
            quote_name: Only quotes of this name.
            status: Only quotes in this state.
            quote_create_date_bt: Only quotes made between two days, as one text; `ingramOrderDate-bt` takes two values.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`QuoteSearchResponse`. A page of quotes.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: something in it is missing or malformed.
                `errors[].fields` says what. Nothing was changed.
            UnauthorizedException: 401. The access token is missing, expired or revoked. Get a new one and repeat the
                call.
            NotFoundException: 404. No quote matches.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The service failed. Also what it answers during maintenance and outages; a gateway
                may then send HTML instead of JSON.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_QUOTESSEARCH_V6, locals())

    get_quotessearch_v6_with_http_info: Final = awaited_with_http_info(get_quotessearch_v6)
    get_quotessearch_v6_without_preload_content: Final = awaited_without_preload_content(get_quotessearch_v6)

    @overload
    async def get_resellers_v6_quotes(
        self,
        im_customer_number: str | None,
        im_country_code: CountryCode | str | None,
        im_correlation_id: str | None,
        quote_number: str,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> QuoteDetailsResponse: ...
    @overload
    async def get_resellers_v6_quotes(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        *,
        quote_number: str,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> QuoteDetailsResponse: ...
    async def get_resellers_v6_quotes(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        quote_number: str = MISSING,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> QuoteDetailsResponse:
        """Read a quote.

        Everything about one quote: lines with prices and what is left to order, totals, the customer, and texts that
        must be shown with it. A number that your account does not have is refused. Source: `GET
        /resellers/v6/quotes/{quoteNumber}` (`get-resellers-v6-quotes`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            quote_number: Number of the quote.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`QuoteDetailsResponse`. The quote.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: something in it is missing or malformed.
                `errors[].fields` says what. Nothing was changed.
            UnauthorizedException: 401. The access token is missing, expired or revoked. Get a new one and repeat the
                call.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The service failed. Also what it answers during maintenance and outages; a gateway
                may then send HTML instead of JSON.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_RESELLERS_V6_QUOTES, locals())

    get_resellers_v6_quotes_with_http_info: Final = awaited_with_http_info(get_resellers_v6_quotes)
    get_resellers_v6_quotes_without_preload_content: Final = awaited_without_preload_content(get_resellers_v6_quotes)

    @overload
    async def quote_create(
        self,
        im_customer_number: str | None,
        im_country_code: CountryCode | str | None,
        im_correlation_id: str | None,
        quote_create_request: QuoteCreateRequest | QuoteCreateRequestDict,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> QuoteCreateResponse: ...
    @overload
    async def quote_create(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        *,
        quote_create_request: QuoteCreateRequest | QuoteCreateRequestDict,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> QuoteCreateResponse: ...
    async def quote_create(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        quote_create_request: QuoteCreateRequest | QuoteCreateRequestDict = MISSING,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> QuoteCreateResponse:
        """Ask for a quote.

        Asks for a quote of articles, or of a deal (Cisco only), and answers with the number that it will have. The
        quote itself comes as the webhook event `im::quote_create`, and so does what went wrong. The same request sent
        twice makes two quotes. Source: `POST /resellers/v6/quotes/create` (`quote_Create`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            quote_create_request: The quote to ask for. A :class:`QuoteCreateRequest`, or a mapping, checked like one.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`QuoteCreateResponse`. The request was taken.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: something in it is missing or malformed.
                `errors[].fields` says what. Nothing was changed.
            UnauthorizedException: 401. The access token is missing, expired or revoked. Get a new one and repeat the
                call.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The service failed. Also what it answers during maintenance and outages; a gateway
                may then send HTML instead of JSON.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(QUOTE_CREATE, locals())

    quote_create_with_http_info: Final = awaited_with_http_info(quote_create)
    quote_create_without_preload_content: Final = awaited_without_preload_content(quote_create)

    async def get_reseller_v6_validate_quote(
        self,
        quote_number: str,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> ValidateQuoteResponse:
        """Ask whether a quote may be ordered.

        Tells whether a quote may be turned into an order, and which facts its manufacturer demands for that: about the
        whole order, and about its lines. Give them back with v7's `vmfAdditionalAttributes` and
        `vmfAdditionalAttributesLines`. Source: `GET /resellers/v6/q2o/validatequote` (`get-reseller-v6-validateQuote`).

        Args:
            quote_number: Number of the quote.
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`ValidateQuoteResponse`. The quote may be ordered.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: something in it is missing or malformed.
                `errors[].fields` says what. Nothing was changed.
            UnauthorizedException: 401. The access token is missing, expired or revoked. Get a new one and repeat the
                call.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The service failed. Also what it answers during maintenance and outages; a gateway
                may then send HTML instead of JSON.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_RESELLER_V6_VALIDATE_QUOTE, locals())

    get_reseller_v6_validate_quote_with_http_info: Final = awaited_with_http_info(get_reseller_v6_validate_quote)
    get_reseller_v6_validate_quote_without_preload_content: Final = awaited_without_preload_content(
        get_reseller_v6_validate_quote
    )
