"""The places of a connection pool: who has one, and which connections wait to be used again.

urllib3 keeps its connections in a queue and counts what is in it. An exception from outside (Ctrl-C, a signal handler,
another thread) that strikes between taking out and putting back makes the pool smaller for ever. Here each place is
lent to an attempt by name, so that whoever sees the attempt end can take it back, any number of times.
"""

from __future__ import annotations

import threading
from collections import deque
from queue import Empty
from time import monotonic
from typing import Any, cast

from urllib3.exceptions import ClosedPoolError

from xi_sdk_resellers._transport.blocking.attempt import Attempt, current

_LOOK = 0.25
"""Seconds after which one who waits looks by itself: who was to wake it may have been cut off."""


class Places:
    """Stands in for the queue of a urllib3 pool.

    All that is done under the lock is done in single steps that leave a sound state behind, and the lock is only ever
    taken by ``with``, which no exception from outside can leave locked. A raw response that nobody has closed gives its
    place back when it is collected as garbage: that may be while this very thread holds the lock.

    Args:
        maxsize: most connections at one time.
    """

    def __init__(self, maxsize: int) -> None:
        self.maxsize = maxsize
        self.closed = False
        self._idle: list[Any] = []
        self._lent: dict[Attempt | None, None] = {}
        self._waiting: deque[threading.Lock] = deque()
        self._lock = threading.RLock()

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """Lend a place to the attempt that is made right now.

        Args:
            block: False to take a connection out for good, when there is one.
            timeout: most seconds to wait for a place; None for ever.

        Returns:
            A connection to use again; None to make one.

        Raises:
            queue.Empty: no place became free in time.
            ClosedPoolError: the pool was closed.
        """
        attempt = current.get()
        end = None if timeout is None else monotonic() + timeout
        waiter: threading.Lock | None = None
        try:
            while True:
                with self._lock:
                    if not block:
                        if not self._idle:
                            raise Empty
                        return self._idle.pop()
                    if self.closed:
                        raise ClosedPoolError(cast("Any", self), "the pool is closed")
                    if len(self._lent) < self.maxsize:
                        return self._lend(attempt)
                    if waiter is None:
                        waiter = threading.Lock()
                        waiter.acquire()
                        self._waiting.append(waiter)
                left = _LOOK if end is None else min(_LOOK, end - monotonic())
                if left <= 0:
                    raise Empty
                if waiter.acquire(timeout=left):
                    waiter = None
        finally:
            if waiter is not None:
                self._leave(waiter)

    def _leave(self, waiter: threading.Lock) -> None:
        """Wait no longer; a call to wake up that has come already is for the next one."""
        with self._lock:
            try:
                self._waiting.remove(waiter)
            except ValueError:
                self._wake()

    def _lend(self, attempt: Attempt | None) -> Any:
        self._lent[attempt] = None
        last = len(self._idle) - 1
        if last < 0:
            return None
        connection = self._idle[last]
        connection.attempt = attempt
        if attempt is not None:
            attempt.connection = connection
        del self._idle[last]  # not the last any more, when garbage was collected just now
        return connection

    def put(self, connection: Any, block: bool = True) -> None:
        """Take a place back, with its connection if that can be used again. A second time means nothing."""
        with self._lock:
            attempt: Attempt | None = current.get() if connection is None else getattr(connection, "attempt", None)
            if attempt not in self._lent:
                return
            if connection is not None:
                self._idle.append(connection)
                if attempt is not None:
                    attempt.connection = None  # else it is lost, and closed when the attempt is taken back
            del self._lent[attempt]
            self._wake()

    def take_back(self, attempt: Attempt) -> Any:
        """Take the place of an attempt back, however far it had got.

        Returns:
            The connection to close, when the attempt still had one.
        """
        with self._lock:
            connection = attempt.connection
            kept = any(idle is connection for idle in self._idle)
            mine = connection is not None and not kept and connection.attempt is attempt
            attempt.connection = None
            if self._lent.pop(attempt, attempt) is None:
                self._wake()
            return connection if mine else None

    def _wake(self) -> None:
        """Let the one who has waited longest look again."""
        if self._waiting:
            self._waiting.popleft().release()

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._lock:
            self.closed = True
            while self._waiting:
                self._waiting.popleft().release()

    def after_fork(self) -> None:
        """Forget, in a child process, the attempts of its parent, and a lock that nobody will give back."""
        self._lock = threading.RLock()
        self._waiting.clear()
        self._lent.clear()

    def qsize(self) -> int:
        """Return how many places are free."""
        return self.maxsize - len(self._lent)
