"""Calls to a scripted server, on both clients."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import trustme

from test.support.client_twins import ApiClient, OrdersApi
from test.support.wire_server import Script, WireServer, answer
from xi_sdk_resellers import Configuration, Retries

ORDER = {"customerOrderNumber": "PO-1", "lines": [{"customerLineNumber": "1", "ingramPartNumber": "A1", "quantity": 1}]}
PLACED = {"customerOrderNumber": "PO-1", "orders": [{"ingramOrderNumber": "20-12345"}]}
DETAIL = answer({"ingramOrderNumber": "20-1"})
QUICK = Retries(max_attempts=3, backoff=0)
Open = Callable[..., tuple[OrdersApi, WireServer]]


def opened(stack: ExitStack, *scripts: Script, **settings: Any) -> tuple[OrdersApi, WireServer]:
    """Start a scripted server and a client of it, until the stack ends."""
    server = stack.enter_context(WireServer(list(scripts)))
    configuration = Configuration(
        host=server.url,
        access_token="token",
        im_customer_number="20-222222",
        im_country_code="US",
        **{"retries": QUICK, **settings},
    )
    client = stack.enter_context(ApiClient(configuration))
    return OrdersApi(client), server


def place(api: OrdersApi, **more: Any) -> Any:
    return api.post_createorder_v6_with_http_info(order_create_request=ORDER, **more)


def read(api: OrdersApi, **more: Any) -> Any:
    return api.get_orderdetails_v6_1_with_http_info("20-1", **more)


def read_once(server: WireServer, host: str | None = None, **settings: Any) -> Any:
    """Read an order with a client of its own; return its number."""
    configuration = Configuration(
        host or server.url,
        access_token="t",
        im_customer_number="1",
        im_country_code="US",
        **{"retries": Retries(max_attempts=2, backoff=0), **settings},
    )
    with ApiClient(configuration) as client:
        return OrdersApi(client).get_orderdetails_v6_1("20-1").ingram_order_number


def server_context(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    """Make the TLS of a server with a certificate for these names, by default for this machine's address."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*(names or ("127.0.0.1",))).configure_cert(context)
    return context
