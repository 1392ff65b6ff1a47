# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Accesstoken operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xi_sdk_resellers._endpoints.forms import Endpoints, with_http_info, without_preload_content
from xi_sdk_resellers._operations.accesstoken import GET_ACCESSTOKEN
from xi_sdk_resellers.api_client import ApiClient

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from xi_sdk_resellers._settings.retries import Retries
    from xi_sdk_resellers.models.accesstoken_response import AccesstokenResponse
    from xi_sdk_resellers.models.enums import GrantType


class AccesstokenApi(Endpoints):
    """The Accesstoken operations.

    Args:
        api_client: The :class:`~xi_sdk_resellers.ApiClient` that makes the calls; the default one when left out.
    """

    api_client: ApiClient

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(ApiClient.get_default() if api_client is None else api_client)

    def get_accesstoken(
        self,
        grant_type: GrantType | str,
        client_id: str,
        client_secret: str,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> AccesstokenResponse:
        """Get an access token.

        Trades the client ID and secret of your application for a bearer token (OAuth 2.0 client credentials). A token
        is good for about 24 hours and for all calls, so keep it and share it instead of fetching one per call. The
        values travel in the form body; never put them into the URL, where logs would keep them. Source: `POST
        /oauth/oauth20/token` (`get-accesstoken`).

        Args:
            grant_type: How the token is asked for, always client_credentials.
            client_id: The ID of your application.
            client_secret: The secret of your application.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`AccesstokenResponse`. The token, and how long it lives.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The credentials or the grant type were refused. The body is `{"message": …}`.
            UnauthorizedException: 401. The client ID or secret is wrong.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The gateway failed. The body is `{"fault": …}`.
            ApiConnectionException: No complete answer came.
        """
        return self._result(GET_ACCESSTOKEN, locals())

    get_accesstoken_with_http_info: Final = with_http_info(get_accesstoken)
    get_accesstoken_without_preload_content: Final = without_preload_content(get_accesstoken)
