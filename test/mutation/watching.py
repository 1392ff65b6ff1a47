"""Which tests reach which lines, and how long they take: one run of all of them under coverage, by contexts."""

from __future__ import annotations

import hashlib
import json
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import coverage
import pytest

from test.mutation.faults import Fault, in_a_body

_SLOW = 5.0
"""A test that takes longer is not used while there are others."""


@dataclass(frozen=True)
class Reach:
    """What is known about the tests."""

    seconds: dict[str, float]
    """How long each test took that passed."""
    lines: dict[str, dict[int, list[str]]]
    """For each file and line the tests that ran it; under 0 all of them, when the file has changed since."""
    digests: dict[str, str]
    """What each file was when this was found out."""

    @classmethod
    def read(cls, path: Path) -> Reach:
        """Read what an earlier run has found out."""
        known = json.loads(path.read_text(encoding="utf-8"))
        tests: list[str] = known["tests"]
        lines = {
            place: {int(line): [tests[at] for at in found] for line, found in by_line.items()}
            for place, by_line in known["lines"].items()
        }
        return cls(known["seconds"], lines, known["digests"])

    def write(self, path: Path) -> None:
        """Keep it for the next run."""
        tests = list(self.seconds)
        number = {test: at for at, test in enumerate(tests)}
        lines = {
            place: {line: [number[test] for test in found if test in number] for line, found in by_line.items()}
            for place, by_line in self.lines.items()
        }
        known = {"seconds": self.seconds, "tests": tests, "lines": lines, "digests": self.digests}
        path.write_text(json.dumps(known), encoding="utf-8")

    def changed(self, now: dict[str, str]) -> list[str]:
        """List the files with tests that are not as they were."""
        tests = (place for place in now if Path(place).name.startswith("test_"))
        return [place for place in tests if self.digests.get(place) != now[place]]

    def with_more(self, more: Reach, now: dict[str, str]) -> Reach:
        """Put in what a later run of the changed files with tests has found out."""
        stale = set(self.changed(now)) | (self.digests.keys() - now.keys())
        seconds = {test: spent for test, spent in self.seconds.items() if test.partition("::")[0] not in stale}
        lines: dict[str, dict[int, list[str]]] = {}
        for place in self.lines.keys() | more.lines.keys():
            by_line = self.lines.get(place, {})
            if self.digests.get(place) != now.get(place):
                by_line = {0: sorted({test for tests in by_line.values() for test in tests})}
            found = more.lines.get(place, {})
            lines[place] = {
                line: [test for test in by_line.get(line, ()) if test in seconds] + found.get(line, [])
                for line in by_line.keys() | found.keys()
            }
        return Reach({**seconds, **more.seconds}, lines, now)

    def tests_for(self, fault: Fault, before: str, folders: tuple[str, ...], most_seconds: float) -> list[str]:
        """Choose the tests for a fault.

        Those with the name of its file come first, then quick ones; of two as quick the one of another function than
        before.
        """
        by_line = self.lines.get(fault.path, {})
        # The line itself, or the nearest one above: of a statement in several lines, not each is counted.
        line = next((line for line in range(fault.line, 0, -1) if by_line.get(line)), 0)
        found = {*by_line.get(line, ()), *by_line.get(0, ())}
        if not in_a_body(before, fault.line):  # run at the import: whatever uses the file
            found = {test for tests in by_line.values() for test in tests}
        allowed = [test for test in self.seconds if test.startswith(folders)]
        chosen = [test for test in allowed if test in found]
        # Not every test is known to reach what it reaches: some lines are run in other threads and processes.
        near = {part.removeprefix("_") for part in Path(fault.path).parts}
        beside = [test for test in allowed if test not in found and _folder(test) in near]
        spent, most, name = 0.0, list[str](), Path(fault.path).stem
        for test in [*self._ranked(chosen, name), *self._ranked(beside if chosen else allowed, name)]:
            spent += self.seconds[test]
            if spent > most_seconds and most:
                break
            most.append(test)
        return most

    def _ranked(self, tests: Sequence[str], name: str) -> list[str]:
        quick = [test for test in tests if self.seconds[test] <= _SLOW] or tests
        by_function: dict[str, list[str]] = defaultdict(list)
        for test in sorted(quick, key=lambda test: (self.seconds[test], test)):
            by_function[test.partition("[")[0]].append(test)
        ranked = sorted(
            (name not in Path(test.partition("::")[0]).name, self.seconds[test] + rank / 100, test)
            for cases in by_function.values()
            for rank, test in enumerate(cases)
        )
        return [test for *_, test in ranked]


def _folder(place: str) -> str:
    return Path(place.partition("::")[0]).parent.name


class Watcher:
    """A plugin of pytest that measures."""

    def __init__(self, tree: Path) -> None:
        self._tree = tree
        self._coverage = coverage.Coverage(data_file=None, source=[str(tree / "xi_sdk_resellers")], config_file=False)
        self._seconds: dict[str, float] = {}
        self._failed: set[str] = set()

    def start(self) -> None:
        """Begin before the package is imported."""
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Measure a test from its first fixture to its last."""
        self._coverage.switch_context(item.nodeid)
        result: Any = yield
        self._coverage.switch_context("")
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up the seconds of a test."""
        self._seconds[report.nodeid] = self._seconds.get(report.nodeid, 0.0) + report.duration
        if not report.passed:
            self._failed.add(report.nodeid)

    def reach(self) -> Reach:
        """End, and tell."""
        self._coverage.stop()
        data = self._coverage.get_data()
        lines = {
            Path(name).relative_to(self._tree).as_posix(): {
                line: [test for test in contexts if test] for line, contexts in data.contexts_by_lineno(name).items()
            }
            for name in data.measured_files()
        }
        seconds = {test: spent for test, spent in self._seconds.items() if test not in self._failed}
        return Reach(seconds, lines, digests(self._tree))


def digests(tree: Path) -> dict[str, str]:
    """Tell what every file of the package and of the tests is."""
    files = [*tree.glob("xi_sdk_resellers/**/*.py"), *tree.glob("test/**/*.py")]
    return {path.relative_to(tree).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in files}


def measure(tree: Path, folders: Sequence[str], kept: Path) -> Reach:
    """Run every test once under coverage, without a fault; of an earlier run, those alone that have changed since."""
    if not kept.exists():
        _run(tree, folders, kept)
        return Reach.read(kept)
    known, now = Reach.read(kept), digests(tree)
    changed = [place for place in known.changed(now) if place.startswith(tuple(folders))]
    if changed:
        more = kept.with_suffix(".more")
        _run(tree, changed, more)
        known = known.with_more(Reach.read(more), now)
        known.write(kept)
        more.unlink()
    return known


def _run(tree: Path, places: Sequence[str], kept: Path) -> None:
    subprocess.run([sys.executable, "-m", __name__, str(kept), *places], cwd=tree, check=True)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored by what is started in the background
    watcher = Watcher(Path.cwd())
    watcher.start()
    pytest.main(["-q", "-p", "no:cacheprovider", "--no-header", *sys.argv[2:]], plugins=[watcher])
    watcher.reach().write(Path(sys.argv[1]))
