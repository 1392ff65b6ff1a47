"""The waits of a client, which a test may pass over."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic


class Waiting:
    """Counts the seconds that were passed over instead of waited, so that time limits count them, too."""

    def __init__(self) -> None:
        self._passed = 0.0

    def clock(self) -> float:
        """Return the seconds that pass, those passed over included."""
        return monotonic() + self._passed

    def passed_over(self, wait: Callable[[float], object] | None, seconds: float) -> bool:
        """Pass over a wait.

        Args:
            wait: the setting of the Configuration.
            seconds: how long the wait is.

        Returns:
            Whether it was; when not, the caller waits.
        """
        if wait is None:
            return False
        wait(seconds)
        self._passed += seconds
        return True
