"""Options of sockets, as the vendor's Configuration has them, are set on every connection, by both clients."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from test.support.client_twins import ApiClient, OrdersApi
from test.support.wire_calls import DETAIL
from test.support.wire_server import WireServer
from xi_sdk_resellers import ApiConnectionException, Configuration, Outcome

pytestmark = pytest.mark.usefixtures("twins")

KEEP_ALIVE = (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
NONSENSE = (socket.SOL_SOCKET, 0x7FFF, 1)


def read_with(server: WireServer, *options: tuple[int, int, int]) -> Any:
    configuration = Configuration(
        server.url, access_token="t", im_customer_number="1", im_country_code="US", retries=False
    )
    configuration.socket_options = list(options)
    with ApiClient(configuration) as client:
        return OrdersApi(client).get_orderdetails_v6_1("20-1").ingram_order_number


def test_a_connection_is_made_with_the_options() -> None:
    with WireServer([DETAIL]) as server:
        assert read_with(server, KEEP_ALIVE) == "20-1"


def test_an_option_that_there_is_not_fails_the_connection_and_nothing_is_sent() -> None:
    with WireServer([DETAIL]) as server:
        with pytest.raises(ApiConnectionException) as caught:
            read_with(server, KEEP_ALIVE, NONSENSE)
        assert caught.value.outcome is Outcome.NOT_SENT
        assert server.received == []


WATCHED = """
import sys
from xi_sdk_resellers import ApiClient, Configuration, OrdersApi
seen = []
def watch(name, given):
    if name == "http.client.connect":
        seen.append((hasattr(given[0], "sock"), *given[1:]))
sys.addaudithook(watch)
settings = Configuration(sys.argv[1], access_token="t", im_customer_number="1", im_country_code="US")
with ApiClient(settings) as client:
    OrdersApi(client).get_orderdetails_v6_1("20-1")
print(seen)
"""


@pytest.mark.parametrize("twin", ["blocking"])
def test_whoever_watches_a_program_is_told_of_each_connection_as_the_standard_library_does() -> None:
    with WireServer([DETAIL]) as server:
        root = str(Path(__file__).parents[2])
        environment = {**os.environ, "PYTHONPATH": root}
        command = [sys.executable, "-c", WATCHED, server.url]
        told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert told.strip() == f"[(True, '127.0.0.1', {server.port})]"
