"""This package as it comes: retries, token handling, drift handling, logging and redaction are all in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers import ApiClient, Configuration, OrdersApi

if TYPE_CHECKING:
    from xi_sdk_resellers import OrderCreateRequest, aio


_MODELS = {
    "detail": "OrderDetailB2B",
    "search": "OrderSearchResponse",
    "prices": "PriceAndAvailability",
    "catalog": "ProductSearchResponse",
    "invoice": "InvoiceDetails",
}


def connect(url: str, pool_size: int = 32) -> OrdersApi:
    return OrdersApi(ApiClient(_configuration(url, pool_size)))


def _configuration(url: str, pool_size: int) -> Configuration:
    return Configuration(
        host=url,
        access_token="token",
        im_customer_number="20-222222",
        im_country_code="US",
        connection_pool_maxsize=pool_size,
    )


def connect_aio(url: str, pool_size: int) -> aio.ApiClient:
    from xi_sdk_resellers import aio

    return aio.ApiClient(_configuration(url, pool_size))


async def get_detail_aio(client: aio.ApiClient, number: str) -> Any:
    from xi_sdk_resellers import aio

    return await aio.OrdersApi(client).get_orderdetails_v6_1(number)


def decoder(kind: str) -> Callable[[bytes], Any]:
    import xi_sdk_resellers
    from xi_sdk_resellers._modelling.decode import decode

    if kind == "prices":
        from xi_sdk_resellers._modelling.listed import read
        from xi_sdk_resellers._operations.product_catalog import POST_PRICEANDAVAILABILITY

        return partial(read, POST_PRICEANDAVAILABILITY.answers[200], pause_gc=True)
    return partial(decode, getattr(xi_sdk_resellers, _MODELS[kind]), pause_gc=True)


def price_request(values: dict[str, Any]) -> Any:
    from xi_sdk_resellers import PriceAndAvailabilityRequest

    return PriceAndAvailabilityRequest.from_dict(values)


def new_order(values: dict[str, Any]) -> OrderCreateRequest:
    from xi_sdk_resellers import OrderCreateRequest

    return OrderCreateRequest.from_dict(values)


def encode(order: OrderCreateRequest) -> bytes:
    from xi_sdk_resellers._modelling.encode import encode

    return encode(order)


def get_prices(client: OrdersApi) -> Any:
    from xi_sdk_resellers import ProductCatalogApi

    wanted: Any = {"products": [{"ingramPartNumber": "0001YZ"}]}
    return ProductCatalogApi(client.api_client).post_priceandavailability(
        include_availability=True, include_pricing=True, price_and_availability_request=wanted
    )


def get_catalog(client: OrdersApi) -> Any:
    from xi_sdk_resellers import ProductCatalogApi

    return ProductCatalogApi(client.api_client).get_reseller_v6_productsearch(page_size=100)


def get_invoice(client: OrdersApi) -> Any:
    from xi_sdk_resellers import InvoicesApi

    return InvoicesApi(client.api_client).get_invoicedetails_v6_1("40-DPJ17-11", im_application_id="bench")


def get_detail(client: OrdersApi, number: str) -> Any:
    return client.get_orderdetails_v6_1(number)


def create(client: OrdersApi, order: OrderCreateRequest) -> Any:
    return client.post_createorder_v6(order_create_request=order)
