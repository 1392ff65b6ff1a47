# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Deals operations for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, overload

from xi_sdk_resellers._endpoints.forms import (
    AsyncEndpoints,
    awaited_accepts_earlier_order,
    awaited_with_http_info,
    awaited_without_preload_content,
)
from xi_sdk_resellers._operations.deals import GET_RESELLERS_V6_DEALSDETAILS, GET_RESELLERS_V6_DEALSSEARCH
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers.aio.api_client import ApiClient

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from typing_extensions import Unpack

    from xi_sdk_resellers._calls.options import CallOptions
    from xi_sdk_resellers._settings.retries import Retries
    from xi_sdk_resellers.models.deals_details_response import DealsDetailsResponse
    from xi_sdk_resellers.models.deals_search_response import DealsSearchResponse
    from xi_sdk_resellers.models.enums import CountryCode


class DealsApi(AsyncEndpoints):
    """The Deals operations for asyncio.

    Args:
        api_client: The :class:`~xi_sdk_resellers.aio.ApiClient` that makes the calls; the default one when left out.
    """

    api_client: ApiClient

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(ApiClient.get_default() if api_client is None else api_client)

    async def get_resellers_v6_dealssearch(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        end_user: str | None = None,
        vendor: str | None = None,
        deal_id: str | None = None,
        size: int | None = None,
        page: int | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> DealsSearchResponse:
        """Search deals.

        Finds the special bids of your account, a page at a time. All filters that are given must match. Source: `GET
        /resellers/v6/deals/search` (`get-resellers-v6-dealssearch`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            end_user: Name of the end customer.
            vendor: Name of the manufacturer.
            deal_id: Number of the deal.
            size: Deals per page, 1 to 100. From 1 to 100.
            page: Which page, counted from 1. From 1 to 999999999.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`DealsSearchResponse`. One page of matching deals.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. Something in the request is missing or malformed; `errors[].fields` says what.
            UnauthorizedException: 401. The access token is missing, expired or revoked.
            TooManyRequestsException: 429. Too many calls in this minute; X-RateLimit-Reset says when to go on.
            ServiceException: 500. The service failed or is being maintained; a gateway may send HTML.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_RESELLERS_V6_DEALSSEARCH, locals())

    get_resellers_v6_dealssearch_with_http_info: Final = awaited_with_http_info(get_resellers_v6_dealssearch)
    get_resellers_v6_dealssearch_without_preload_content: Final = awaited_without_preload_content(
        get_resellers_v6_dealssearch
    )

    @overload
    async def get_resellers_v6_dealsdetails(
        self,
        im_customer_number: str | None,
        im_country_code: CountryCode | str | None,
        im_correlation_id: str | None,
        im_application_id: str | None,
        deal_id: str,
        vendor_name: str | None = None,
        im_environment: str | None = None,
        **options: Unpack[CallOptions],
    ) -> DealsDetailsResponse: ...
    @overload
    async def get_resellers_v6_dealsdetails(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        im_application_id: str | None = None,
        *,
        deal_id: str,
        vendor_name: str | None = None,
        im_environment: str | None = None,
        **options: Unpack[CallOptions],
    ) -> DealsDetailsResponse: ...
    @awaited_accepts_earlier_order(
        "im_customer_number im_country_code im_correlation_id im_application_id im_environment deal_id",
        4,
        ("SANDBOX", "PRODUCTION", "PROD", "STAGE", "STAGING", "TEST", "QA", "UAT", "DEV", "DEVELOPMENT"),
    )
    async def get_resellers_v6_dealsdetails(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        im_application_id: str | None = None,
        deal_id: str = MISSING,
        vendor_name: str | None = None,
        im_environment: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> DealsDetailsResponse:
        """Read a deal.

        Everything about one special bid: what it grants, for whom, until when, and how much of it is left. Source: `GET
        /resellers/v6/deals/{dealId}` (`get-resellers-v6-dealsdetails`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            im_application_id: The name of the application that sends the request, at most 32 characters. The
                Configuration's when left out.
            deal_id: Number of the deal. It may hold spaces.
            vendor_name: Name of the manufacturer. Required since 2025, unknown before.
            im_environment: The environment of the call, at most 32 characters. Known until 2024 only. The
                Configuration's when left out.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`DealsDetailsResponse`. The deal.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. Something in the request is missing or malformed; `errors[].fields` says what.
            UnauthorizedException: 401. The access token is missing, expired or revoked.
            NotFoundException: 404. No deal with this number exists for your account.
            TooManyRequestsException: 429. Too many calls in this minute; X-RateLimit-Reset says when to go on.
            ServiceException: 500. The service failed or is being maintained; a gateway may send HTML.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_RESELLERS_V6_DEALSDETAILS, locals())

    get_resellers_v6_dealsdetails_with_http_info: Final = awaited_with_http_info(get_resellers_v6_dealsdetails)
    get_resellers_v6_dealsdetails_without_preload_content: Final = awaited_without_preload_content(
        get_resellers_v6_dealsdetails
    )
