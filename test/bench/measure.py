"""Runs the contestants beside each other: every round measures every row once for each of them, in turns.

CPU time, not wall-clock time, because other programs on the machine change the latter. They also take caches and cycles
away, which adds to CPU time and never takes from it; so a figure is what the fastest twentieth of the rounds reach.
Ratios are those of the figures.
"""

from __future__ import annotations

import json
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .rows import BEFORE, FLOOR, GROWTH_SIZES, OURS, PEER, POOL_SIZE, ROWS, TASK_POOL_SIZE, Row
from .sizes import size_of_peer, sizes_of_ours

HERE = Path(__file__).resolve().parent
_PROBE = """
import sys, time
sys.path[:0] = {paths!r}
start = time.process_time()
{code}
spent = time.process_time() - start
try:
    with open('/proc/self/status') as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith('VmHWM'))
except OSError:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> (10 if sys.platform == 'darwin' else 0)
print(spent, peak)
"""


_CALL = re.compile(r".*\bours\.(get_\w+)\(ours.*|.*", re.DOTALL)
"""The function of ours.py that a first call uses."""


@dataclass
class Figures:
    """What the rounds gave for one row: seconds, KiB, a rate or a number for each contestant; `failed` says why not."""

    row: Row
    rounds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: dict[str, str] = field(default_factory=dict)

    def value(self, contestant: str) -> float | None:
        """The fastest twentieth of the rounds, in the unit of the row; the median where the row is no time."""
        values = sorted(self.rounds.get(contestant, ()), reverse=self.row.more_is_better)
        if not values:
            return None
        timed = self.row.kind in {"fresh", "case", "threads", "tasks"}
        return (values[len(values) // 20] if timed else statistics.median(values)) * self.row.scale

    def ratio(self, other: str) -> float | None:
        """Our figure divided by the other's."""
        ours, theirs = self.value(OURS), self.value(other)
        return None if ours is None or theirs is None else ours / theirs

    def checks(self) -> Iterator[bool]:
        """For each goal of the row whether it holds."""
        row = self.row
        for other, goal in ((PEER, row.to_peer), (FLOOR, row.to_floor)):
            ratio = self.ratio(other)
            if goal is not None and ratio is not None:
                yield ratio >= goal if row.more_is_better else ratio <= goal
        value = self.value(OURS)
        if row.limit is not None and value is not None:
            yield value <= row.limit


class Worker:
    """A process that measures one contestant."""

    def __init__(self, python: str, contestant: str, url: str, directory: str, bench: Path = HERE) -> None:
        command = [python, "-I", str(bench / "worker.py"), contestant, url]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=directory, env=_environment()
        )

    def ask(self, **command: Any) -> dict[str, Any]:
        """Send one command and wait for its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the worker {self.process.args!r} ended with status {self.process.wait()}")
        return json.loads(line)

    def close(self) -> None:
        """End the process."""
        self.process.communicate()


@dataclass(frozen=True)
class Effort:
    """How much to measure. budget: CPU seconds for each case and round."""

    rounds: int
    fresh_rounds: int
    growth_rounds: int
    budget: float
    calls: int

    @classmethod
    def of(cls, *, quick: bool) -> Effort:
        """Quick shows that everything runs; its figures are rough."""
        return cls(3, 3, 1, 0.03, 3_200) if quick else cls(120, 25, 5, 0.03, 6_400)


class Run:
    """One run of the whole benchmark."""

    def __init__(self, peer_python: str, effort: Effort, before: Path | None = None) -> None:
        self.python = {OURS: sys.executable, FLOOR: sys.executable, PEER: peer_python}
        self.before = before
        self.effort = effort
        self.figures = {row.title: Figures(row) for row in ROWS}

    def measure(self) -> list[Figures]:
        """Measure everything."""
        with ExitStack() as stack:
            self.directory = stack.enter_context(tempfile.TemporaryDirectory())
            self.url = stack.enter_context(fixture_server())
            self._sizes()
            self._fresh()
            self.workers = {
                name: Worker(python, name, self.url, self.directory) for name, python in self.python.items()
            }
            if self.before is not None:
                bench = self.before.resolve() / "test" / "bench"
                self.workers[BEFORE] = Worker(sys.executable, OURS, self.url, self.directory, bench)
            for worker in self.workers.values():
                stack.callback(worker.close)
            self._cases()
            self._growth()
            self._threads()
            self._tasks()
        return list(self.figures.values())

    def _sizes(self) -> None:
        roots = {OURS: HERE.parents[1]} | ({} if self.before is None else {BEFORE: self.before.resolve()})
        found = {name: sizes_of_ours(root) for name, root in roots.items()}
        found[PEER] = {"installed": size_of_peer(self.python[PEER])}
        for row in (row for row in ROWS if row.kind == "size"):
            for name, sizes in found.items():
                if row.case in sizes:
                    self.figures[row.title].rounds[name].append(sizes[row.case])

    def _fresh(self) -> None:
        rows = [row for row in ROWS if row.kind == "fresh"]
        memory = next(row for row in ROWS if row.kind == "memory")
        for round_number in range(self.effort.fresh_rounds + 1):
            for row in rows:
                for name, code in in_turns(self._codes(row), round_number):
                    spent, peak = self._fresh_interpreter(name, code.format(url=self.url))
                    if round_number == 0:
                        continue  # the first round only writes and warms the files
                    self.figures[row.title].rounds[name].append(spent)
                    if row.case == memory.case:
                        self.figures[memory.title].rounds[name].append(peak)
            progress("fresh interpreters", round_number, self.effort.fresh_rounds)

    def _codes(self, row: Row) -> tuple[tuple[str, str], ...]:
        """What each contestant runs; an earlier version of this package runs the same as this one, if it can."""
        if self.before is None:
            return row.code
        can = (self.before / "test" / "bench" / "ours.py").read_text(encoding="utf-8")
        earlier = tuple((BEFORE, code) for name, code in row.code if name == OURS and _CALL.sub(r"\1", code) in can)
        return (*row.code, *earlier)

    def _fresh_interpreter(self, name: str, code: str) -> tuple[float, float]:
        root = self.before.resolve() if name == BEFORE and self.before is not None else HERE.parents[1]
        paths = [str(root / "test" / "bench")] + ([str(root)] if name in {OURS, BEFORE} else [])
        probe = _PROBE.format(paths=paths, code=code)
        command = [self.python.get(name, sys.executable), "-I", "-c", probe]
        done = subprocess.run(
            command, capture_output=True, text=True, check=True, cwd=self.directory, env=_environment()
        )
        spent, peak = done.stdout.split()
        return float(spent), float(peak)

    def _cases(self) -> None:
        rows = [row for row in ROWS if row.kind in {"case", "own"}]
        for round_number in range(self.effort.rounds):
            for row in rows:
                figures = self.figures[row.title]
                for name in in_turns(tuple(self.workers), round_number):
                    if name in figures.failed:
                        continue
                    answer = self._ask(name, row.case, row.size)
                    if "error" in answer:
                        figures.failed[name] = answer["error"]
                        continue
                    seconds = answer["seconds"]
                    if row.kind == "own":
                        seconds /= self._ask(name, row.own, row.size)["seconds"]
                    figures.rounds[name].append(seconds)
            progress("decode, encode, call", round_number + 1, self.effort.rounds)

    def _ask(self, name: str, case: str, size: int) -> dict[str, Any]:
        return self.workers[name].ask(case=case, size=size, budget=self.effort.budget)

    def _growth(self) -> None:
        row = next(row for row in ROWS if row.kind == "growth")
        for round_number in range(self.effort.growth_rounds):
            for name in in_turns(tuple(self.workers), round_number):
                seconds = [self._ask(name, row.case, size)["seconds"] for size in GROWTH_SIZES]
                exponent = slope([math.log(size) for size in GROWTH_SIZES], [math.log(value) for value in seconds])
                self.figures[row.title].rounds[name].append(exponent)
            progress("growth", round_number + 1, self.effort.growth_rounds)

    def _threads(self) -> None:
        row = next(row for row in ROWS if row.kind == "threads")
        count = next(row for row in ROWS if row.kind == "connections")
        rounds = 2 * self.effort.growth_rounds + 1
        connections(self.url)
        for round_number in range(rounds):
            for name in in_turns(tuple(self.workers), round_number):
                answer = self.workers[name].ask(case="threads", size=self.effort.calls, pool=POOL_SIZE)
                if "error" in answer:
                    self.figures[row.title].failed[name] = self.figures[count.title].failed[name] = answer["error"]
                    continue
                self.figures[row.title].rounds[name].append(answer["seconds"])
                self.figures[count.title].rounds[name].append(connections(self.url))
            progress("threads", round_number + 1, rounds)

    def _tasks(self) -> None:
        row = next(row for row in ROWS if row.kind == "tasks")
        rounds = 2 * self.effort.growth_rounds + 1
        for round_number in range(rounds):
            for name in in_turns((OURS, FLOOR), round_number):  # the vendor's SDK has no asyncio
                answer = self.workers[name].ask(case="tasks", size=self.effort.calls, pool=TASK_POOL_SIZE)
                if "error" in answer:
                    self.figures[row.title].failed[name] = answer["error"]
                    continue
                self.figures[row.title].rounds[name].append(answer["seconds"])
            progress("tasks", round_number + 1, rounds)


@contextmanager
def fixture_server() -> Iterator[str]:
    """Run the fixture server in a process of its own and give its URL."""
    command = [sys.executable, str(HERE / "server.py")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
    finally:
        process.communicate()


def connections(url: str) -> int:
    """How many connections carried calls since this was last asked."""
    with urllib.request.urlopen(f"{url}/connections") as answer:
        return int(answer.read())


def in_turns(items: tuple[Any, ...], round_number: int) -> tuple[Any, ...]:
    """The items, beginning with another one each round, so that none always comes first."""
    start = round_number % len(items)
    return items[start:] + items[:start]


def slope(x: list[float], y: list[float]) -> float:
    """Least-squares slope: the exponent when both are logarithms."""
    return statistics.linear_regression(x, y).slope


def progress(what: str, done: int, total: int) -> None:
    """Say on standard error how far it is."""
    print(f"\r{what}: {done}/{total}   ", end="\n" if done >= total else "", file=sys.stderr, flush=True)


def _environment() -> dict[str, str]:
    """The surroundings of every contestant: no proxy, no settings of this package, hashes that do not vary."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().endswith("_PROXY")}
    return {name: value for name, value in kept.items() if not name.startswith("XI_")} | {"PYTHONHASHSEED": "0"}
