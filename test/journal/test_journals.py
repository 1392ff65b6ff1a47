"""What every journal keeps: entries, revisions, what is open, and all of it through crashes."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from xi_sdk_resellers.journal import Journal, JournalEntry, JournalState

ENTRY = JournalEntry(
    key="order-1",
    operation="place",
    host="https://api.example",
    account="20-222222",
    country="US",
    number="PO-Ü1",
    digest="d" * 32,
    lines=2,
    pieces=5,
    parts="p" * 32,
    correlation_id="c" * 32,
    began=1_790_000_000.25,
    sent=1_790_000_001.5,
    runs=1,
    owner="host/1/2/3/4",
    lease=1_790_000_300.125,
    order_numbers=("20-1", "20-2"),
    confirmation="C-1",
    before='{"lines": []}',
    revision=1,
)


def test_an_entry_is_kept_as_it_is(journal: Journal, make_journal: Callable[[], Journal]) -> None:
    assert journal.read("order-1") is None
    assert journal.write(ENTRY, None)
    assert journal.read("order-1") == ENTRY
    assert make_journal().read("order-1") == ENTRY  # by another process, too
    assert journal.read("order-2") is None


def test_only_one_of_two_writes_an_entry(journal: Journal, make_journal: Callable[[], Journal]) -> None:
    other = make_journal()
    assert journal.write(ENTRY, None)
    assert not other.write(replace(ENTRY, owner="other"), None)
    assert other.write(replace(ENTRY, owner="other", revision=2), 1)
    assert not journal.write(replace(ENTRY, revision=2), 1)
    assert not journal.write(replace(ENTRY, key="nothing", revision=2), 1)
    found = journal.read("order-1")
    assert found is not None
    assert (found.owner, found.revision) == ("other", 2)


def test_of_many_threads_one_writes_each_revision(make_journal: Callable[[], Journal]) -> None:
    journals = [make_journal() for _ in range(3)]
    won: list[int] = []

    def work(journal: Journal, number: int) -> None:
        for revision in range(10):
            mine = replace(ENTRY, revision=revision + 1, runs=number)
            won.extend([revision] if journal.write(mine, revision or None) else [])

    threads = [threading.Thread(target=work, args=(journals[count % 3], count)) for count in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == list(range(10))


def test_what_is_open_is_listed_from_the_oldest_on(journal: Journal) -> None:
    for count, state in enumerate(JournalState):
        for age in (2, 1):
            entry = replace(ENTRY, key=f"{state}-{age}", state=state, began=1000.0 + count - age)
            assert journal.write(entry, None)
    assert [entry.key for entry in journal.unresolved()] == ["open-2", "open-1"]
    closed = replace(ENTRY, key="open-2", state=JournalState.DONE, revision=2)
    assert journal.write(closed, 1)
    assert [entry.key for entry in journal.unresolved()] == ["open-1"]


def test_pruning_deletes_what_is_over(journal: Journal) -> None:
    for state in JournalState:
        assert journal.write(replace(ENTRY, key=str(state), state=state), None)
    now = datetime.fromtimestamp(journal.now(), timezone.utc)
    assert journal.prune(now - timedelta(minutes=1)) == 0
    assert journal.prune(now + timedelta(minutes=1)) == len(JournalState) - 1
    assert [entry.key for entry in journal.unresolved()] == ["open"]
    assert journal.read("done") is None


def test_the_time_is_about_that_of_everybody(journal: Journal) -> None:
    assert abs(journal.now() - datetime.now(timezone.utc).timestamp()) < 60


@pytest.mark.parametrize("kills", [1, 7, 20])
def test_what_was_written_when_a_process_is_killed_is_there(make_journal: Callable[[], Journal], kills: int) -> None:
    """The child says of each write that it was made; it is killed at some of them, in the middle of the next one."""
    journal = make_journal()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            mine = make_journal()
            for count in range(10_000):
                if mine.write(replace(ENTRY, key=f"order-{count}"), None):
                    os.write(writer, b"%d\n" % count)
        finally:
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader) as said:
        told = [int(said.readline()) for _ in range(kills)]
        os.kill(child, signal.SIGKILL)
        told += [int(line) for line in said if line.endswith("\n")]
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    there = {entry.key for entry in journal.unresolved()}
    assert {f"order-{count}" for count in told} <= there
    assert len(there) <= len(told) + 1
    assert journal.write(replace(ENTRY, key="after"), None)


def test_a_child_has_a_connection_of_its_own(journal: Journal) -> None:
    assert journal.write(ENTRY, None)
    child = os.fork()
    if child == 0:
        done = False
        try:
            done = journal.write(replace(ENTRY, revision=2, owner="child"), 1)
        finally:
            os._exit(0 if done else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    found = journal.read("order-1")
    assert found is not None
    assert found.owner == "child"
    assert journal.write(replace(ENTRY, revision=3), 2)


def test_a_journal_goes_on_after_it_was_closed(journal: Journal) -> None:
    assert journal.write(ENTRY, None)
    journal.close()  # type: ignore[attr-defined]
    assert journal.read("order-1") == ENTRY
