"""This package as it comes: retries, token handling, drift handling, logging and redaction are all in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers import ApiClient, Configuration, OrdersApi

if TYPE_CHECKING:
    from xi_sdk_resellers import OrderCreateRequest


def connect(url: str, pool_size: int = 32) -> OrdersApi:
    configuration = Configuration(
        host=url,
        access_token="token",
        im_customer_number="20-222222",
        im_country_code="US",
        connection_pool_maxsize=pool_size,
    )
    return OrdersApi(ApiClient(configuration))


def decoder(kind: str) -> Callable[[bytes], Any]:
    from xi_sdk_resellers import OrderDetailB2B, OrderSearchResponse
    from xi_sdk_resellers._modelling.decode import decode

    return partial(decode, {"detail": OrderDetailB2B, "search": OrderSearchResponse}[kind], pause_gc=True)


def new_order(values: dict[str, Any]) -> OrderCreateRequest:
    from xi_sdk_resellers import OrderCreateRequest

    return OrderCreateRequest.from_dict(values)


def encode(order: OrderCreateRequest) -> bytes:
    from xi_sdk_resellers._modelling.encode import encode

    return encode(order)


def get_detail(client: OrdersApi, number: str) -> Any:
    return client.get_orderdetails_v6_1(number)


def create(client: OrdersApi, order: OrderCreateRequest) -> Any:
    return client.post_createorder_v6(order_create_request=order)
