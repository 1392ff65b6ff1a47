"""A journal in an SQLite file, on the standard library."""

from __future__ import annotations

import contextlib
import os
import stat
import threading
from collections.abc import Generator
from datetime import datetime
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from xi_sdk_resellers._journal.entry import JournalEntry, JournalState
from xi_sdk_resellers._process.fork import tell_after_fork
from xi_sdk_resellers._process.loading import load

if TYPE_CHECKING:
    import sqlite3

_TABLE = (
    "CREATE TABLE IF NOT EXISTS changes (key TEXT PRIMARY KEY, revision INTEGER NOT NULL, state TEXT NOT NULL, "
    "began REAL NOT NULL, written REAL NOT NULL, entry TEXT NOT NULL) WITHOUT ROWID"
)
_INDEX = "CREATE INDEX IF NOT EXISTS changes_open ON changes (began) WHERE state = 'open'"


class SqliteJournal:
    """Keeps a journal in one file, for all processes and threads of one host.

    Each write is on the disk when it returns (write-ahead log, ``synchronous=FULL``). The file can be read by its owner
    only. It must lie on a disk of this host: SQLite's log does not work on network shares.

    Args:
        path: the file; made when it is not there, as is the folder above it. ``~`` is your home.
        timeout: seconds to wait while another process writes.

    Raises:
        OSError: the file cannot be made, or is no plain file of one's own.
        sqlite3.Error: it is no database.
    """

    def __init__(self, path: str | os.PathLike[str], *, timeout: float = 5.0) -> None:
        self._path = Path(path).expanduser()
        self._timeout = timeout
        self._connection: sqlite3.Connection | None = None
        self._of_parents: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        _make_file(self._path)
        with self._open():
            pass
        tell_after_fork(self)

    def __enter__(self) -> SqliteJournal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        connection: sqlite3.Connection | None = getattr(self, "_connection", None)
        if connection is not None:
            connection.close()

    def after_fork(self) -> None:
        """Leave the parent's connection alone in a child process: it must neither be used nor closed there."""
        self._lock = threading.Lock()
        if self._connection is not None:
            self._of_parents.append(self._connection)
            self._connection = None

    def __repr__(self) -> str:
        return f"SqliteJournal({str(self._path)!r})"

    def now(self) -> float:
        """Return this host's time."""
        return time()

    def read(self, key: str) -> JournalEntry | None:
        """Return the entry under a key, or None. See :meth:`Journal.read`.

        Raises:
            sqlite3.Error: the file cannot be read.
        """
        with self._open() as connection:
            row = connection.execute("SELECT entry FROM changes WHERE key = ?", (key,)).fetchone()
        return None if row is None else JournalEntry.from_json(row[0])

    def write(self, entry: JournalEntry, revision: int | None) -> bool:
        """Write an entry, unless somebody else has meanwhile. See :meth:`Journal.write`.

        Raises:
            sqlite3.Error: the file cannot be written; the disk may be full.
        """
        values = (entry.revision, entry.state.value, entry.began, time(), entry.to_json(), entry.key)
        with self._open() as connection:
            if revision is None:
                done = connection.execute(
                    "INSERT INTO changes (revision, state, began, written, entry, key) VALUES (?, ?, ?, ?, ?, ?) "
                    "ON CONFLICT (key) DO NOTHING",
                    values,
                )
            else:
                done = connection.execute(
                    "UPDATE changes SET revision = ?, state = ?, began = ?, written = ?, entry = ? "
                    "WHERE key = ? AND revision = ?",
                    (*values, revision),
                )
            return done.rowcount == 1

    def unresolved(self) -> list[JournalEntry]:
        """List the entries that are open, the oldest first.

        Raises:
            sqlite3.Error: the file cannot be read.
        """
        with self._open() as connection:
            rows = connection.execute("SELECT entry FROM changes WHERE state = 'open' ORDER BY began, key").fetchall()
        return [JournalEntry.from_json(row[0]) for row in rows]

    def prune(self, before: datetime) -> int:
        """Delete entries that are not open and were written last before this time; return how many.

        Raises:
            sqlite3.Error: the file cannot be written.
        """
        with self._open() as connection:
            done = connection.execute(
                "DELETE FROM changes WHERE state <> ? AND written < ?", (JournalState.OPEN.value, before.timestamp())
            )
            return done.rowcount

    def close(self) -> None:
        """Close the file; it is opened again when it is needed."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextlib.contextmanager
    def _open(self) -> Generator[sqlite3.Connection]:
        """Give the connection to one thread at a time. Each statement is a transaction of its own."""
        with self._lock:
            if self._connection is None:
                self._connection = self._connect()
            yield self._connection

    def _connect(self) -> sqlite3.Connection:
        # A library that only those need who keep such a journal.
        connect = load("sqlite3").connect
        connection: sqlite3.Connection = connect(
            self._path, timeout=self._timeout, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(_TABLE)
            connection.execute(_INDEX)
        except BaseException:
            connection.close()
            raise
        return connection


def _make_file(path: Path) -> None:
    """Make the file for its owner alone; its folder keeps it through a power failure."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        found = os.stat(path, follow_symlinks=False)
        if not stat.S_ISREG(found.st_mode):
            raise PermissionError(f"{path} is no plain file") from None
        if hasattr(os, "getuid") and found.st_uid != os.getuid():
            raise PermissionError(f"{path} belongs to somebody else") from None
        if found.st_mode & 0o077:
            os.chmod(path, 0o600)
        return
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
