"""Tokens for many tasks of one loop."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from test.support.asyncio_calls import CALLS, DETAIL, Held, client_of, until
from test.support.wire_server import WireServer, answer
from xi_sdk_resellers.aio import ApiClient, OrdersApi
from xi_sdk_resellers.sandbox import Sandbox
from xi_sdk_resellers.token_cache import FileTokenCache, MemoryTokenCache


async def test_tasks_share_one_fetch_and_a_cancelled_one_does_not_end_it() -> None:
    held = Held(answer({"access_token": "t", "expires_in": "86400"}))
    with WireServer([held, *[DETAIL] * 5]) as server:
        async with client_of(server, access_token=None, client_id="i", client_secret="s") as client:
            tasks = [asyncio.create_task(CALLS["GET"](OrdersApi(client))) for _ in range(10)]
            await held.arrival()
            for task in tasks[:5]:
                task.cancel()
            held.go.set()
            done = await asyncio.gather(*tasks, return_exceptions=True)
            assert [isinstance(item, asyncio.CancelledError) for item in done] == [True] * 5 + [False] * 5
        assert ["token" in received.line for received in server.received] == [True] + [False] * 5


async def test_a_fetch_that_nobody_waits_for_any_more_ends_with_the_client() -> None:
    held = Held()
    with WireServer([held]) as server:
        client = client_of(server, access_token=None, client_id="i", client_secret="s")
        task = asyncio.create_task(CALLS["GET"](OrdersApi(client)))
        await held.arrival()
        task.cancel()
        await asyncio.wait([task])
        await client.close()
        held.go.set()
    assert len(asyncio.all_tasks()) == 1


@pytest.mark.parametrize("kind", ["memory", "file"])
async def test_a_cache_that_blocks_does_not_block_the_loop(kind: str, tmp_path: Any) -> None:
    cache = MemoryTokenCache() if kind == "memory" else FileTokenCache(tmp_path / "tokens")
    with Sandbox() as sandbox:
        async with ApiClient(sandbox.configuration(token_cache=cache)) as one:
            async with ApiClient(sandbox.configuration(token_cache=cache)) as two:
                api = OrdersApi(one), OrdersApi(two)
                await asyncio.gather(*(api[n % 2].get_resellers_v6_ordersearch() for n in range(8)))
        assert sandbox.ledger.tokens_issued == 1
    await until(lambda: not [t for t in threading.enumerate() if "token-cache" in t.name])


async def test_a_coroutine_function_gives_the_token() -> None:
    async def current() -> str:
        await asyncio.sleep(0)
        return "fresh"

    with WireServer([DETAIL]) as server:
        async with client_of(server, access_token=current) as client:
            await CALLS["GET"](OrdersApi(client))
        assert server.received[0].headers["authorization"] == "Bearer fresh"
