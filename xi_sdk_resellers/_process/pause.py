"""Let garbage collection wait while a large answer is read, or while modules are imported.

Reading makes many objects and no garbage. The collector counts new objects, so it looks at the growing
answer again and again: from 300 to 10,000 lines, that made each line four times as expensive. Waiting alone
would only put it off, since all the new objects are due for a first look as soon as collection goes on. Where
they are very many, they are put among the old ones, where they would end up anyway, by freezing and unfreezing:
this moves whole lists of objects without looking at any. It also resets the collector's counters, so full
collections are made here once in a while, in proportion to what they cost.
"""

from __future__ import annotations

import gc
import os
import threading
from contextlib import AbstractContextManager, nullcontext
from time import perf_counter

MANY = 5_000
"""From how many new objects on they are put among the old ones."""
_SHARE = 10
"""How many times as long as a full collection took the pauses may last until the next one."""


class _PausedCollection:
    """A context manager that several threads may be in at once, and that may be nested.

    The first one in switches the collector off, the last one out switches it on again, unless it was off
    before.
    """

    def __init__(self) -> None:
        self._last_collection = 0.1
        self._reset()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._after_fork)

    def _reset(self) -> None:
        self._lock = threading.RLock()  # a signal handler may read an answer, too
        self._inside = 0
        self._was_on = False
        self._paused = 0.0

    def _after_fork(self) -> None:
        # Threads of the parent that were in here do not exist in the child.
        if self._was_on:
            gc.enable()
        self._reset()

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                self._was_on = gc.isenabled()
                self._began = perf_counter()
                if self._was_on:
                    gc.collect(0)  # so that no young garbage is put among the old objects
                gc.disable()
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0 and self._was_on:
                self._was_on = False
                if gc.get_count()[0] > MANY:
                    self._promote()
                gc.enable()

    def _promote(self) -> None:
        """Put all young objects among the old ones, unless the program has frozen objects of its own."""
        # Python 3.12 freezes a few hundred by itself: those that live for ever.
        if not hasattr(gc, "freeze") or gc.get_freeze_count() > MANY:
            return
        gc.freeze()
        gc.unfreeze()
        self._paused += perf_counter() - self._began
        if self._paused > _SHARE * self._last_collection:
            self._paused, start = 0.0, perf_counter()
            gc.collect()
            self._last_collection = perf_counter() - start


paused_collection = _PausedCollection()


def pausing(wanted: bool) -> AbstractContextManager[None]:
    """Give what lets collection wait, or does nothing when that is not wanted."""
    return paused_collection if wanted else nullcontext()
