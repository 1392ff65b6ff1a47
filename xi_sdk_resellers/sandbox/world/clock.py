"""The time of a sandbox, which can be moved on."""

from __future__ import annotations

import threading
from collections.abc import Callable


class MovableClock:
    """A clock that goes like another one, and further on when it is moved.

    Args:
        clock: Returns the time in Unix seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ahead = 0.0
        self._lock = threading.Lock()

    def __call__(self) -> float:
        """Return the time in Unix seconds."""
        return self._clock() + self._ahead

    def advance(self, seconds: float) -> None:
        """Move it on.

        Args:
            seconds: How far.

        Raises:
            ValueError: Time does not go back.
        """
        if not 0 <= seconds < float("inf"):
            raise ValueError(f"time moves on by a number of seconds, not by {seconds}")
        with self._lock:
            self._ahead += seconds
