"""Measures one contestant in a process of its own: `python -I worker.py ours|peer|floor URL`.

Reads one JSON command a line, `{"case": ..., "size": ..., "budget": seconds}`, and answers
`{"seconds": CPU seconds for one execution}` or `{"error": ...}`. The number of executions is chosen once for each case
so that they take about the budget. Garbage collection stays on, as it is in a program that uses the package.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import json
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
THREADS = 32
TASKS = 200


def make_case(contestant: Any, url: str, name: str, size: int) -> Callable[[], Any]:
    """The callable that one case executes again and again."""
    import payloads
    import payloads_wider

    match name:
        case "decode_detail":
            return partial(contestant.decoder("detail"), payloads.detail(size))
        case "decode_drifted":
            return partial(contestant.decoder("detail"), payloads.drifted_detail(size))
        case "decode_respelled":
            return partial(contestant.decoder("detail"), payloads.respelled_detail(size))
        case "decode_prices":
            return partial(contestant.decoder("prices"), payloads_wider.prices(size))
        case "decode_catalog":
            return partial(contestant.decoder("catalog"), payloads_wider.catalog_page(size))
        case "decode_invoice":
            return partial(contestant.decoder("invoice"), payloads_wider.invoice(size))
        case "encode_prices":
            return partial(contestant.encode, contestant.price_request(payloads_wider.price_request(size)))
        case "decode_search":
            return partial(contestant.decoder("search"), payloads.search_page(size))
        case "encode":
            return partial(contestant.encode, contestant.new_order(payloads.create_request(size)))
        case "call_detail":
            return partial(contestant.get_detail, contestant.connect(url), f"ORDER-{size}")
        case "call_create":
            order = contestant.new_order(payloads.create_request(size))
            return partial(contestant.create, contestant.connect(url), order)
    raise ValueError(name)


def cpu_seconds(run: Callable[[], Any], loops: int) -> float:
    """CPU seconds (user and system, all threads) of one execution, as the mean of `loops`."""
    gc.collect()
    start = time.process_time()
    for _ in range(loops):
        run()
    return (time.process_time() - start) / loops


def calls_per_second(contestant: Any, url: str, calls: int, pool_size: int) -> float:
    """Order details of one line over one client shared by 32 threads, in calls a second (wall clock)."""
    client = contestant.connect(url, pool_size)
    barrier = threading.Barrier(THREADS + 1)
    failures: list[BaseException] = []

    def work() -> None:
        barrier.wait()
        try:
            for _ in range(calls // THREADS):
                contestant.get_detail(client, "ORDER-1")
        except BaseException as error:
            failures.append(error)
            raise

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    barrier.wait()
    start = time.perf_counter()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return calls // THREADS * THREADS / (time.perf_counter() - start)


def task_calls_per_second(contestant: Any, url: str, calls: int, pool_size: int) -> float:
    """The same over one asyncio client shared by 200 tasks, in calls a CPU second: an event loop has one thread."""

    async def run() -> float:
        async with contestant.connect_aio(url, pool_size) as client:
            await contestant.get_detail_aio(client, "ORDER-1")

            async def work() -> None:
                for _ in range(calls // TASKS):
                    await contestant.get_detail_aio(client, "ORDER-1")

            start = time.process_time()
            await asyncio.gather(*(work() for _ in range(TASKS)))
            return calls // TASKS * TASKS / (time.process_time() - start)

    return asyncio.run(run())


def main() -> None:
    """Answer commands until standard input ends."""
    sys.path.insert(0, str(HERE))
    if sys.argv[1] == "ours":
        sys.path.insert(0, str(HERE.parents[1]))
    contestant, url = importlib.import_module(sys.argv[1]), sys.argv[2]
    cases: dict[tuple[str, int], tuple[Callable[[], Any], int]] = {}
    for line in sys.stdin:
        command = json.loads(line)
        try:
            if command["case"] == "threads":
                answer = {"seconds": calls_per_second(contestant, url, command["size"], command["pool"])}
            elif command["case"] == "tasks":
                answer = {"seconds": task_calls_per_second(contestant, url, command["size"], command["pool"])}
            else:
                key = (command["case"], command["size"])
                if key not in cases:
                    run = make_case(contestant, url, *key)
                    run()
                    once = max(cpu_seconds(run, 1), 1e-6)
                    cases[key] = run, max(1, round(command["budget"] / once))
                answer = {"seconds": cpu_seconds(*cases[key])}
        except Exception as error:
            answer = {"error": type(error).__name__}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
