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
    return {"detail": OrderDetailB2B, "search": OrderSearchResponse}[kind].from_json


new_order = OrderCreateRequest.from_dict
_client = ApiClient(Configuration())


def encode(order: OrderCreateRequest) -> bytes:
    return json.dumps(_client.sanitize_for_serialization(order)).encode()


def get_detail(client: OrdersApi, number: str) -> Any:
    return client.get_orderdetails_v6_1(number, "20-222222", "US", uuid.uuid4().hex)


def create(client: OrdersApi, order: OrderCreateRequest) -> Any:
    return client.post_createorder_v6("20-222222", "US", uuid.uuid4().hex, order)
