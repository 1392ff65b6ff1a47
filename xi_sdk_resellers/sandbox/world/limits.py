"""How many calls an endpoint takes in one window of time."""

from __future__ import annotations

import math
import threading
from typing import NamedTuple

from xi_sdk_resellers.sandbox.world.settings import Settings

UNLIMITED = 1_000_000


class Allowance(NamedTuple):
    """What is left of the current window after one more call."""

    limit: int
    remaining: int
    reset: int
    """In milliseconds since 1970, as the service tells it."""
    exceeded: bool

    def headers(self) -> list[tuple[str, str]]:
        """Return the `X-RateLimit-*` headers that say so."""
        return [
            ("X-RateLimit-Limit", str(self.limit)),
            ("X-RateLimit-Remaining", str(self.remaining)),
            ("X-RateLimit-Reset", str(self.reset)),
        ]


class RateLimiter:
    """Counts calls by endpoint; a window starts with the first call after the last one ended.

    Without a `rate_limit` the answers announce a limit that nobody reaches.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._limit = settings.rate_limit if settings.rate_limit is not None else UNLIMITED
        self._windows: dict[str, tuple[float, int]] = {}
        self._lock = threading.Lock()

    def count(self, operation: str) -> Allowance:
        """Count one call of an operation."""
        now = self._settings.clock()
        with self._lock:
            end, used = self._windows.get(operation, (0.0, 0))
            if now >= end:
                end, used = now + self._settings.rate_window, 0
            used += 1
            self._windows[operation] = (end, used)
        return Allowance(self._limit, max(0, self._limit - used), math.ceil(end * 1000), used > self._limit)
