"""Events remembered in a table of a database."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

from xi_sdk_resellers._process.fork import tell_after_fork
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError
from xi_sdk_resellers.webhooks.stores import Claim

_HOUR = 3_600_000
_ROUNDS = 5
"""How often an event is asked for that others lend and give back in between."""


class SqlEventStore:
    """Remembers events in a table, for many hosts. Needs the extra: ``pip install "xi-resellers[sql]"``.

    Works with every database that SQLAlchemy knows, and with the table alone: no locks are held while an
    event is handled. The table is made when it is not there. Times are those of the hosts, whose clocks
    must agree within much less than a lease.

    Args:
        database: URL such as ``postgresql+psycopg://host/shop`` or ``sqlite:///events.db``, or an ``Engine``. A
            process that forks takes care of its own engine; one that was made from a URL looks after itself.
        table: name of the table.
        keep: seconds for which a taken event is remembered.
        clock: the time in seconds since 1970.

    Raises:
        ApiValueError: the ``sqlalchemy`` package or the database's driver is missing, the URL makes no sense, or
            ``keep`` is not above 0.
        ApiTypeError: the engine is one for asyncio.
    """

    def __init__(
        self,
        database: Any,
        *,
        table: str = "xi_webhook_events",
        keep: float = 7 * 86400.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        if not keep > 0:
            raise ApiValueError(f"keep must be above 0 seconds, not {keep!r}")
        if type(database).__module__.startswith("sqlalchemy.ext.asyncio"):
            raise ApiTypeError("database is an engine that blocks; an asynchronous receiver uses it in a thread")
        self._sql: Any = _package()
        self._keep = int(keep * 1000)
        self._clock = clock
        self._own = not hasattr(database, "begin")
        self._engine: Any = _connect(self._sql, database) if self._own else database
        self.table: Any = _table(self._sql, table)
        """The table, as SQLAlchemy sees it: for migrations of your own."""
        self._lock = threading.Lock()
        self._ready = False
        self._prune_at = 0
        tell_after_fork(self)

    def after_fork(self) -> None:
        """Leave the parent's connections to the parent."""
        self._lock = threading.Lock()
        if self._own:
            self._engine.dispose(close=False)

    def __repr__(self) -> str:
        return f"SqlEventStore(table={self.table.name!r}, dialect={self._engine.dialect.name!r})"

    def close(self) -> None:
        """Close the connections, if the store has made them."""
        if self._own:
            self._engine.dispose()

    def begin(self, event_id: str, holder: str, lease: float) -> Claim:
        """Lend an event. See :meth:`EventStore.begin`.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be reached.
        """
        self._prepare()
        for _ in range(_ROUNDS):
            now = self._now()
            ends = now + max(1, int(lease * 1000))
            if self._insert(event_id, holder, ends):
                return Claim("yours")
            with self._engine.begin() as connection:
                # What has ended is free: a lease of somebody who was killed, or a mark that is old enough.
                over = self._row(event_id) & (self.table.c.ends <= now)
                if connection.execute(self.table.update().where(over).values(holder=holder, ends=ends)).rowcount == 1:
                    return Claim("yours")
                columns = self._sql.select(self.table.c.holder, self.table.c.ends)
                found = connection.execute(columns.where(self._row(event_id))).first()
            if found is not None:
                return Claim("taken") if found.holder is None else Claim("busy", max(0, found.ends - now) / 1000)
        return Claim("busy", 1.0)

    def done(self, event_id: str, holder: str) -> bool:
        """Remember an event as taken. See :meth:`EventStore.done`.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be reached.
        """
        now = self._now()
        mine = self._row(event_id) & (self.table.c.holder == holder)
        with self._engine.begin() as connection:
            taken = self.table.update().where(mine).values(holder=None, ends=now + self._keep)
            marked: bool = connection.execute(taken).rowcount == 1
        # No row: the lease had ended, and whoever had the event after that gave it back.
        marked = marked or self._insert(event_id, None, now + self._keep)
        self._prune(now)
        return marked

    def release(self, event_id: str, holder: str) -> None:
        """Make an event free again. See :meth:`EventStore.release`.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be reached.
        """
        with self._engine.begin() as connection:
            connection.execute(self.table.delete().where(self._row(event_id) & (self.table.c.holder == holder)))

    def _now(self) -> int:
        return int(self._clock() * 1000)

    def _row(self, event_id: str) -> Any:
        return self.table.c.event_key == _key(event_id)

    def _insert(self, event_id: str, holder: str | None, ends: int) -> bool:
        """Add the row of an event; False when there is one."""
        row = {"event_key": _key(event_id), "event_id": _shown(event_id), "holder": holder, "ends": ends}
        try:
            with self._engine.begin() as connection:
                connection.execute(self.table.insert().values(row))
        except self._sql.exc.IntegrityError:
            return False
        return True

    def _prepare(self) -> None:
        """Make the table when it is not there; others may make it at the same moment."""
        if self._ready:
            return
        with self._lock:
            if not self._there():
                try:
                    self.table.create(self._engine)
                except self._sql.exc.SQLAlchemyError:
                    if not self._there():
                        raise
            self._ready = True

    def _there(self) -> bool:
        return bool(self._sql.inspect(self._engine).has_table(self.table.name))

    def _prune(self, now: int) -> None:
        """Drop the rows that have ended, at most once in an hour."""
        if now < self._prune_at:
            return
        self._prune_at = now + _HOUR
        with self._engine.begin() as connection:
            connection.execute(self.table.delete().where(self.table.c.ends <= now))


def _key(event_id: str) -> str:
    """Name an event so that neither its length nor a database's idea of letter case matters."""
    return hashlib.sha256(event_id.encode("utf-8", "surrogatepass")).hexdigest()


def _shown(event_id: str) -> str:
    """Write an event ID for people who look into the table."""
    return "".join(each if " " <= each <= "~" else "?" for each in event_id[:255])


def _table(sql: Any, name: str) -> Any:
    return sql.Table(
        name,
        sql.MetaData(),
        sql.Column("event_key", sql.String(64), primary_key=True),
        sql.Column("event_id", sql.String(255), nullable=False),
        # The holder while the event is handled; nobody when it is taken.
        sql.Column("holder", sql.String(64), nullable=True),
        # Milliseconds since 1970 at which the lease, or the memory of a taken event, is over.
        sql.Column("ends", sql.BigInteger, nullable=False, index=True),
    )


def _package() -> Any:
    try:
        return import_module("sqlalchemy")
    except ImportError:
        raise ApiValueError('SqlEventStore needs SQLAlchemy: pip install "xi-resellers[sql]"') from None


def _connect(sql: Any, url: Any) -> Any:
    try:
        return sql.create_engine(url, pool_pre_ping=True)
    except ImportError as error:
        raise ApiValueError(f"the driver of the database is missing: {error}") from None
    except sql.exc.ArgumentError:
        # Not its text: that repeats the URL, which may hold a password.
        raise ApiValueError("database is neither a URL that SQLAlchemy understands nor an Engine") from None
