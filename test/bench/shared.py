"""``python -m test.bench.shared``: four processes on one budget in Redis, with the vendor's minute scaled down.

Says which share of the rate that the limit allows they reach together, and how many calls were refused with 429.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from test.support.servers import redis_server
from xi_sdk_resellers.sandbox import Sandbox

LIMIT = 60
WORKER = """
import sys
import xi_sdk_resellers as xi

url, token, redis, minute, calls, order = sys.argv[1:]
budget = xi.RedisRateBudget(redis, period=float(minute))
settings = xi.Configuration(url, access_token=token, im_customer_number="20-222222", im_country_code="US",
                            rate_budget=budget, retries=0)
with xi.ApiClient(settings) as client:
    api = xi.OrdersApi(client)
    api.get_orderdetails_v6_1(order)  # another endpoint: what is loaded late is there then
    print("ready", flush=True)
    sys.stdin.readline()
    for _ in range(int(calls)):
        api.get_resellers_v6_ordersearch(page_size=1)
"""


def main() -> int:
    """Run it; 1 when a call was refused."""
    parser = argparse.ArgumentParser(prog="python -m test.bench.shared", description=__doc__.splitlines()[0])
    parser.add_argument("--processes", type=int, default=4, help="how many share the budget (4)")
    parser.add_argument("--minute", type=float, default=6.0, help="seconds that stand for the vendor's minute (6)")
    parser.add_argument("--minutes", type=int, default=10, help="for how many of them (10)")
    given = parser.parse_args()
    calls = given.minutes * LIMIT // given.processes
    with redis_server() as redis, Sandbox(rate_limit=LIMIT, rate_window=given.minute) as sandbox:
        (order,) = sandbox.seed_orders(1)
        known = [
            sandbox.url,
            sandbox.issue_token(),
            redis.url,
            str(given.minute),
            str(calls),
            order.ingram_order_number,
        ]
        workers = [worker(known) for _ in range(given.processes)]
        for each in workers:
            assert each.stdout is not None
            each.stdout.readline()
        began = time.monotonic()
        for each in workers:
            assert each.stdin is not None
            each.stdin.write("go\n")
            each.stdin.flush()
        failed = sum(each.wait() != 0 for each in workers)
        took = time.monotonic() - began
        asked = [request for request in sandbox.ledger.requests if request.operation == "get_resellers_v6_ordersearch"]
    refused = sum(request.status == 429 for request in asked)
    # The first minute's calls go out at once; each later minute has as many again.
    shortest = (-(-len(asked) // LIMIT) - 1) * given.minute
    print(f"{given.processes} processes, {len(asked):,} calls, {refused} refused with 429, {took:.1f} s")
    print(f"{shortest / took:.3f} of the rate that the limit allows")
    return int(bool(refused or failed))


def worker(known: list[str]) -> subprocess.Popen[str]:
    """Start a process that waits for a line and then calls."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", WORKER, *known]
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


if __name__ == "__main__":
    sys.exit(main())
