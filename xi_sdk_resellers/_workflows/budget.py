"""Keep within the calls that the vendor allows, without meeting its limit. No I/O."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from xi_sdk_resellers._values.limits import read_limits

_LONGEST_PAUSE = 60.0
"""Seconds after which it is asked again at the latest: the vendor counts by the minute."""


class RateBudget(Protocol):
    """Shares the calls that the vendor allows among those who make them."""

    def acquire(self, endpoint: str) -> float:
        """Ask for one call.

        Args:
            endpoint: the name of the operation; the vendor counts each by itself.

        Returns:
            0 when the call may be made now, and has been counted; otherwise the seconds after which to ask again.
        """
        ...

    def learn(self, endpoint: str, headers: Mapping[str, str]) -> None:
        """Take in what an answer says about the limit.

        Args:
            endpoint: the name of the operation.
            headers: the headers of the answer, looked up without regard to letter case.
        """
        ...


@dataclass(slots=True)
class _Window:
    """The time in which the vendor counts now."""

    left: int
    limit: int
    reset: float
    """When it ends, as the vendor says."""
    until: float
    """When it ends by the clock here."""
    assumed: bool = False
    """Whether no answer has told of it yet: the one before is over."""


class HeaderBudget:
    """A budget that knows what the headers of its own answers say: ``X-RateLimit-*`` and their like.

    Until an answer has told of a limit, every call may be made. It can be shared by threads.

    Args:
        clock: seconds since 1970.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._windows: dict[str, _Window] = {}
        self._lock = Lock()

    def acquire(self, endpoint: str) -> float:
        """Ask for one call. See :class:`RateBudget`."""
        with self._lock:
            window = self._windows.get(endpoint)
            if window is None:
                return 0.0
            now = self._clock()
            if now >= window.until:
                window.left, window.until, window.assumed = window.limit, now + _LONGEST_PAUSE, True
            if window.left > 0:
                window.left -= 1
                return 0.0
            return min(window.until - now, _LONGEST_PAUSE)

    def learn(self, endpoint: str, headers: Mapping[str, str]) -> None:
        """Take in what an answer says about the limit. See :class:`RateBudget`."""
        now = self._clock()
        said = read_limits(headers, now)
        if said.remaining is None or said.wait is None or said.reset is None:
            return
        limit = max(1, said.limit or said.remaining)
        with self._lock:
            window = self._windows.get(endpoint)
            if window is None:
                self._windows[endpoint] = _Window(said.remaining, limit, said.reset, now + said.wait)
            elif said.reset > window.reset:
                # What is under way is counted here already, and perhaps not yet there.
                window.left = min(window.left, said.remaining) if window.assumed else said.remaining
                window.limit, window.reset, window.until, window.assumed = limit, said.reset, now + said.wait, False
            elif not window.assumed:
                window.left = min(window.left, said.remaining)
