"""Who remembers which events are taken, and which are being handled: the protocol, and a store in memory."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Literal, NamedTuple, Protocol

from xi_sdk_resellers._process.fork import tell_after_fork
from xi_sdk_resellers.exceptions import ApiValueError


class Claim(NamedTuple):
    """What a store answers to somebody who wants to handle an event."""

    state: Literal["yours", "busy", "taken"]
    """``yours``: handle it. ``busy``: somebody else is at it. ``taken``: it was handled before."""
    seconds: float = 0.0
    """When it is busy: how long the other one has it at most."""


class EventStore(Protocol):
    """Remembers events for all receivers that share it. Safe to use from many threads, processes or hosts.

    An event is lent to one holder at a time, for the seconds of a lease. A lease ends by itself, so that
    the event of a receiver that was killed can be taken when it comes again.
    """

    def begin(self, event_id: str, holder: str, lease: float) -> Claim:
        """Lend an event, unless it is taken or lent already; all in one step.

        Args:
            event_id: the ID of the event.
            holder: a name that nobody else has or had; only this one can end the lease.
            lease: seconds after which the event is free again if nothing more is heard.

        Returns:
            Whether the holder has the event now.
        """
        ...

    def done(self, event_id: str, holder: str) -> bool:
        """Remember an event as taken, unless another holder has it by now.

        Args:
            event_id: the ID of the event.
            holder: who handled it.

        Returns:
            True when the event is marked; False when the lease had ended and somebody else has the event.
        """
        ...

    def release(self, event_id: str, holder: str) -> None:
        """Make an event free again after its handling failed, if it is still the holder's.

        Args:
            event_id: the ID of the event.
            holder: who could not handle it.
        """
        ...


class _Lease(NamedTuple):
    holder: str
    ends: float


class MemoryEventStore:
    """Remembers events in this process, and forgets everything at a restart. Safe to share among threads.

    Several workers need a store that they share: :class:`RedisEventStore` or :class:`SqlEventStore`.

    Args:
        maxsize: how many taken events to remember, at least 1; the oldest go first.
        clock: seconds on a clock that never goes back.

    Raises:
        ApiValueError: ``maxsize`` is below 1.
    """

    def __init__(self, maxsize: int = 10_000, *, clock: Callable[[], float] = time.monotonic) -> None:
        if maxsize < 1:
            raise ApiValueError(f"maxsize must be at least 1, not {maxsize!r}")
        self.maxsize = maxsize
        self._clock = clock
        self._lock = threading.Lock()
        self._taken: OrderedDict[str, None] = OrderedDict()
        self._leases: dict[str, _Lease] = {}
        tell_after_fork(self)

    def after_fork(self) -> None:
        """Make the lock anew in a child process, and leave to the parent what the parent is handling."""
        self._lock = threading.Lock()
        self._leases = {}

    def begin(self, event_id: str, holder: str, lease: float) -> Claim:
        """Lend an event. See :meth:`EventStore.begin`."""
        with self._lock:
            now = self._clock()
            for ended in [known for known, lent in self._leases.items() if lent.ends <= now]:
                del self._leases[ended]
            if event_id in self._taken:
                return Claim("taken")
            lent = self._leases.get(event_id)
            if lent is not None:
                return Claim("busy", lent.ends - now)
            self._leases[event_id] = _Lease(holder, now + lease)
            return Claim("yours")

    def done(self, event_id: str, holder: str) -> bool:
        """Remember an event as taken. See :meth:`EventStore.done`."""
        with self._lock:
            lent = self._leases.get(event_id)
            if lent is not None and lent.holder != holder:
                return False
            self._leases.pop(event_id, None)
            self._taken[event_id] = None
            if len(self._taken) > self.maxsize:
                self._taken.popitem(last=False)
            return True

    def release(self, event_id: str, holder: str) -> None:
        """Make an event free again. See :meth:`EventStore.release`."""
        with self._lock:
            lent = self._leases.get(event_id)
            if lent is not None and lent.holder == holder:
                del self._leases[event_id]

    def __repr__(self) -> str:
        return f"MemoryEventStore(maxsize={self.maxsize}, taken={len(self._taken)}, in_progress={len(self._leases)})"


event_store: MemoryEventStore = MemoryEventStore()
"""The store of this process, used by :func:`receive` unless another is given."""
