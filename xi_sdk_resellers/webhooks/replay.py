"""Take every event once."""

from __future__ import annotations

import threading
from collections import OrderedDict

from xi_sdk_resellers.exceptions import ApiValueError
from xi_sdk_resellers.webhooks import shapes as shapes


class ReplayGuard:
    """Remember event IDs in memory, so that each event is taken once. Safe to share among threads.

    For :func:`parse`, which remembers an event before it is handled; :func:`receive` and its stores do so
    afterwards. The guard knows one process and forgets everything at a restart. Any function that tells
    whether an ID is already known and remembers it can stand in its place, for example
    ``lambda event_id: not redis.set(f"xi:{event_id}", 1, nx=True, ex=7 * 86400)``.

    Args:
        maxsize: how many event IDs to remember, at least 1; the oldest go first.
    """

    def __init__(self, maxsize: int = 10_000) -> None:
        if maxsize < 1:
            raise ApiValueError(f"maxsize must be at least 1, not {maxsize!r}")
        self.maxsize = maxsize
        self._lock = threading.Lock()
        self._seen: OrderedDict[str, None] = OrderedDict()

    def __call__(self, event_id: str) -> bool:
        """Tell whether the event ID is known, and remember it."""
        with self._lock:
            if event_id in self._seen:
                return True
            self._seen[event_id] = None
            if len(self._seen) > self.maxsize:
                self._seen.popitem(last=False)
            return False

    def forget(self, event_id: str) -> None:
        """Make the event welcome again, after handling it failed and the sender was told so (5xx).

        Args:
            event_id: the ID of the event; one that is not known is fine.
        """
        with self._lock:
            self._seen.pop(event_id, None)

    def __len__(self) -> int:
        return len(self._seen)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"ReplayGuard(maxsize={self.maxsize}, known={len(self)})"


replay_guard: ReplayGuard = ReplayGuard()
"""The guard of this process, used by :func:`parse` unless another is given."""
