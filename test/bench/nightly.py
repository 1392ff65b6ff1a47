"""``python -m test.bench.nightly``: a nightly price export, with the vendor's minute scaled down.

Asks the sandbox for the prices of many parts under its rate limit, and works out what a million parts take under the
real one: 60 calls a minute, 50 parts a call.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time

from xi_sdk_resellers import ApiClient, Catalog
from xi_sdk_resellers.sandbox import Sandbox

LIMIT = 60
A_CALL = 50
EXPORT = 1_000_000


def main() -> int:
    """Run the simulation; 1 when a call was wasted."""
    parser = argparse.ArgumentParser(prog="python -m test.bench.nightly", description=__doc__.splitlines()[0])
    parser.add_argument("--parts", type=int, default=10_000, help="how many parts to ask for (10,000)")
    parser.add_argument("--minute", type=float, default=6.0, help="seconds that stand for the vendor's minute (6)")
    given = parser.parse_args()
    with Sandbox(rate_limit=LIMIT, rate_window=given.minute) as sandbox:
        with ApiClient(sandbox.configuration(retries=0)) as client:
            before = _memory()
            prices = Catalog(client).prices(f"{index:05d}X" for index in range(given.parts))
            next(prices)  # much is loaded for the first answer, and the vendor's minute begins with it
            began = time.monotonic()
            priced = 1 + sum(1 for _ in prices)
            took = time.monotonic() - began
            held = _memory() - before
        asked = [request for request in sandbox.ledger.requests if request.operation == "post_priceandavailability"]
    refused = sum(request.status == 429 for request in asked)
    # The first minute's calls go out at once; each later minute has as many again.
    shortest = (-(-len(asked) // LIMIT) - 1) * given.minute
    share = shortest / took
    calls = EXPORT // A_CALL
    print(f"{priced:,} parts, {len(asked):,} calls, {refused} refused with 429, {took:.1f} s")
    print(f"{share:.2f} of the rate that the limit allows, {held:,} MB more memory at the peak, the sandbox among them")
    print(f"a million parts: {calls:,} calls, {calls / LIMIT / 60 / min(share, 1):.1f} hours at {LIMIT} calls a minute")
    return int(bool(refused) or len(asked) != -(-given.parts // A_CALL))


def _memory() -> int:
    """The peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    sys.exit(main())
