"""Which tests reach which lines, and how long they take: one run of all of them under coverage, by contexts."""

from __future__ import annotations

import json
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

_SECONDS = 12.0
"""How long the tests of one fault may take, by what they took before."""
_SLOW = 5.0
"""A test that takes longer is not used while there are others."""


@dataclass(frozen=True)
class Reach:
    """What is known about the tests."""

    seconds: dict[str, float]
    """How long each test took that passed."""
    lines: dict[str, dict[int, list[str]]]
    """For each file and line the tests that ran it."""

    @classmethod
    def read(cls, path: Path) -> Reach:
        """Read what an earlier run has found out."""
        known = json.loads(path.read_text(encoding="utf-8"))
        tests: list[str] = known["tests"]
        lines = {
            place: {int(line): [tests[at] for at in found] for line, found in by_line.items()}
            for place, by_line in known["lines"].items()
        }
        return cls(known["seconds"], lines)

    def write(self, path: Path) -> None:
        """Keep it for the next run."""
        tests = list(self.seconds)
        number = {test: at for at, test in enumerate(tests)}
        lines = {
            place: {line: [number[test] for test in found if test in number] for line, found in by_line.items()}
            for place, by_line in self.lines.items()
        }
        path.write_text(json.dumps({"seconds": self.seconds, "tests": tests, "lines": lines}), encoding="utf-8")

    def tests_for(self, fault: Fault, before: str, folders: tuple[str, ...]) -> list[str]:
        """Choose the tests for a fault: quick ones first, of two as quick the one of another function than before."""
        by_line = self.lines.get(fault.path, {})
        found = set(by_line.get(fault.line, ()))
        if not in_a_body(before, fault.line):  # run at the import: whatever uses the file
            found = {test for tests in by_line.values() for test in tests}
        chosen = [test for test in found if test in self.seconds and test.startswith(folders)]
        if not chosen:  # nothing of the file is in a function, or its functions are called in other processes
            chosen = [test for test in self.seconds if test.startswith(folders)]
        quick = [test for test in chosen if self.seconds[test] <= _SLOW] or chosen
        by_function: dict[str, list[str]] = defaultdict(list)
        for test in sorted(quick, key=lambda test: (self.seconds[test], test)):
            by_function[test.partition("[")[0]].append(test)
        ranked = sorted(
            (self.seconds[test] + rank / 100, test) for cases in by_function.values() for rank, test in enumerate(cases)
        )
        spent, most = 0.0, list[str]()
        for _, test in ranked:
            spent += self.seconds[test]
            if spent > _SECONDS and most:
                break
            most.append(test)
        return most


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
        return Reach({test: spent for test, spent in self._seconds.items() if test not in self._failed}, lines)


def measure(tree: Path, folders: Sequence[str], kept: Path) -> None:
    """Run every test once under coverage, without a fault, unless that is known."""
    if kept.exists():
        return
    subprocess.run([sys.executable, "-m", __name__, str(kept), *folders], cwd=tree, check=True)


if __name__ == "__main__":
    watcher = Watcher(Path.cwd())
    watcher.start()
    pytest.main(["-q", "-p", "no:cacheprovider", "--no-header", *sys.argv[2:]], plugins=[watcher])
    watcher.reach().write(Path(sys.argv[1]))
