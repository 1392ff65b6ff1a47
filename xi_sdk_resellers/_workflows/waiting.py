"""Wait for one event among those that come."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeAlias, TypeVar

from xi_sdk_resellers.exceptions import ApiTypeError, OpenApiException

E = TypeVar("E")


class EventQueue(Protocol):
    """A queue of events, such as ``queue.Queue`` or multiprocessing's."""

    def get(self, block: bool = True, timeout: float | None = None) -> object:
        """Return the next event, or raise ``queue.Empty`` after ``timeout`` seconds."""


EventSource: TypeAlias = "Iterable[object] | EventQueue"
"""Where events come from: a queue that a receiver fills, or any iterable."""


def check_source(events: object) -> None:
    """Refuse what no event can be found in.

    Raises:
        ApiTypeError: it is nothing that events come from.
    """
    if not any(hasattr(events, name) for name in ("get", "__iter__", "__aiter__")):
        raise ApiTypeError(f"events is a queue of events or an iterable, not {type(events).__name__}")


def first_event(
    wanted: Callable[[object], E | None],
    late: Callable[[], OpenApiException],
    events: EventSource,
    timeout: float | None,
    others: Callable[[object], object],
    clock: Callable[[], float],
) -> E:
    """Take events until the wanted one is among them.

    Args:
        wanted: gives an event back if it is the one, else None.
        late: makes the exception for the event that has not come.
        events: where they come from.
        timeout: seconds to wait; None for as long as it takes.
        others: called with every other event.
        clock: seconds on a clock that never goes back.
    """
    deadline = None if timeout is None else clock() + timeout
    for event in events if isinstance(events, Iterable) else _drained(events, deadline, clock):
        found = wanted(event)
        if found is not None:
            return found
        others(event)
        if deadline is not None and clock() >= deadline:
            break
    raise late()


def _drained(events: EventQueue, deadline: float | None, clock: Callable[[], float]) -> Iterator[object]:
    """Yield what a queue holds and gets until the deadline."""
    while True:
        left = None if deadline is None else max(0.0, deadline - clock())
        try:
            yield events.get(timeout=left)
        except queue.Empty:
            return


def ignore(event: object) -> None:
    """Drop an event that belongs to something else."""
