"""A journal in any database that SQLAlchemy knows, for many hosts."""

from __future__ import annotations

import os
from datetime import datetime
from time import time
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._journal.entry import JournalEntry, JournalState
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from sqlalchemy import Engine, Table

_CLOCKS = {
    "postgresql": "SELECT extract(epoch FROM clock_timestamp())",
    "mysql": "SELECT unix_timestamp(now(6))",
    "mariadb": "SELECT unix_timestamp(now(6))",
}
"""How to ask a database for its time in seconds since 1970."""
_PATIENCE: dict[str, dict[str, Any]] = {
    "psycopg": {"connect_timeout": 5, "options": "-c statement_timeout=5000", "tcp_user_timeout": 10_000},
    "psycopg2": {"connect_timeout": 5, "options": "-c statement_timeout=5000", "tcp_user_timeout": 10_000},
    "pysqlite": {"timeout": 5},
    "pymysql": {"connect_timeout": 5, "read_timeout": 5, "write_timeout": 5},
}
"""So that a database that does not answer is noticed."""


class SqlJournal:
    """Keeps a journal in a database, for many hosts. Needs the extra: ``pip install "xi-resellers[sql]"``.

    Each write is a transaction of its own, and as durable as the database makes a committed one. Leases are measured by
    the database's clock (PostgreSQL, MySQL, MariaDB; others by this host's), because those of hosts differ.

    Args:
        database: URL of the database, such as ``postgresql+psycopg://user@host/name``, or an Engine.
        table: the name of the table; made when it is not there.

    Raises:
        ApiValueError: SQLAlchemy or the database's driver is missing, or the URL makes no sense.
        sqlalchemy.exc.SQLAlchemyError: the database cannot be reached.
    """

    def __init__(self, database: str | Engine, *, table: str = "xi_changes") -> None:
        self._engine = _engine(database)
        self._table: Table = _table(table)
        self._pid = os.getpid()
        self._make_table()

    def __repr__(self) -> str:
        return f"SqlJournal({self._engine.url!r})"

    def now(self) -> float:
        """Return the database's time."""
        from sqlalchemy import text

        question = _CLOCKS.get(self._engine.dialect.name)
        if question is None:
            return time()
        with self._own_engine().connect() as connection:
            return float(connection.execute(text(question)).scalar_one())

    def read(self, key: str) -> JournalEntry | None:
        """Return the entry under a key, or None. See :meth:`Journal.read`.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database does not answer.
        """
        table = self._table
        with self._own_engine().connect() as connection:
            found = connection.execute(table.select().where(table.c.key == key)).first()
        return None if found is None else JournalEntry.from_json(found.entry)

    def write(self, entry: JournalEntry, revision: int | None) -> bool:
        """Write an entry, unless somebody else has meanwhile. See :meth:`Journal.write`.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database does not take it.
        """
        from sqlalchemy.exc import IntegrityError

        table = self._table
        values = {"key": entry.key, "revision": entry.revision, "state": entry.state.value, "began": entry.began,
                  "written": self.now(), "entry": entry.to_json()}  # fmt: skip
        if revision is not None:
            change = table.update().where(table.c.key == entry.key, table.c.revision == revision).values(values)
            with self._own_engine().begin() as connection:
                return connection.execute(change).rowcount == 1
        try:
            with self._own_engine().begin() as connection:
                connection.execute(table.insert().values(values))
        except IntegrityError:
            return False
        return True

    def unresolved(self) -> list[JournalEntry]:
        """List the entries that are open, the oldest first.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database does not answer.
        """
        table = self._table
        wanted = table.select().where(table.c.state == JournalState.OPEN.value).order_by(table.c.began, table.c.key)
        with self._own_engine().connect() as connection:
            return [JournalEntry.from_json(row.entry) for row in connection.execute(wanted)]

    def prune(self, before: datetime) -> int:
        """Delete entries that are not open and were written last before this time; return how many.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database does not take it.
        """
        table = self._table
        old = table.delete().where(table.c.state != JournalState.OPEN.value, table.c.written < before.timestamp())
        with self._own_engine().begin() as connection:
            return connection.execute(old).rowcount

    def close(self) -> None:
        """Close all connections; they are opened again when they are needed."""
        self._own_engine().dispose()

    def _own_engine(self) -> Engine:
        """Give the engine; in a child process without the connections of its parent, which it must not close."""
        if self._pid != os.getpid():
            self._pid = os.getpid()
            self._engine.dispose(close=False)
        return self._engine

    def _make_table(self) -> None:
        from sqlalchemy import inspect
        from sqlalchemy.exc import SQLAlchemyError

        try:
            self._table.metadata.create_all(self._engine)
        except SQLAlchemyError:
            # Two that make it at once: the slower one fails, and it is there.
            if not inspect(self._engine).has_table(self._table.name):
                raise


def _engine(database: str | Engine) -> Engine:
    try:
        from sqlalchemy import Engine, create_engine, event, make_url
        from sqlalchemy.exc import ArgumentError
    except ImportError:
        raise ApiValueError('SqlJournal needs SQLAlchemy 2: pip install "xi-resellers[sql]"') from None
    if isinstance(database, Engine):
        return database
    if not isinstance(database, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiTypeError(f"database must be a URL or an Engine, not {type(database).__name__}")
    try:
        url = make_url(database)
        driver = url.get_dialect().driver
        made = create_engine(url, pool_pre_ping=True, connect_args=dict(_PATIENCE.get(driver, {})))
    except (ArgumentError, ImportError) as error:
        raise ApiValueError(f"database is not a URL that SQLAlchemy can use: {error}") from None
    if made.dialect.name == "sqlite":
        event.listen(made, "connect", _make_durable)
    return made


def _make_durable(connection: Any, _: object) -> None:
    """Let SQLite keep what was committed, whatever happens."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def _table(name: str) -> Table:
    from sqlalchemy import Column, Double, Integer, MetaData, String, Table, Text

    return Table(
        name,
        MetaData(),
        Column("key", String(255), primary_key=True),
        Column("revision", Integer, nullable=False),
        Column("state", String(20), nullable=False, index=True),
        Column("began", Double, nullable=False),
        Column("written", Double, nullable=False),
        Column("entry", Text, nullable=False),
    )
