# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Renewals operations for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, overload

from xi_sdk_resellers._endpoints.forms import AsyncEndpoints, awaited_with_http_info, awaited_without_preload_content
from xi_sdk_resellers._operations.renewals import GET_RESELLERS_V6_RENEWALSDETAILS, POST_RENEWALSSEARCH
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers.aio.api_client import ApiClient

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from typing_extensions import Unpack

    from xi_sdk_resellers._calls.options import CallOptions
    from xi_sdk_resellers._settings.retries import Retries
    from xi_sdk_resellers.models.bodies.renewals_search_request import RenewalsSearchRequestDict
    from xi_sdk_resellers.models.enums import CountryCode
    from xi_sdk_resellers.models.renewals_details_response import RenewalsDetailsResponse
    from xi_sdk_resellers.models.renewals_search_request import RenewalsSearchRequest
    from xi_sdk_resellers.models.renewals_search_response import RenewalsSearchResponse


class RenewalsApi(AsyncEndpoints):
    """The Renewals operations for asyncio.

    Args:
        api_client: The :class:`~xi_sdk_resellers.aio.ApiClient` that makes the calls; the default one when left out.
    """

    api_client: ApiClient

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(ApiClient.get_default() if api_client is None else api_client)

    async def post_renewalssearch(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        customer_order_number: str | None = None,
        ingram_purchase_order_number: str | None = None,
        serial_number: str | None = None,
        page: str | None = None,
        size: str | None = None,
        sort: str | None = None,
        renewals_search_request: RenewalsSearchRequest | RenewalsSearchRequestDict | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> RenewalsSearchResponse:
        """Search renewals.

        Finds contracts that run out, a page at a time. Order numbers and serial numbers go into the query, everything
        else into the body, which may be left out. The service wraps its answer in a list of one. Source: `POST
        /resellers/v6/renewals/search` (`post-renewalssearch`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            customer_order_number: Your own number of the order that is to be renewed.
            ingram_purchase_order_number: Number of Ingram Micro's own order at the manufacturer.
            serial_number: Serial number of a unit that the contract covers.
            page: Which page, counted from 1; as text. At most 9 characters.
            size: Renewals per page; as text. At most 9 characters.
            sort: Name of the column to sort by.
            renewals_search_request: What to look for. A :class:`RenewalsSearchRequest`, or a mapping, checked like one.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`RenewalsSearchResponse`. One page of matching renewals.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. Something in the request is missing or malformed; `errors[].fields` says what.
            UnauthorizedException: 401. The access token is missing, expired or revoked.
            TooManyRequestsException: 429. Too many calls in this minute; X-RateLimit-Reset says when to go on.
            ServiceException: 500. The service failed or is being maintained; a gateway may send HTML.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(POST_RENEWALSSEARCH, locals())

    post_renewalssearch_with_http_info: Final = awaited_with_http_info(post_renewalssearch)
    post_renewalssearch_without_preload_content: Final = awaited_without_preload_content(post_renewalssearch)

    @overload
    async def get_resellers_v6_renewalsdetails(
        self,
        im_customer_number: str | None,
        im_country_code: CountryCode | str | None,
        im_correlation_id: str | None,
        renewal_id: str,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RenewalsDetailsResponse: ...
    @overload
    async def get_resellers_v6_renewalsdetails(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        *,
        renewal_id: str,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> RenewalsDetailsResponse: ...
    async def get_resellers_v6_renewalsdetails(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        renewal_id: str = MISSING,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> RenewalsDetailsResponse:
        """Read a renewal.

        Everything about one contract that runs out: what it covers, for whom, and where its renewal stands. Source:
        `GET /resellers/v6/renewals/{renewalId}` (`get-resellers-v6-renewalsdetails`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            renewal_id: Ingram Micro's number of the renewal.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`RenewalsDetailsResponse`. The renewal.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. Something in the request is missing or malformed; `errors[].fields` says what.
            UnauthorizedException: 401. The access token is missing, expired or revoked.
            NotFoundException: 404. No renewal with this number exists for your account.
            TooManyRequestsException: 429. Too many calls in this minute; X-RateLimit-Reset says when to go on.
            ServiceException: 500. The service failed or is being maintained; a gateway may send HTML.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_RESELLERS_V6_RENEWALSDETAILS, locals())

    get_resellers_v6_renewalsdetails_with_http_info: Final = awaited_with_http_info(get_resellers_v6_renewalsdetails)
    get_resellers_v6_renewalsdetails_without_preload_content: Final = awaited_without_preload_content(
        get_resellers_v6_renewalsdetails
    )
