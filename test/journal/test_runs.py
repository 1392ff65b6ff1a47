"""Runs: which process is at a change, and whether it lives."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from xi_sdk_resellers._journal.runs import alive, begin_run, end_run, where


def test_a_run_of_this_process_lives_until_it_ends() -> None:
    run = begin_run()
    assert alive(run) is True
    assert where(run).startswith(f"process {os.getpid()} on ")
    end_run(run)
    assert alive(run) is False
    end_run(run)


@contextmanager
def child_with_a_run() -> Iterator[tuple[int, str]]:
    """A process that is at something until it is killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, begin_run().encode())
        signal.pause()
        os._exit(0)
    try:
        yield child, os.read(reader, 1000).decode()
    finally:
        os.close(reader)
        os.close(writer)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_run_of_a_killed_process_is_dead() -> None:
    with child_with_a_run() as (child, run):
        assert alive(run) is True
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert alive(run) is False


@pytest.mark.skipif(not os.path.exists("/proc/self/stat"), reason="needs /proc")
def test_a_run_of_a_killed_process_that_nobody_has_collected_is_dead() -> None:
    with child_with_a_run() as (child, run):
        os.kill(child, signal.SIGKILL)
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)  # dead, and still in the list of processes
        assert alive(run) is False
        os.waitpid(child, 0)


def test_a_child_is_another_process_and_does_not_end_its_parents_runs() -> None:
    run = begin_run()
    child = os.fork()
    if child == 0:
        os._exit(0 if alive(run) and not begin_run().startswith(run.rpartition("/")[0]) else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert alive(run) is True
    end_run(run)


def changed(run: str, at: int, text: str) -> str:
    parts = run.split("/")
    parts[at] = text
    return "/".join(parts)


@pytest.mark.parametrize(
    ("at", "text", "expected"),
    [
        (0, "another-host", None),  # nobody can tell from here
        (1, "999999999", False),  # no such process
        (1, "1", False),  # there is one, started at another time
        (3, "another", False),  # this number, used again after a restart
        (1, "x", None),
    ],
)
def test_what_is_known_of_other_runs(at: int, text: str, expected: bool | None) -> None:
    run = begin_run()
    end_run(run)
    assert alive(changed(run, at, text)) is expected
    assert alive("something else") is None
    assert where("something else") == "something else"
