# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The ProductCatalog operations for asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, overload

from xi_sdk_resellers._endpoints.forms import (
    AsyncEndpoints,
    awaited_accepts_earlier_order,
    awaited_with_http_info,
    awaited_without_preload_content,
)
from xi_sdk_resellers._operations.product_catalog import (
    GET_RESELLER_V6_PRODUCTDETAIL,
    GET_RESELLER_V6_PRODUCTDETAILCMP,
    GET_RESELLER_V6_PRODUCTSEARCH,
    POST_PRICEANDAVAILABILITY,
)
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers.aio.api_client import ApiClient

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from typing_extensions import Unpack

    from xi_sdk_resellers._calls.options import CallOptions
    from xi_sdk_resellers._settings.retries import Retries
    from xi_sdk_resellers.models.bodies.price_and_availability_request import PriceAndAvailabilityRequestDict
    from xi_sdk_resellers.models.enums import CountryCode, ProductTypeFilter
    from xi_sdk_resellers.models.price_and_availability import PriceAndAvailability
    from xi_sdk_resellers.models.price_and_availability_request import PriceAndAvailabilityRequest
    from xi_sdk_resellers.models.product_detail_response import ProductDetailResponse
    from xi_sdk_resellers.models.product_search_response import ProductSearchResponse


class ProductCatalogApi(AsyncEndpoints):
    """The ProductCatalog operations for asyncio.

    Args:
        api_client: The :class:`~xi_sdk_resellers.aio.ApiClient` that makes the calls; the default one when left out.
    """

    api_client: ApiClient

    def __init__(self, api_client: ApiClient | None = None) -> None:
        super().__init__(ApiClient.get_default() if api_client is None else api_client)

    @overload
    async def post_priceandavailability(
        self,
        include_availability: bool,
        include_pricing: bool,
        im_customer_number: str | None,
        im_country_code: CountryCode | str | None,
        im_correlation_id: str | None,
        include_product_attributes: bool | None,
        im_sender_id: str | None,
        price_and_availability_request: PriceAndAvailabilityRequest | PriceAndAvailabilityRequestDict,
        **options: Unpack[CallOptions],
    ) -> list[PriceAndAvailability]: ...
    @overload
    async def post_priceandavailability(
        self,
        include_availability: bool,
        include_pricing: bool,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        include_product_attributes: bool | None = None,
        im_sender_id: str | None = None,
        *,
        price_and_availability_request: PriceAndAvailabilityRequest | PriceAndAvailabilityRequestDict,
        **options: Unpack[CallOptions],
    ) -> list[PriceAndAvailability]: ...
    @overload
    async def post_priceandavailability(
        self,
        include_availability: bool,
        include_pricing: bool,
        im_customer_number: str | None,
        im_country_code: CountryCode | str | None,
        im_correlation_id: str | None,
        price_and_availability_request: PriceAndAvailabilityRequest | PriceAndAvailabilityRequestDict,
        include_product_attributes: bool | None = None,
        im_sender_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> list[PriceAndAvailability]: ...
    @awaited_accepts_earlier_order(  # type: ignore[misc]
        "include_availability include_pricing im_customer_number im_country_code im_correlation_id"
        " price_and_availability_request include_product_attributes im_sender_id",
        5,
    )
    async def post_priceandavailability(
        self,
        include_availability: bool,
        include_pricing: bool,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        include_product_attributes: bool | None = None,
        im_sender_id: str | None = None,
        price_and_availability_request: PriceAndAvailabilityRequest | PriceAndAvailabilityRequestDict = MISSING,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> list[PriceAndAvailability]:
        """Price and availability.

        Asks what products cost this account now and how many there are, for up to 50 products in one request. It only
        reads, although it is a POST. The answer has one entry for each product, in no promised order; a product that
        was refused has an entry, too, with the reason in it, whether the status is 200 or 207. Source: `POST
        /resellers/v6/catalog/priceandavailability` (`post-priceandavailability`).

        Args:
            include_availability: Whether the answer tells the stock.
            include_pricing: Whether the answer tells prices.
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            include_product_attributes: Whether the answer tells much of each product; little when left out.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            price_and_availability_request: The products to ask for. A :class:`PriceAndAvailabilityRequest`, or a
                mapping, checked like one.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            A list of :class:`PriceAndAvailability`. Price and stock of each product.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: something in it is missing or malformed.
                `errors[].fields` says what.
            UnauthorizedException: 401. The access token is missing, expired or revoked. Get a new one and repeat the
                call.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The service failed. Also what it answers during maintenance and outages; a gateway
                may then send HTML instead of JSON.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(POST_PRICEANDAVAILABILITY, locals())

    post_priceandavailability_with_http_info: Final = awaited_with_http_info(post_priceandavailability)
    post_priceandavailability_without_preload_content: Final = awaited_without_preload_content(
        post_priceandavailability
    )

    async def get_reseller_v6_productsearch(
        self,
        im_customer_number: str | None = None,
        im_correlation_id: str | None = None,
        im_country_code: CountryCode | str | None = None,
        page_number: int | None = None,
        page_size: int | None = None,
        im_sender_id: str | None = None,
        type: ProductTypeFilter | str | None = None,
        has_discounts: str | None = None,
        vendor: Sequence[str] | None = None,
        vendor_part_number: Sequence[str] | None = None,
        accept_language: str | None = None,
        vendor_number: str | None = None,
        keyword: Sequence[str] | None = None,
        category: str | None = None,
        skip_authorisation: str | None = None,
        group_name: str | None = None,
        plan_id: str | None = None,
        show_group_info: bool | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> ProductSearchResponse:
        """Search products.

        Finds products by words, manufacturer, category or kind, a page at a time. All filters that are given must
        match. Source: `GET /resellers/v6/catalog` (`get-reseller-v6-productsearch`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            page_number: Which page, counted from 1. From 1 to 999999999.
            page_size: Products per page, 1 to 100. From 1 to 100.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            type: Only products that are shipped, or only those that are not.
            has_discounts: Only products with discounts: true, as text.
            vendor: Only products of one of these manufacturers.
            vendor_part_number: Only products with one of these manufacturer's numbers.
            accept_language: Language of the texts in the answer.
            vendor_number: Only products of this manufacturer, by Ingram Micro's number of it.
            keyword: Words to find: a part number, a UPC, words of the description, a manufacturer.
            category: Only products of this category.
            skip_authorisation: true, as text, also finds products that the account may not buy.
            group_name: Only cloud plans of this group.
            plan_id: Only this cloud plan.
            show_group_info: Whether groups of cloud plans are listed instead of plans.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`ProductSearchResponse`. One page of matching products.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: something in it is missing or malformed.
                `errors[].fields` says what.
            UnauthorizedException: 401. The access token is missing, expired or revoked. Get a new one and repeat the
                call.
            NotFoundException: 404. Nothing matches, or the page lies behind the last one.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The service failed. Also what it answers during maintenance and outages; a gateway
                may then send HTML instead of JSON.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_RESELLER_V6_PRODUCTSEARCH, locals())

    get_reseller_v6_productsearch_with_http_info: Final = awaited_with_http_info(get_reseller_v6_productsearch)
    get_reseller_v6_productsearch_without_preload_content: Final = awaited_without_preload_content(
        get_reseller_v6_productsearch
    )

    async def get_reseller_v6_productdetail(
        self,
        ingram_part_number: str,
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
    ) -> ProductDetailResponse:
        """Read a product.

        Everything about one product but price and stock: names, traits, size, technical data, plans of a cloud product.
        Source: `GET /resellers/v6/catalog/details/{ingramPartNumber}` (`get-reseller-v6-productdetail`).

        Args:
            ingram_part_number: Ingram Micro's number for the product, at most 6 characters.
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
            The :class:`ProductDetailResponse`. The product.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: something in it is missing or malformed.
                `errors[].fields` says what.
            UnauthorizedException: 401. The access token is missing, expired or revoked. Get a new one and repeat the
                call.
            NotFoundException: 404. No product with this number exists for your account.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The service failed. Also what it answers during maintenance and outages; a gateway
                may then send HTML instead of JSON.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_RESELLER_V6_PRODUCTDETAIL, locals())

    get_reseller_v6_productdetail_with_http_info: Final = awaited_with_http_info(get_reseller_v6_productdetail)
    get_reseller_v6_productdetail_without_preload_content: Final = awaited_without_preload_content(
        get_reseller_v6_productdetail
    )

    async def get_reseller_v6_productdetailcmp(
        self,
        im_customer_number: str | None = None,
        im_country_code: CountryCode | str | None = None,
        im_correlation_id: str | None = None,
        im_sender_id: str | None = None,
        plan_name: str | None = None,
        plan_id: str | None = None,
        vendor_part_number: str | None = None,
        _request_timeout: float | tuple[float, float] | None = None,
        _request_auth: Mapping[str, Any] | None = None,
        _content_type: str | None = None,
        _headers: Mapping[str, str] | None = None,
        _host_index: int = 0,
        _retries: Retries | int | bool | None = None,
    ) -> ProductDetailResponse:
        """Read a product by another number.

        Everything about one product but price and stock, found by the manufacturer's number, or by the name or ID of a
        cloud plan. One of the three is needed. Source: `GET /resellers/v6/catalog/details`
        (`get-reseller-v6-productdetailcmp`).

        Args:
            im_customer_number: Your account's number, usually up to 10 characters. The Configuration's when left out.
            im_country_code: Your account's country: two letters (ISO 3166-1). At most 2 characters. The Configuration's
                when left out.
            im_correlation_id: Your own ID for this call, new for each one, at most 32 characters. Made when left out.
            im_sender_id: Name of the sending system, at most 32 characters. The Configuration's when left out.
            plan_name: Name of the cloud plan.
            plan_id: ID of the cloud plan.
            vendor_part_number: The manufacturer's number for the product.
            _request_timeout: Seconds for the whole call, or a pair: seconds to connect, seconds to wait for data.
            _request_auth: Authentication of this call alone.
            _content_type: The request's content type, when it is not the usual one.
            _headers: More headers. They win over defaults.
            _host_index: Which of the Configuration's servers to use, from 0.
            _retries: How this call is tried again; False or 0 for not at all.

        Returns:
            The :class:`ProductDetailResponse`. The product.

        Raises:
            ApiValueError: An argument is missing or malformed; nothing was sent.
            BadRequestException: 400. The request was refused: something in it is missing or malformed.
                `errors[].fields` says what.
            UnauthorizedException: 401. The access token is missing, expired or revoked. Get a new one and repeat the
                call.
            NotFoundException: 404. No product with this number or plan exists for your account.
            TooManyRequestsException: 429. Too many calls in the current minute. Wait until X-RateLimit-Reset, or for as
                long as Retry-After says.
            ServiceException: 500. The service failed. Also what it answers during maintenance and outages; a gateway
                may then send HTML instead of JSON.
            ApiConnectionException: No complete answer came.
        """
        _request_auth, _headers = self._hidden(_request_auth, _headers)
        return await self._result(GET_RESELLER_V6_PRODUCTDETAILCMP, locals())

    get_reseller_v6_productdetailcmp_with_http_info: Final = awaited_with_http_info(get_reseller_v6_productdetailcmp)
    get_reseller_v6_productdetailcmp_without_preload_content: Final = awaited_without_preload_content(
        get_reseller_v6_productdetailcmp
    )
