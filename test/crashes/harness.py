"""Many jobs in several lanes, and the table of what became of them."""

from __future__ import annotations

import os
import tempfile
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from test.crashes.jobs import DOUBLED, LOST, NAMES, ONCE, REJECTED, TOLD, UNRESOLVED, Job, Lane, Pace
from test.crashes.vendor import Vendor

MEMORIES = ["journal", "resume", "nothing"]
ENDS = (ONCE, TOLD, UNRESOLVED, REJECTED, DOUBLED, LOST)


class Results:
    """What became of jobs."""

    def __init__(self) -> None:
        self.ends: list[tuple[Job, str]] = []
        self.killed = 0

    def table(self) -> str:
        """Write it as Markdown."""
        counted = Counter((job.name, job.memory, end) for job, end in self.ends)
        rows = [f"| change | with | jobs | {' | '.join(ENDS)} |", f"| --- | --- | {' | '.join(['---:'] * 7)} |"]
        for memory in sorted({job.memory for job, _ in self.ends}, key=MEMORIES.index):
            for name in NAMES:
                ends = [counted[name, memory, end] for end in ENDS]
                rows.append(f"| `{name}` | {memory} | {sum(ends)} | {' | '.join(map(str, ends))} |")
        return "\n".join(rows)


def run(jobs: Iterable[Job], pace: Pace, lanes: int) -> Results:
    """Run jobs in several lanes."""
    results, lock = Results(), threading.Lock()
    waiting: Iterator[tuple[int, Job]] = enumerate(jobs)

    def work(lane: Lane) -> None:
        while True:
            with lock:
                index, job = next(waiting, (0, None))
            if job is None:
                return
            end = lane.run(job, f"PO-{os.getpid()}-{index}")
            with lock:
                results.ends.append((job, end))

    with tempfile.TemporaryDirectory() as folder:
        vendor = Vendor()
        made = [Lane(vendor, Path(folder), pace) for _ in range(lanes)]
        try:
            with ThreadPoolExecutor(lanes) as pool:
                list(pool.map(work, made))
        finally:
            for lane in made:
                lane.close()
                results.killed += lane.killed
            vendor.close()
    return results
