"""``python -m test.crashes --jobs 1000``: the table of the failures guide."""

from __future__ import annotations

import argparse
import sys
import time

from test.crashes.gate import Listing
from test.crashes.harness import MEMORIES, run
from test.crashes.jobs import ONCE, TOLD, Pace, jobs


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m test.crashes")
    parser.add_argument("--jobs", type=int, default=1000, help="how many changes to make (1000)")
    parser.add_argument("--lanes", type=int, default=8, help="how many at a time (8)")
    parser.add_argument("--seed", type=int, default=2026, help="another seed draws other jobs")
    parser.add_argument("--memory", action="append", choices=MEMORIES, help="default: all three")
    options = parser.parse_args()
    memories = tuple(options.memory or MEMORIES)
    listings = (Listing(), Listing(searches=3), Listing(seconds=3.0))
    pace = Pace(lookup_wait=6.0, listed_within=7.0, late=1.0)
    began = time.monotonic()
    results = run(jobs(options.jobs, memories, listings, options.seed), pace, options.lanes)
    sys.stdout.write(f"{results.table()}\n\n")
    sys.stdout.write(f"{len(results.ends)} jobs, {results.killed} kills, {time.monotonic() - began:.0f} s\n")
    bad = [(job, end) for job, end in results.ends if end != ONCE and not (job.memory == "nothing" and end == TOLD)]
    for job, end in bad:
        if job.memory != "nothing":
            sys.stdout.write(f"{end}: {job}\n")
    return 1 if any(job.memory != "nothing" for job, _ in bad) else 0


if __name__ == "__main__":
    sys.exit(main())
