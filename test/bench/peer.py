"""The vendor's SDK, called the way its README does. Runs in an environment that has it."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from typing import Any

from xi.sdk.resellers import (
    ApiClient,
    Configuration,
    OrderCreateRequest,
    OrderDetailB2B,
    OrdersApi,
    OrderSearchResponse,
)


def connect(url: str, pool_size: int = 32) -> OrdersApi:
    configuration = Configuration(host=url, access_token="token")
    configuration.connection_pool_maxsize = pool_size
    return OrdersApi(ApiClient(configuration))


def decoder(kind: str) -> Callable[[bytes], Any]:
    from xi.sdk.resellers import InvoiceDetailsv61Response, PriceAndAvailabilityResponseInner, ProductSearchResponse

    if kind == "prices":
        return lambda body: [PriceAndAvailabilityResponseInner.from_dict(item) for item in json.loads(body)]
    models = {
        "detail": OrderDetailB2B,
        "search": OrderSearchResponse,
        "catalog": ProductSearchResponse,
        "invoice": InvoiceDetailsv61Response,
    }
    return models[kind].from_json


def price_request(values: dict[str, Any]) -> Any:
    from xi.sdk.resellers import PriceAndAvailabilityRequest

    return PriceAndAvailabilityRequest.from_dict(values)


new_order = OrderCreateRequest.from_dict
_client = ApiClient(Configuration())


def encode(order: OrderCreateRequest) -> bytes:
    return json.dumps(_client.sanitize_for_serialization(order)).encode()


_WHO = {"im_customer_number": "20-222222", "im_country_code": "US"}


def get_prices(client: OrdersApi) -> Any:
    from xi.sdk.resellers import ProductCatalogApi

    return ProductCatalogApi(client.api_client).post_priceandavailability(
        **_WHO,
        im_correlation_id=uuid.uuid4().hex,
        include_availability=True,
        include_pricing=True,
        price_and_availability_request=price_request({"products": [{"ingramPartNumber": "0001YZ"}]}),
    )


def get_catalog(client: OrdersApi) -> Any:
    from xi.sdk.resellers import ProductCatalogApi

    return ProductCatalogApi(client.api_client).get_reseller_v6_productsearch(
        **_WHO, im_correlation_id=uuid.uuid4().hex, page_size=100
    )


def get_invoice(client: OrdersApi) -> Any:
    from xi.sdk.resellers import InvoicesApi

    return InvoicesApi(client.api_client).get_invoicedetails_v6_1(
        "40-DPJ17-11", **_WHO, im_correlation_id=uuid.uuid4().hex, im_application_id="bench"
    )


def get_detail(client: OrdersApi, number: str) -> Any:
    return client.get_orderdetails_v6_1(number, "20-222222", "US", uuid.uuid4().hex)


def create(client: OrdersApi, order: OrderCreateRequest) -> Any:
    return client.post_createorder_v6("20-222222", "US", uuid.uuid4().hex, order)
