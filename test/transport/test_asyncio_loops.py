"""The asyncio client and its event loops: its end, several loops, forks."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
from typing import Any

import pytest

from test.support.asyncio_calls import CALLS, Held, client_of
from test.support.wire_server import WireServer
from xi_sdk_resellers import ApiException, ClientClosedError
from xi_sdk_resellers.aio import ApiClient, OrdersApi
from xi_sdk_resellers.sandbox import Sandbox


async def test_close_lets_requests_under_way_finish_and_refuses_new_ones() -> None:
    held = Held()
    with WireServer([held]) as server:
        client = client_of(server)
        under_way = asyncio.create_task(CALLS["POST"](OrdersApi(client)))
        await held.arrival()
        closing = asyncio.create_task(client.close())
        await asyncio.sleep(0)
        with pytest.raises(ClientClosedError):
            await CALLS["GET"](OrdersApi(client))
        assert not closing.done()
        held.go.set()
        assert (await under_way).orders[0].ingram_order_number == "20-1"
        await closing
        await client.close()


async def test_a_close_that_is_cancelled_closes_at_once() -> None:
    held = Held()
    with WireServer([held]) as server:
        client = client_of(server)
        under_way = asyncio.create_task(CALLS["POST"](OrdersApi(client)))
        await held.arrival()
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(client.close(), 0.05)
        with pytest.raises((ApiException, ClientClosedError)):
            await under_way
        held.go.set()


def test_an_unclosed_client_says_so() -> None:
    program = (
        "import asyncio\n"
        "from xi_sdk_resellers import Configuration\n"
        "from xi_sdk_resellers.aio import ApiClient, OrdersApi\n"
        "async def main():\n"
        "    await OrdersApi(ApiClient(Configuration.from_env())).get_resellers_v6_ordersearch()\n"
        "asyncio.run(main())\n"
    )
    with Sandbox() as sandbox:
        environment = {**os.environ, **sandbox.environment()}
        command = [sys.executable, "-W", "default", "-c", program]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert "ResourceWarning: unclosed ApiClient(" in done.stderr
    assert "'async with'" in done.stderr
    assert "sandbox-secret" not in done.stderr


def test_one_client_works_in_several_loops_one_after_the_other_and_at_once() -> None:
    with Sandbox() as sandbox:
        configuration = sandbox.configuration()

        async def use(client: ApiClient) -> int:
            calls = (OrdersApi(client).get_resellers_v6_ordersearch_with_http_info() for _ in range(5))
            return sum([response.status_code for response in await asyncio.gather(*calls)])

        async def beside() -> None:
            async with ApiClient(configuration) as client:
                assert await use(client) == 5 * 204
                other = asyncio.new_event_loop()
                thread = threading.Thread(target=other.run_forever)
                thread.start()
                try:
                    used = asyncio.run_coroutine_threadsafe(use(client), other)
                    assert await asyncio.wrap_future(used) == 5 * 204
                    assert len(client.rest_client._homes) == 2
                    await client.close()
                finally:
                    other.call_soon_threadsafe(other.stop)
                    await asyncio.to_thread(thread.join)
                    other.close()

        asyncio.run(beside())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork.*:DeprecationWarning")
async def test_a_forked_child_never_uses_its_parents_connections() -> None:
    with Sandbox() as sandbox:
        async with ApiClient(sandbox.configuration()) as client:
            api = OrdersApi(client)
            await api.get_resellers_v6_ordersearch()
            (mine,) = {item.connection_id for item in sandbox.ledger.requests}
            reader, writer = os.pipe()
            child = os.fork()
            if child == 0:  # pragma: no cover - another process
                try:
                    found: Any = asyncio.run(api.get_resellers_v6_ordersearch_with_http_info()).status_code
                except BaseException as error:
                    found = repr(error)
                os.write(writer, json.dumps(found).encode())
                os._exit(0)
            os.close(writer)
            with open(reader, "rb") as pipe:
                assert json.loads(await asyncio.to_thread(pipe.read)) == 204
            os.waitpid(child, 0)
            await api.get_resellers_v6_ordersearch()
        used = [item.connection_id for item in sandbox.ledger.requests if "search" in item.path]
        assert (used[0], used[2]) == (mine, mine)
        assert used[1] != mine
