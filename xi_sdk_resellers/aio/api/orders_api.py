# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The Orders operations for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, overload

from xi_sdk_resellers._endpoints.forms import (
    AsyncEndpoints,
    awaited_accepts_vendor_argument,
    awaited_with_http_info,
    awaited_without_preload_content,
)
from xi_sdk_resellers._operations.orders import (
    DELETE_ORDERCANCEL,
    GET_ORDERDETAILS_V6_1,
    GET_RESELLERS_V6_ORDERSEARCH,
    POST_CREATEORDER_V6,
    POST_CREATEORDER_V7,
    PUT_ORDERMODIFY,
    VENDOR_REQUIRED_INFO,
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
    from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO
    from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse
    from xi_sdk_resellers.models.bodies.async_order_create_dto import AsyncOrderCreateDTODict
    from xi_sdk_resellers.models.bodies.order_create_request import OrderCreateRequestDict
    from xi_sdk_resellers.models.bodies.order_modify_request import OrderModifyRequestDict
    from xi_sdk_resellers.models.bodies.vendor_required_info_request import VendorRequiredInfoRequestDict
    from xi_sdk_resellers.models.enums import ActionCode, CountryCode, OrderSearchStatus, SimulateStatus
    from xi_sdk_resellers.models.order_create_request import OrderCreateRequest
    from xi_sdk_resellers.models.order_create_response import OrderCreateResponse
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.models.order_modify_request import OrderModifyRequest
    from xi_sdk_resellers.models.order_modify_response import OrderModifyResponse
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse
    from xi_sdk_resellers.models.vendor_required_info_request import VendorRequiredInfoRequest
    from xi_sdk_resellers.models.vendor_required_info_response import VendorRequiredInfo


class OrdersApi(AsyncEndpoints):
    """The Orders operations for asyncio.

    Args:
        api_client: The :class:`~xi_sdk_resellers.aio.ApiClient` that makes the calls; the default one when left out.
    """

    api_client: ApiClient

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(ApiClient.get_default() if api_client is None else api_client)

    @overload
    async def post_createorder_v6(
        self,
        im_customer_number: str | None,
        im_country_code: CountryCode | str | None,
        im_correlation_id: str | None,
        order_create_request: OrderCreateRequest | OrderCreateRequestDict,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> OrderCreateResponse: ...
    @overload
    async def post_createorder_v6(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        *,
        order_create_request: OrderCreateRequest | OrderCreateRequestDict,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> OrderCreateResponse: ...
    async def post_createorder_v6(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        order_create_request: OrderCreateRequest | OrderCreateRequestDict = MISSING,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> OrderCreateResponse:
        """Create an order (v6).

        Places an order and answers at once with what was placed. One request may become several orders: `orders` in the
        answer has one entry for each. An answer with an order number means that something was placed; the lines that
        were not are in `rejectedLineItems`. Works for stocked goods, goods shipped by their manufacturer, licenses and
        warranties. Your account needs payment terms; cards are not accepted.

        The same `customerOrderNumber` is refused a second time unless the attribute `allowDuplicateCustomerOrderNumber`
        is `true`. With `allowOrderOnCustomerHold` = `true` the order waits on hold, where it can be changed, released
        or cancelled for 24 hours. Source: `POST /resellers/v6/orders` (`post-createorder_v6`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            order_create_request: The order to place. A :class:`OrderCreateRequest`, or a mapping, checked like one.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`OrderCreateResponse`. All lines were placed.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: something in it is missing or malformed.
                `errors[].fields` says what. Nothing was changed.
            UnauthorizedException: 401. The access token is missing, expired or revoked. Get a new one and repeat the
                call.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The service failed, or is in its daily maintenance window. It is not certain that
                nothing was placed: search for the customer order number before you try again.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(POST_CREATEORDER_V6, locals())

    post_createorder_v6_with_http_info: Final = awaited_with_http_info(post_createorder_v6)
    post_createorder_v6_without_preload_content: Final = awaited_without_preload_content(post_createorder_v6)

    @overload
    async def post_createorder_v7(
        self,
        im_customer_number: str | None,
        im_country_code: CountryCode | str | None,
        im_correlation_id: str | None,
        async_order_create_dto: AsyncOrderCreateDTO | AsyncOrderCreateDTODict,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncOrderCreateResponse: ...
    @overload
    async def post_createorder_v7(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        *,
        async_order_create_dto: AsyncOrderCreateDTO | AsyncOrderCreateDTODict,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncOrderCreateResponse: ...
    @overload
    async def post_createorder_v7(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        *,
        order_create_v7_request: AsyncOrderCreateDTO | AsyncOrderCreateDTODict,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncOrderCreateResponse: ...
    @awaited_accepts_vendor_argument("order_create_v7_request", "async_order_create_dto")
    async def post_createorder_v7(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        async_order_create_dto: AsyncOrderCreateDTO | AsyncOrderCreateDTODict = MISSING,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> AsyncOrderCreateResponse:
        """Create an order (v7, answered by webhook).

        Hands an order over to be placed later and answers with a confirmation number. What became of it arrives as the
        webhook event `IM::async_order_create`. Orders are accepted during maintenance windows too. A `quoteNumber`
        turns a quote into an order; the quote then decides about the lines. Source: `POST /resellers/v7/orders`
        (`post-createorder_v7`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            async_order_create_dto: The order to place, or the quote to turn into one. A :class:`AsyncOrderCreateDTO`,
                or a mapping, checked like one.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`AsyncOrderCreateResponse`. The order was accepted and waits to be placed.

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
        return await self._result(POST_CREATEORDER_V7, locals())

    post_createorder_v7_with_http_info: Final = awaited_with_http_info(post_createorder_v7)
    post_createorder_v7_without_preload_content: Final = awaited_without_preload_content(post_createorder_v7)

    @overload
    async def put_ordermodify(
        self,
        order_number: str,
        im_customer_number: str | None,
        im_country_code: CountryCode | str | None,
        im_correlation_id: str | None,
        order_modify_request: OrderModifyRequest | OrderModifyRequestDict,
        action_code: ActionCode | str | None = None,
        region_code: str | None = None,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> OrderModifyResponse: ...
    @overload
    async def put_ordermodify(
        self,
        order_number: str,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        *,
        order_modify_request: OrderModifyRequest | OrderModifyRequestDict,
        action_code: ActionCode | str | None = None,
        region_code: str | None = None,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> OrderModifyResponse: ...
    async def put_ordermodify(
        self,
        order_number: str,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        order_modify_request: OrderModifyRequest | OrderModifyRequestDict = MISSING,
        action_code: ActionCode | str | None = None,
        region_code: str | None = None,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> OrderModifyResponse:
        """Change or release an order on hold.

        Adds, changes or removes lines, notes and the ship-to address of an order that was created on customer hold,
        within 24 hours; an order that is never released is voided after that. With `actionCode=release` the order goes
        to fulfillment instead, and the answer has no content (or `null`). Source: `PUT
        /resellers/v6/orders/{orderNumber}` (`put-ordermodify`).

        Args:
            order_number: Ingram Micro's number of the order, such as 20-RD3QV. A split order has one such number per
                part.
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            order_modify_request: What to change. Give only that. An empty object for a release. A
                :class:`OrderModifyRequest`, or a mapping, checked like one.
            action_code: `release` sends the held order on its way. Leave it out to change the order.
            region_code: A region to simulate in the vendor's sandbox, such as CS. Leave it out in production.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`OrderModifyResponse`. Done. Lines that could not be changed are in `rejectedLineItems`. A
            release is answered with `null` or nothing.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: something in it is missing or malformed.
                `errors[].fields` says what. Nothing was changed.
            UnauthorizedException: 401. The access token is missing, expired or revoked. Get a new one and repeat the
                call.
            NotFoundException: 404. No order with this number exists for your account.
            MethodNotAllowedException: 405. The order is not on customer hold (any more), so it can no longer be changed
                or cancelled here.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The service failed. Also what it answers during maintenance and outages; a gateway
                may then send HTML instead of JSON.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(PUT_ORDERMODIFY, locals())

    put_ordermodify_with_http_info: Final = awaited_with_http_info(put_ordermodify)
    put_ordermodify_without_preload_content: Final = awaited_without_preload_content(put_ordermodify)

    async def delete_ordercancel(
        self,
        order_number: str,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        region_code: str | None = None,
        im_sender_id: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> None:
        """Cancel an order on hold.

        Cancels an order that is on customer hold. Once it was released to the warehouse it is too late, and the answer
        is 405. Source: `DELETE /resellers/v6/orders/{orderNumber}` (`delete-ordercancel`).

        Args:
            order_number: Ingram Micro's number of the order, such as 20-RD3QV. A split order has one such number per
                part.
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            region_code: A region to simulate in the vendor's sandbox, such as CS. Leave it out in production.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: something in it is missing or malformed.
                `errors[].fields` says what. Nothing was changed.
            UnauthorizedException: 401. The access token is missing, expired or revoked. Get a new one and repeat the
                call.
            NotFoundException: 404. No order with this number exists for your account.
            MethodNotAllowedException: 405. The order is not on customer hold (any more), so it can no longer be changed
                or cancelled here.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The service failed. Also what it answers during maintenance and outages; a gateway
                may then send HTML instead of JSON.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(DELETE_ORDERCANCEL, locals())

    delete_ordercancel_with_http_info: Final = awaited_with_http_info(delete_ordercancel)
    delete_ordercancel_without_preload_content: Final = awaited_without_preload_content(delete_ordercancel)

    async def get_orderdetails_v6_1(
        self,
        ordernumber: str,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        ingram_order_date: date | str | None = None,
        vendor_number: str | None = None,
        simulate_status: SimulateStatus | str | None = None,
        is_iml: bool | None = None,
        region_code: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> OrderDetailB2B:
        """Read an order (v6.1).

        Everything about one order: status, prices, addresses, lines, shipments with tracking and serial numbers,
        contracts and licenses. Source: `GET /resellers/v6.1/orders/{ordernumber}` (`get-orderdetails-v6.1`).

        Args:
            ordernumber: Ingram Micro's number of the order, such as 20-RD3QV. A split order has one such number per
                part. At most 12 characters.
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            ingram_order_date: The day the order was created. A date, a datetime or text.
            vendor_number: Ingram Micro's number of the manufacturer whose lines you want.
            simulate_status: Asks the vendor's sandbox to show the order in this state. Leave it out in production.
            is_iml: For customers of the IML program only: true or false.
            region_code: A region to simulate in the vendor's sandbox, such as CS. Leave it out in production.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`OrderDetailB2B`. The order.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: something in it is missing or malformed.
                `errors[].fields` says what. Nothing was changed.
            UnauthorizedException: 401. The access token is missing, expired or revoked. Get a new one and repeat the
                call.
            NotFoundException: 404. No order with this number exists for your account.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The service failed. Also what it answers during maintenance and outages; a gateway
                may then send HTML instead of JSON.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_ORDERDETAILS_V6_1, locals())

    get_orderdetails_v6_1_with_http_info: Final = awaited_with_http_info(get_orderdetails_v6_1)
    get_orderdetails_v6_1_without_preload_content: Final = awaited_without_preload_content(get_orderdetails_v6_1)

    async def get_resellers_v6_ordersearch(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        ingram_order_number: str | None = None,
        order_status: OrderSearchStatus | str | None = None,
        order_status_in: Sequence[OrderSearchStatus | str] | None = None,
        ingram_order_date: date | str | None = None,
        ingram_order_date_bt: Sequence[date | str] | None = None,
        im_sender_id: str | None = None,
        customer_order_number: str | None = None,
        page_size: int | None = None,
        page_number: int | None = None,
        end_customer_order_number: str | None = None,
        invoice_date_bt: Sequence[date | str] | None = None,
        ship_date_bt: Sequence[date | str] | None = None,
        delivery_date_bt: Sequence[date | str] | None = None,
        ingram_part_number: str | None = None,
        vendor_part_number: str | None = None,
        serial_number: str | None = None,
        tracking_number: str | None = None,
        vendor_name: str | None = None,
        special_bid_number: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> OrderSearchResponse:
        """Search orders.

        Finds orders by any mix of the filters below, a page at a time. All filters that are given must match. Source:
        `GET /resellers/v6/orders/search` (`get-resellers-v6-ordersearch`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            ingram_order_number: Ingram Micro's number of the order. At most 11 characters.
            order_status: Only orders in this state.
            order_status_in: Only orders in one of these states.
            ingram_order_date: Only orders created on this day. A date, a datetime or text.
            ingram_order_date_bt: Only orders created between these two days: first day, last day. Each a date, a
                datetime or text.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            customer_order_number: Your own number of the order, as given when it was created. At most 35 characters.
            page_size: Orders per page, 1 to 100. From 1 to 100.
            page_number: Which page, counted from 1. From 1 to 999999999.
            end_customer_order_number: Your customer's number of the order. At most 35 characters.
            invoice_date_bt: Only orders invoiced between these two days: first day, last day. Not available in
                Australia. Each a date, a datetime or text.
            ship_date_bt: Only orders shipped between these two days: first day, last day. Each a date, a datetime or
                text.
            delivery_date_bt: Only orders delivered between these two days: first day, last day. Not available in
                Australia. Each a date, a datetime or text.
            ingram_part_number: Only orders with this article, by Ingram Micro's part number. At most 35 characters.
            vendor_part_number: Only orders with this article, by its manufacturer's part number. At most 35 characters.
            serial_number: Only the order in which the unit with this serial number was shipped. At most 35 characters.
            tracking_number: Only orders with a parcel that has this carrier's tracking number. Not available in
                Australia. At most 35 characters.
            vendor_name: Only orders with articles of this manufacturer. At most 35 characters.
            special_bid_number: Only orders placed under this special price agreement. Not available in Australia. At
                most 35 characters.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`OrderSearchResponse`. One page of matching orders.

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
        return await self._result(GET_RESELLERS_V6_ORDERSEARCH, locals())

    get_resellers_v6_ordersearch_with_http_info: Final = awaited_with_http_info(get_resellers_v6_ordersearch)
    get_resellers_v6_ordersearch_without_preload_content: Final = awaited_without_preload_content(
        get_resellers_v6_ordersearch
    )

    async def vendor_required_info(
        self,
        im_customer_number: str | None = None,
        im_correlation_id: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_sender_id: str | None = None,
        vendor_required_info_request: VendorRequiredInfoRequest | VendorRequiredInfoRequestDict | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> list[VendorRequiredInfo]:
        """Ask what a manufacturer demands for an order.

        Tells which facts the manufacturers demand before articles, subscription plans or a quote can be ordered, with
        hints and the values to choose from; a chosen value may demand more. For the goods of `vmfAdditionalAttributes`
        give the facts back in v7's key of that name. Source: `POST /resellers/v7/vendorrequiredinfo`
        (`vendor-required-info`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_sender_id: The name of the system or company that sends the request, at most 32 characters. This call
                needs it. The Configuration's when left out.
            vendor_required_info_request: A quote, or articles and plans. A :class:`VendorRequiredInfoRequest`, or a
                mapping, checked like one.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            A list of :class:`VendorRequiredInfo`. What is demanded, one entry for each that was asked about.

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
        return await self._result(VENDOR_REQUIRED_INFO, locals())

    vendor_required_info_with_http_info: Final = awaited_with_http_info(vendor_required_info)
    vendor_required_info_without_preload_content: Final = awaited_without_preload_content(vendor_required_info)
