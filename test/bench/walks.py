"""``python -m test.bench.walks``: walks through 100,000 products and 20,000 invoices, with the minute scaled down.

For both clients: how many calls a walk takes, how many are refused with 429, and which share of the rate that the limit
allows it reaches; its peak of memory beside that of its first five pages, in a walk without a limit, because counting
memory takes time; and whether each item comes once when a walk is killed in the middle and another process goes on.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path
from typing import Any

import xi_sdk_resellers as xi
from test.support.shelves import invoice, product, shelves
from test.support.walker import settings

LIMIT = 60
A_PAGE = 100
NUMBERS = {
    "Catalog": lambda place: product(place)["ingramPartNumber"],
    "Invoices": lambda place: invoice(place)["invoiceNumber"],
}


def main() -> int:
    """Run all walks; 1 when one of them was not as it must be."""
    parser = argparse.ArgumentParser(prog="python -m test.bench.walks", description=__doc__.splitlines()[0])
    parser.add_argument("--products", type=int, default=100_000, help="how many products there are (100,000)")
    parser.add_argument("--invoices", type=int, default=20_000, help="how many invoices there are (20,000)")
    parser.add_argument("--minute", type=float, default=3.0, help="seconds that stand for the vendor's minute (3)")
    parser.add_argument("--walk", nargs=4, metavar=("TWIN", "AREA", "URL", "WHAT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.walk:
        print(json.dumps(measured(*given.walk)))
        return 0
    good = [
        paced(twin, area, count, given.minute) and flat(twin, area, count) and killed(twin, area, count)
        for area, count in (("Catalog", given.products), ("Invoices", given.invoices))
        for twin in ("blocking", "asyncio")
    ]
    return int(not all(good))


def paced(twin: str, area: str, count: int, minute: float) -> bool:
    """Walk under the limit in a process of its own, and tell what it took."""
    with shelves(count, count, limit=LIMIT, window=minute) as server:
        told = json.loads(run("test.bench.walks", "--walk", twin, area, server.url, "time").stdout)
        calls, refused = len(server.calls), server.refused
    # The first minute's calls go out at once; each later minute has as many again.
    shortest = (-(-calls // LIMIT) - 1) * minute
    print(f"{area}, {twin}: {told['items']:,} items, {calls:,} calls, {refused} refused with 429, {told['took']:.1f} s")
    print(f"  {shortest / told['took']:.3f} of the rate that the limit allows")
    # Only a page that holds nothing is the end of a walk.
    return told["items"] == count and calls == -(-count // A_PAGE) + 1 and not refused


def flat(twin: str, area: str, count: int) -> bool:
    """Walk without a limit in a process of its own, and tell how much memory that took."""
    with shelves(count, count) as server:
        told = json.loads(run("test.bench.walks", "--walk", twin, area, server.url, "memory").stdout)
    print(f"  {told['peak'] / 1e6:.2f} MB of memory at the peak, {told['early'] / 1e6:.2f} MB in the first five pages")
    return True


def killed(twin: str, area: str, count: int) -> bool:
    """Kill a walk in the middle of a page in its middle, and go on in another process."""
    with shelves(count, count) as server:
        first = run("test.support.walker", twin, area, server.url, "1", "0", str(count // 2 + A_PAGE // 3))
        begun = [line.split() for line in first.stdout.splitlines()]
        rest = run("test.support.walker", twin, area, server.url, *begun[-1][1:])
    found = [number for number, _, _ in begun] + [line.split()[0] for line in rest.stdout.splitlines()]
    exact = found == [NUMBERS[area](place) for place in range(count)]
    page, item = begun[-1][1:]
    print(f"  killed at page {page}, item {item}; gone on with: {'each came once' if exact else 'WRONG'}")
    return exact and first.returncode == -signal.SIGKILL and rest.returncode == 0


def run(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True)


def measured(twin: str, area: str, url: str, what: str) -> dict[str, Any]:
    """Walk, and tell how long it took and how much memory it has held, after the first page: much is loaded for it."""
    items, base, early, began = 0, 0, 0, 0.0

    def count() -> None:
        nonlocal items, base, early, began
        items += 1
        if items == 1:
            began = time.monotonic()
        if items == A_PAGE:
            base = tracemalloc.get_traced_memory()[0]
            tracemalloc.reset_peak()
        if items == 5 * A_PAGE:
            early = tracemalloc.get_traced_memory()[1]

    async def walk_aio() -> None:
        async with xi.aio.ApiClient(settings(url)) as client:
            async for _ in getattr(xi.aio, area)(client).search():
                count()

    if what == "memory":
        tracemalloc.start()
    if twin == "asyncio":
        asyncio.run(walk_aio())
    else:
        with xi.ApiClient(settings(url)) as client:
            for _ in getattr(xi, area)(client).search():
                count()
    peak = tracemalloc.get_traced_memory()[1]
    return {"items": items, "took": time.monotonic() - began, "peak": peak - base, "early": early - base}


if __name__ == "__main__":
    sys.exit(main())
