"""``python -m test.mutation``: put faults in, one at a time, and list those that no test notices."""

from __future__ import annotations

import argparse
import fnmatch
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from test.mutation.faults import Fault, faults_of
from test.mutation.rooms import all_folders, files
from test.mutation.trying import Trial, copy_of
from test.mutation.watching import Reach, measure

ROOT = Path(__file__).parents[2]
SURVIVORS = Path(__file__).with_name("survivors.txt")


def known_survivors() -> set[str]:
    """Read which faults need not be noticed; their reasons stand above them."""
    lines = SURVIVORS.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line.startswith("xi_sdk_resellers/")}


def options_of(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m test.mutation")
    parser.add_argument("patterns", nargs="*", help="files, as xi_sdk_resellers/_calls/*; default: all")
    parser.add_argument("--sample", type=int, default=25, help="how many faults of each file (25); 0 for all")
    parser.add_argument("--seed", type=int, default=2026, help="another seed draws other faults")
    parser.add_argument("--reach", type=Path, help="keep here which tests reach which lines, or take it from here")
    parser.add_argument("--results", type=Path, help="write every fault and how it was noticed here, as JSON lines")
    parser.add_argument("--only", type=Path, help="only the faults whose names are in this file, a line each")
    parser.add_argument("--seconds", type=float, default=12.0, help="how long the tests of one fault may take (12)")
    parser.add_argument("--tree", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main() -> int:
    options = options_of(sys.argv[1:])
    if options.tree is not None:
        return work(options)
    os.nice(15)
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        tree = copy_of(ROOT, Path(folder).resolve())
        command = [sys.executable, "-m", "test.mutation", *sys.argv[1:], "--tree", str(tree)]
        # Paths are those of the caller.
        for name in ("reach", "results", "only"):
            if getattr(options, name) is not None:
                command += [f"--{name}", str(getattr(options, name).resolve())]
        return subprocess.run(command, cwd=tree, env={**os.environ, "PYTHONPATH": str(tree)}, check=False).returncode


def work(options: argparse.Namespace) -> int:
    """In the copy: load and collect everything, and go through the faults."""
    kept = options.reach or options.tree / "reach.json"
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored by what is started in the background
    bench = _Bench(options, measure(options.tree, all_folders(), kept))
    pytest.main(["-qqs", "-p", "no:cacheprovider", "-o", "faulthandler_timeout=0", *all_folders()], plugins=[bench])
    return 1 if bench.survivors else 0


class _Bench:
    """A plugin of pytest that takes the place of its loop over the tests."""

    def __init__(self, options: argparse.Namespace, reach: Reach) -> None:
        self._options = options
        self._reach = reach
        self._known = known_survivors()
        self._counts = {"noticed": 0, "excused": 0}
        self.survivors: list[Fault] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Go through the faults of every file, and print what became of them."""
        options, began = self._options, time.monotonic()
        trial = Trial(options.tree, session, self._reach)
        only = set(options.only.read_text(encoding="utf-8").splitlines()) if options.only else None
        for place, folders in files(options.tree):
            if options.patterns and not any(fnmatch.fnmatch(place, pattern) for pattern in options.patterns):
                continue
            source, before = (options.tree / place).read_text(encoding="utf-8"), self._counts["noticed"]
            tried = 0
            for fault in faults_of(place, source, options.sample or None, options.seed):
                if only is None or fault.name in only:
                    tried += 1
                    self._try(trial, fault, source, folders)
            noticed = self._counts["noticed"] - before
            print(f"{place}: {noticed} of {tried} noticed ({time.monotonic() - began:.0f} s)", flush=True)
        noticed, excused = self._counts.values()
        total = noticed + excused + len(self.survivors)
        print(
            f"\n{noticed} of {total} noticed ({noticed / max(total, 1):.1%}), {excused} more are listed with a reason"
        )
        return True

    def _try(self, trial: Trial, fault: Fault, before: str, folders: tuple[str, ...]) -> None:
        tests = self._reach.tests_for(fault, before, folders, self._options.seconds)
        how = trial.noticed(fault, tests)
        if how is not None:
            self._counts["noticed"] += 1
        elif fault.name in self._known:
            self._counts["excused"] += 1
        else:
            self.survivors.append(fault)
            print(
                f"  {fault.path}:{fault.line} ({len(tests)} tests)\n  - {fault.before}\n  + {fault.after}", flush=True
            )
        if self._options.results:
            with self._options.results.open("a", encoding="utf-8") as log:
                log.write(json.dumps({"fault": fault.name, "line": fault.line, "how": how, "tests": len(tests)}) + "\n")


if __name__ == "__main__":
    sys.exit(main())
