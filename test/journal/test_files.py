"""The journal in a file: whose it is, where it may be, and what happens when the disk is full."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from test.journal.test_journals import ENTRY
from xi_sdk_resellers.journal import SqliteJournal


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "journal"
    with SqliteJournal(path) as journal:
        journal.write(ENTRY, None)
        modes = {name.name: name.stat().st_mode & 0o777 for name in path.parent.iterdir()}
        assert set(modes.values()) == {0o600}
        assert len(modes) > 1  # the log as well
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs the list of open files")
def test_a_closed_journal_holds_no_file_open_and_opens_it_again(tmp_path: Path) -> None:
    def held() -> set[str]:
        names = (os.path.realpath(entry) for entry in Path("/proc/self/fd").iterdir())
        return {name for name in names if name.startswith(str(tmp_path))}

    journal = SqliteJournal(tmp_path / "journal")
    journal.write(ENTRY, None)
    assert held()
    for _ in range(2):
        journal.close()
        assert held() == set()
    assert journal.read(ENTRY.key) == ENTRY
    journal.close()


def test_a_file_that_others_may_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.touch(0o644)
    SqliteJournal(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_home_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    journal = SqliteJournal("~/journal")
    journal.close()
    assert (tmp_path / "journal").exists()
    assert "journal" in repr(journal)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("link", "pipe", "folder"):
        with pytest.raises(PermissionError, match="is no plain file"):
            SqliteJournal(tmp_path / name)


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "journal").write_bytes(b"something else" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        SqliteJournal(tmp_path / "journal")


def test_each_write_waits_for_the_disk(tmp_path: Path) -> None:
    with SqliteJournal(tmp_path / "journal") as journal, journal._open() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@contextmanager
def full_disk(path: Path) -> Iterator[None]:
    """Let no file of this process grow any more."""
    resource = pytest.importorskip("resource", reason="needs limits of processes")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = max(name.stat().st_size for name in path.parent.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with SqliteJournal(path) as journal:
        assert journal.write(ENTRY, None)
        large = [replace(ENTRY, key=f"order-{count}", before="x" * 10_000) for count in range(100)]
        with full_disk(path), pytest.raises(sqlite3.OperationalError):
            assert all(journal.write(entry, None) for entry in large)
        assert journal.read("order-1") == ENTRY
        assert journal.write(replace(ENTRY, key="after"), None)


def test_a_file_that_somebody_else_writes_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with SqliteJournal(path, timeout=30) as journal, SqliteJournal(path) as other:
        held, done = threading.Event(), threading.Event()

        def hold() -> None:
            with other._open() as connection:
                connection.execute("BEGIN IMMEDIATE")
                held.set()
                done.wait(0.2)
                connection.execute("COMMIT")

        thread = threading.Thread(target=hold)
        thread.start()
        held.wait(10)
        assert journal.write(ENTRY, None)
        thread.join()
    with SqliteJournal(path, timeout=0.01) as journal, SqliteJournal(path) as other, other._open() as connection:
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            journal.write(replace(ENTRY, key="order-2"), None)
        connection.execute("ROLLBACK")


def test_many_processes_open_a_new_file_at_once(tmp_path: Path) -> None:
    children = []
    for count in range(12):
        child = os.fork()
        if child == 0:
            done = False
            try:
                done = SqliteJournal(tmp_path / "journal").write(replace(ENTRY, key=f"order-{count}"), None)
            finally:
                os._exit(0 if done else 1)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 12
    with SqliteJournal(tmp_path / "journal") as journal:
        assert len(journal.unresolved()) == 12


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_child_opens_the_file_anew_and_leaves_the_parents_connection_alone(tmp_path: Path) -> None:
    with SqliteJournal(tmp_path / "journal") as journal:
        assert journal.write(ENTRY, None)
        mine = journal._connection
        assert mine is not None
        child = os.fork()
        if child == 0:
            code = 1
            try:
                fresh = journal._connection is None and journal.read(ENTRY.key) == ENTRY
                code = 0 if fresh and journal._connection is not mine else 1
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert journal._connection is mine
        assert journal.read(ENTRY.key) == ENTRY
