# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Returns operations for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, overload

from xi_sdk_resellers._endpoints.forms import AsyncEndpoints, awaited_with_http_info, awaited_without_preload_content
from xi_sdk_resellers._operations.returns import (
    GET_RESELLERS_V6_RETURNSDETAILS,
    GET_RESELLERS_V6_RETURNSSEARCH,
    POST_RETURNSCREATE,
)
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers.aio.api_client import ApiClient

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from typing_extensions import Unpack

    from xi_sdk_resellers._calls.options import CallOptions
    from xi_sdk_resellers._settings.retries import Retries
    from xi_sdk_resellers.models.bodies.returns_create_request import ReturnsCreateRequestDict
    from xi_sdk_resellers.models.enums import CountryCode
    from xi_sdk_resellers.models.returns_create_request import ReturnsCreateRequest
    from xi_sdk_resellers.models.returns_create_response import ReturnsCreateResponse
    from xi_sdk_resellers.models.returns_details_response import ReturnsDetailsResponse
    from xi_sdk_resellers.models.returns_search_response import ReturnsSearchResponse


class ReturnsApi(AsyncEndpoints):
    """The Returns operations for asyncio.

    Args:
        api_client: The :class:`~xi_sdk_resellers.aio.ApiClient` that makes the calls; the default one when left out.
    """

    api_client: ApiClient

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(ApiClient.get_default() if api_client is None else api_client)

    async def get_resellers_v6_returnssearch(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        case_request_number: str | None = None,
        invoice_number: str | None = None,
        return_claim_id: str | None = None,
        reference_number: str | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        return_status_in: Sequence[str] | None = None,
        claim_status_in: Sequence[str] | None = None,
        created_on_bt: str | None = None,
        modified_on_bt: str | None = None,
        return_reason_in: Sequence[str] | None = None,
        page: int | str | None = None,
        size: int | str | None = None,
        sort: str | None = None,
        sorting_column_name: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> ReturnsSearchResponse:
        """Search returns.

        Finds returns and claims by any mix of the filters below, a page at a time; all of the account's without a
        filter. All filters that are given must match. Source: `GET /resellers/v6/returns/search`
        (`get-resellers-v6-returnssearch`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            case_request_number: Number of the case.
            invoice_number: Only returns of articles on this invoice.
            return_claim_id: Number of the return or claim.
            reference_number: Your own reference for the return.
            ingram_part_number: Only returns of this article, by Ingram Micro's number.
            vendor_part_number: Only returns of this article, by its manufacturer's number.
            return_status_in: Only returns in one of these states: Open, Approved, Partially Approved, Denied, Voided.
            claim_status_in: Only claims in one of these states: Open, Approved, Partially Approved, Denied, Voided.
            created_on_bt: Only returns asked for between these two days: one text, first and last day with a comma
                between them.
            modified_on_bt: Only returns changed between these two days: one text, first and last day with a comma
                between them.
            return_reason_in: Only returns for one of these reasons, each with its code in brackets, such as (SS) Short
                Shipment.
            page: Which page, counted from 1. From 1 to 999999999.
            size: Returns per page, 25 when left out. From 1 to 999999999.
            sort: Which way to sort: asc or desc.
            sorting_column_name: The column to sort by, such as createdOn.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`ReturnsSearchResponse`. One page of matching returns.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: `errors[].fields` says what is missing or malformed.
            UnauthorizedException: 401. The access token is missing, expired or revoked.
            TooManyRequestsException: 429. Too many calls in this minute. Wait until X-RateLimit-Reset.
            ServiceException: 500. The service failed, or is down for maintenance. It may be HTML, too.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_RESELLERS_V6_RETURNSSEARCH, locals())

    get_resellers_v6_returnssearch_with_http_info: Final = awaited_with_http_info(get_resellers_v6_returnssearch)
    get_resellers_v6_returnssearch_without_preload_content: Final = awaited_without_preload_content(
        get_resellers_v6_returnssearch
    )

    @overload
    async def get_resellers_v6_returnsdetails(
        self,
        im_customer_number: str | None,
        im_country_code: CountryCode | str | None,
        im_correlation_id: str | None,
        case_request_number: str,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> ReturnsDetailsResponse: ...
    @overload
    async def get_resellers_v6_returnsdetails(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        *,
        case_request_number: str,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> ReturnsDetailsResponse: ...
    async def get_resellers_v6_returnsdetails(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        case_request_number: str = MISSING,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> ReturnsDetailsResponse:
        """Read a return.

        Returns a return or claim in full: its articles, what becomes of them, and where to send them. Source: `GET
        /resellers/v6/returns/{caseRequestNumber}` (`get-resellers-v6-returnsdetails`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            case_request_number: Number of the case.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`ReturnsDetailsResponse`. The return.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: `errors[].fields` says what is missing or malformed.
            UnauthorizedException: 401. The access token is missing, expired or revoked.
            NotFoundException: 404. There is no such case, or it belongs to another account.
            TooManyRequestsException: 429. Too many calls in this minute. Wait until X-RateLimit-Reset.
            ServiceException: 500. The service failed, or is down for maintenance. It may be HTML, too.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_RESELLERS_V6_RETURNSDETAILS, locals())

    get_resellers_v6_returnsdetails_with_http_info: Final = awaited_with_http_info(get_resellers_v6_returnsdetails)
    get_resellers_v6_returnsdetails_without_preload_content: Final = awaited_without_preload_content(
        get_resellers_v6_returnsdetails
    )

    @overload
    async def post_returnscreate(
        self,
        im_customer_number: str | None,
        im_country_code: CountryCode | str | None,
        im_correlation_id: str | None,
        im_sender_id: str | None,
        returns_create_request: ReturnsCreateRequest | ReturnsCreateRequestDict,
        **options: Unpack[CallOptions],
    ) -> ReturnsCreateResponse: ...
    @overload
    async def post_returnscreate(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        *,
        returns_create_request: ReturnsCreateRequest | ReturnsCreateRequestDict,
        **options: Unpack[CallOptions],
    ) -> ReturnsCreateResponse: ...
    async def post_returnscreate(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        returns_create_request: ReturnsCreateRequest | ReturnsCreateRequestDict = MISSING,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> ReturnsCreateResponse:
        """Ask for a return.

        Asks to give back articles of invoices, or to be credited for them, and answers with a case for each. The answer
        with a case number means that the request was taken, not that it was approved: follow its status. Source: `POST
        /resellers/v6/returns/create` (`post-returnscreate`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            returns_create_request: The returns. A :class:`ReturnsCreateRequest`, or a mapping, checked like one.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`ReturnsCreateResponse`. The returns were taken, one case for each.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: `errors[].fields` says what is missing or malformed.
            UnauthorizedException: 401. The access token is missing, expired or revoked.
            TooManyRequestsException: 429. Too many calls in this minute. Wait until X-RateLimit-Reset.
            ServiceException: 500. The service failed, or is down for maintenance. It may be HTML, too.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(POST_RETURNSCREATE, locals())

    post_returnscreate_with_http_info: Final = awaited_with_http_info(post_returnscreate)
    post_returnscreate_without_preload_content: Final = awaited_without_preload_content(post_returnscreate)
