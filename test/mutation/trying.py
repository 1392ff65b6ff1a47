"""Run tests with a fault, in a process of their own: forked from one that has loaded and collected everything."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType

import pytest

from test.mutation.faults import Fault, in_a_body
from test.mutation.watching import Reach

HANGS = 10
"""Seconds after which a test counts as hanging."""
_CHOSEN = "XI_CHOSEN_TESTS"


def copy_of(root: Path, folder: Path) -> Path:
    """Copy the tree, with what is not committed yet."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        if (root / name).is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((root / name).read_bytes())
    return folder


class Trial:
    """Runs collected tests with faults.

    Args:
        tree: the copy of the tree.
        session: what pytest has collected there.
        reach: what is known about the tests.
    """

    def __init__(self, tree: Path, session: pytest.Session, reach: Reach) -> None:
        self._tree = tree
        self._items = {item.nodeid: item for item in session.items}
        self._reach = reach
        self._failed = tree / "failed"
        self._sound: set[str] = set()
        self._unsound: set[str] = set()

    def noticed(self, fault: Fault, tests: Sequence[str]) -> str | None:
        """Run tests with a fault.

        Returns:
            Which test has noticed it, or that the time was up; None when it was not noticed.
        """
        chosen = [test for test in tests if test in self._items and test not in self._unsound]
        while chosen:
            how = self._try(fault, chosen)
            if how not in self._items or self._is_sound(how):
                return how
            chosen.remove(how)
        return None

    def _is_sound(self, test: str) -> bool:
        """Tell whether a test passes without a fault, now and here."""
        if test not in self._sound:
            self._failed.unlink(missing_ok=True)
            code = _in_a_child(lambda: self._run([test]), 3 * HANGS + 4 * self._reach.seconds[test])
            (self._sound if code == 0 else self._unsound).add(test)
        return test in self._sound

    def _try(self, fault: Fault, chosen: Sequence[str]) -> str | None:
        limit = 3 * HANGS + 4 * sum(self._reach.seconds[test] for test in chosen)
        path = self._tree / fault.path
        kept = path.read_bytes()
        self._failed.unlink(missing_ok=True)
        # Also for the processes that tests start.
        path.write_text(fault.source, encoding="utf-8")
        for stale in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            stale.unlink()
        try:
            if in_a_body(kept.decode(), fault.line):

                def work() -> int:
                    put_in(str(path), kept.decode(), fault.source)
                    return self._run(chosen)

                code = _in_a_child(work, limit)
            else:
                code = self._run_anew(chosen, limit)
        finally:
            path.write_bytes(kept)
        if code == 0:
            return None
        if code is None:
            return "time"
        return self._failed.read_text(encoding="utf-8") if self._failed.exists() else f"exit {code}"

    def _run(self, chosen: Sequence[str]) -> int:
        """Run tests until one fails."""
        failures: list[str] = []
        items = [self._items[test] for test in chosen]
        items[0].config.pluginmanager.register(_Listener(failures))
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for the rest of the process
        for item, following in zip(items, [*items[1:], None], strict=True):
            faulthandler.dump_traceback_later(HANGS, exit=True, file=nowhere)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if failures:
                self._failed.write_text(failures[0], encoding="utf-8")
                return 1
        return 0

    def _run_anew(self, chosen: Sequence[str], limit: float) -> int | None:
        """Run tests in a new interpreter: what is done at the import cannot be done again."""
        files = dict.fromkeys(test.partition("::")[0] for test in chosen)
        command = [sys.executable, "-m", "pytest", "-qx", "-p", "no:cacheprovider", "-p", __name__, *files]
        command += ["-o", f"faulthandler_timeout={HANGS}", "--tb=no"]
        kept = self._tree / "chosen"
        kept.write_text("\n".join(chosen), encoding="utf-8")
        environment = {**os.environ, _CHOSEN: str(kept)}

        def work() -> int:
            return subprocess.run(command, cwd=self._tree, env=environment, check=False).returncode

        return _in_a_child(work, limit + 2 * HANGS)


class _Listener:
    """A plugin of pytest that writes down failures."""

    def __init__(self, failures: list[str]) -> None:
        self._failures = failures

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Look at a report."""
        if report.failed:
            self._failures.append(report.nodeid)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """As a plugin of a new interpreter: say which test has failed."""
    if report.failed:
        Path(os.environ[_CHOSEN]).with_name("failed").write_text(report.nodeid, encoding="utf-8")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """As a plugin of a new interpreter: run the chosen tests in their order."""
    order = {test: at for at, test in enumerate(Path(os.environ[_CHOSEN]).read_text(encoding="utf-8").splitlines())}
    items[:] = sorted((item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid])


def put_in(path: str, before: str, after: str) -> None:
    """Give the loaded functions of a file the code of another version of it."""
    new = dict(_codes(compile(after, path, "exec")))
    changed = {key: new[key] for key, code in _codes(compile(before, path, "exec")) if key in new and new[key] != code}
    for found in gc.get_objects():
        if isinstance(found, FunctionType) and found.__code__.co_filename == path:
            code = changed.get(_key(found.__code__))
            if code is not None:
                found.__code__ = code


def _codes(code: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield _key(constant), constant
            yield from _codes(constant)


def _key(code: CodeType) -> tuple[str, int]:
    # A fault is written in its line or lines, so that the functions after it may have moved: their number says which.
    return code.co_qualname, code.co_argcount


def _in_a_child(work: Callable[[], int], limit: float) -> int | None:
    """Run a function in a forked process; gives its exit code, None when the time is up."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = 99
        try:
            os.setsid()
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nowhere, stream)
            os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
            sys.dont_write_bytecode = True
            code = work()
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    end = time.monotonic() + limit
    try:
        while True:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            if time.monotonic() > end:
                break
            time.sleep(0.01)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None
