"""Let garbage collection wait while a large answer is read."""

from __future__ import annotations

import gc
import os
import threading


class _PausedCollection:
    """A context manager that several threads may be in at once, and that may be nested.

    The first one in switches the collector off, the last one out switches it on again, unless it was off
    before.
    """

    def __init__(self) -> None:
        self._reset()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._after_fork)

    def _reset(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._was_on = False

    def _after_fork(self) -> None:
        # Threads of the parent that were in here do not exist in the child.
        if self._was_on:
            gc.enable()
        self._reset()

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                self._was_on = gc.isenabled()
                gc.disable()
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0 and self._was_on:
                self._was_on = False
                gc.enable()


paused_collection = _PausedCollection()
