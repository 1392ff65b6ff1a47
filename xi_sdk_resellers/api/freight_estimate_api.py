# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The FreightEstimate operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xi_sdk_resellers._endpoints.forms import Endpoints, with_http_info, without_preload_content
from xi_sdk_resellers._operations.freight_estimate import POST_FREIGHTESTIMATE
from xi_sdk_resellers.api_client import ApiClient

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from xi_sdk_resellers._settings.retries import Retries
    from xi_sdk_resellers.models.bodies.freight_request import FreightRequestDict
    from xi_sdk_resellers.models.enums import CountryCode
    from xi_sdk_resellers.models.freight_request import FreightRequest
    from xi_sdk_resellers.models.freight_response import FreightResponse


class FreightEstimateApi(Endpoints):
    """The FreightEstimate operations.

    Args:
        api_client: The :class:`~xi_sdk_resellers.ApiClient` that makes the calls; the default one when left out.
    """

    api_client: ApiClient

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(ApiClient.get_default() if api_client is None else api_client)

    def post_freightestimate(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        im_customer_contact: str | None = None,
        im_sender_id: str | None = None,
        freight_request: FreightRequest | FreightRequestDict | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> FreightResponse:
        """Estimate freight.

        Tells what it would cost to ship some goods, for each warehouse that takes part and each carrier that could take
        them. Nothing is ordered. Source: `POST /resellers/v6/freightestimate` (`post-freightestimate`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            im_customer_contact: E-mail address of the person who is logged in, at most 64 characters. The
                Configuration's when left out.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            freight_request: What is to be shipped. A :class:`FreightRequest`, or a mapping, checked like one.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`FreightResponse`. The estimate.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. Something in the request is missing or malformed; `errors[].fields` says what.
            UnauthorizedException: 401. The access token is missing, expired or revoked.
            TooManyRequestsException: 429. Too many calls in this minute; X-RateLimit-Reset says when to go on.
            ServiceException: 500. The service failed or is being maintained; a gateway may send HTML.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return self._result(POST_FREIGHTESTIMATE, locals())

    post_freightestimate_with_http_info: Final = with_http_info(post_freightestimate)
    post_freightestimate_without_preload_content: Final = without_preload_content(post_freightestimate)
