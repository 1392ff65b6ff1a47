"""``python -m test.bench.walks``: walks through 100,000 products and 20,000 invoices, with the minute scaled down.

For both clients: how many calls a walk takes, how many are refused with 429, which share of the rate that the limit
allows it reaches, and how much more memory it holds at the peak than after its third page. Then the same walk is killed
in the middle, and another process goes on: each item must have come once.
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
    parser.add_argument("--walk", nargs=3, metavar=("TWIN", "AREA", "URL"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.walk:
        print(json.dumps(measured(*given.walk)))
        return 0
    good = [
        one_walk(twin, area, count, given.minute) and killed(twin, area, count)
        for area, count in (("Catalog", given.products), ("Invoices", given.invoices))
        for twin in ("blocking", "asyncio")
    ]
    return int(not all(good))


def one_walk(twin: str, area: str, count: int, minute: float) -> bool:
    """Walk under the limit in a process of its own, and tell what it took."""
    counts = {"products": count, "invoices": count}
    with shelves(**counts, limit=LIMIT, window=minute) as server:
        told = json.loads(run("test.bench.walks", "--walk", twin, area, server.url).stdout)
        calls, refused = len(server.calls), server.refused
    # The first minute's calls go out at once; each later minute has as many again.
    shortest = (-(-calls // LIMIT) - 1) * minute
    print(f"{area}, {twin}: {told['items']:,} items, {calls:,} calls, {refused} refused with 429, {told['took']:.1f} s")
    share = f"{shortest / told['took']:.3f} of the rate that the limit allows"
    print(f"  {share}, {told['more'] / 1e6:.1f} MB more memory at the peak than after three pages")
    # Only a page that holds nothing is the end of a walk.
    return told["items"] == count and calls == -(-count // A_PAGE) + 1 and not refused


def killed(twin: str, area: str, count: int) -> bool:
    """Kill a walk in the middle of a page in its middle, and go on in another process."""
    with shelves(products=count, invoices=count) as server:
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


def measured(twin: str, area: str, url: str) -> dict[str, Any]:
    """Walk, and tell how long it took and how much more memory it has held at the peak than after three pages."""
    items, base, began = 0, 0, time.monotonic()

    def count() -> None:
        nonlocal items, base
        items += 1
        if items == 3 * A_PAGE:
            base = tracemalloc.get_traced_memory()[0]
            tracemalloc.reset_peak()

    async def walk_aio() -> None:
        async with xi.aio.ApiClient(settings(url)) as client:
            async for _ in getattr(xi.aio, area)(client).search():
                count()

    tracemalloc.start()
    if twin == "asyncio":
        asyncio.run(walk_aio())
    else:
        with xi.ApiClient(settings(url)) as client:
            for _ in getattr(xi, area)(client).search():
                count()
    return {"items": items, "took": time.monotonic() - began, "more": tracemalloc.get_traced_memory()[1] - base}


if __name__ == "__main__":
    sys.exit(main())
