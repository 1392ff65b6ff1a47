"""This package as it comes: retries, token handling, drift handling, logging and redaction are all in place."""

from __future__ import annotations

from typing import Any

from xi_sdk_resellers.models import _base

from xi_sdk_resellers import (
    ApiClient,
    Configuration,
    OrderCreateRequest,
    OrderDetailB2B,
    OrdersApi,
    OrderSearchResponse,
)


def connect(url: str, pool_size: int = 32) -> OrdersApi:
    return OrdersApi(
        ApiClient(
            Configuration(
                host=url,
                access_token="token",
                im_customer_number="20-222222",
                im_country_code="US",
                connection_pool_maxsize=pool_size,
            )
        )
    )


def decode_detail(data: bytes) -> Any:
    return _base.decode(OrderDetailB2B, data, pause_gc=True)


def decode_search(data: bytes) -> Any:
    return _base.decode(OrderSearchResponse, data, pause_gc=True)


make_request = OrderCreateRequest.from_dict
encode = _base.encode


def get_detail(client: OrdersApi, number: str) -> Any:
    return client.get_orderdetails_v6_1(number)


def create(client: OrdersApi, order: OrderCreateRequest) -> Any:
    return client.post_createorder_v6(order_create_request=order)
