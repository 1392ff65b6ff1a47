# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The OrderStatus operations for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xi_sdk_resellers._endpoints.forms import AsyncEndpoints, awaited_with_http_info, awaited_without_preload_content
from xi_sdk_resellers._operations.order_status import RESELLERS_V1_WEBHOOKS_ORDERSTATUSEVENT_POST
from xi_sdk_resellers.aio.api_client import ApiClient

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from xi_sdk_resellers._settings.retries import Retries
    from xi_sdk_resellers.models.bodies.order_status_async_notification_request import (
        OrderStatusAsyncNotificationRequestDict,
    )
    from xi_sdk_resellers.models.order_status_async_notification_request import OrderStatusAsyncNotificationRequest


class OrderStatusApi(AsyncEndpoints):
    """The OrderStatus operations for asyncio.

    Args:
        api_client: The :class:`~xi_sdk_resellers.aio.ApiClient` that makes the calls; the default one when left out.
    """

    api_client: ApiClient

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(ApiClient.get_default() if api_client is None else api_client)

    async def resellers_v1_webhooks_orderstatusevent_post(
        self,
        targeturl: str,
        x_hub_signature: str,
        order_status_async_notification_request: OrderStatusAsyncNotificationRequest
        | OrderStatusAsyncNotificationRequestDict,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> None:
        """Send a test event.

        Makes the service post an order status event to a URL of yours, to try out a receiver. Nothing happens to any
        order. The event goes out with the signature that you give. Source: `POST
        /resellers/v1/webhooks/orderstatusevent` (`resellers-v1-webhooks-orderstatusevent-post`).

        Args:
            targeturl: The URL that the event is posted to.
            x_hub_signature: The signature that the event goes out with: base64 of HMAC-SHA512 over its `eventId`, keyed
                with your webhook secret. Any text does for a first try.
            order_status_async_notification_request: The event to send. A :class:`OrderStatusAsyncNotificationRequest`,
                or a mapping, checked like one.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. Something in the request is missing or malformed; `errors[].fields` says what.
            UnauthorizedException: 401. The access token is missing, expired or revoked.
            TooManyRequestsException: 429. Too many calls in this minute; X-RateLimit-Reset says when to go on.
            ServiceException: 500. The service failed or is being maintained; a gateway may send HTML.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(RESELLERS_V1_WEBHOOKS_ORDERSTATUSEVENT_POST, locals())

    resellers_v1_webhooks_orderstatusevent_post_with_http_info: Final = awaited_with_http_info(
        resellers_v1_webhooks_orderstatusevent_post
    )
    resellers_v1_webhooks_orderstatusevent_post_without_preload_content: Final = awaited_without_preload_content(
        resellers_v1_webhooks_orderstatusevent_post
    )
