"""Do what may block for ever on a thread of its own, so that nobody has to wait for it longer than he wants to.

Name lookups and token caches block without a time limit of their own. The threads are daemons: one that hangs keeps
no process from ending.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any


class Job:
    """Something that a worker does, or has done.

    Attributes:
        error: what it raised, once it is done.
    """

    __slots__ = ("_done", "_tell", "error", "result")

    def __init__(self) -> None:
        self._done = threading.Event()
        self._tell: Callable[[], object] | None = None
        self.result: Any = None
        self.error: BaseException | None = None

    def run(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        """Do it, on this thread."""
        try:
            self.result = function(*arguments)
        except BaseException as error:
            self.error = error
        self._done.set()
        self._told()

    def _told(self) -> None:
        tell, self._tell = self._tell, None
        if tell is not None:
            with suppress(RuntimeError):  # an event loop that was closed in the meantime
                tell()

    def when_done(self, tell: Callable[[], object]) -> None:
        """Call a function once it is done, on whatever thread."""
        self._tell = tell
        if self._done.is_set():
            self._told()

    def wait(self, seconds: float | None) -> bool:
        """Wait for it; say whether it is done."""
        return self._done.wait(seconds)

    def value(self) -> Any:
        """Return its result, or raise what it has raised."""
        if self.error is not None:
            raise self.error
        return self.result


class Worker:
    """A thread that does one job after another.

    Args:
        name: what it does, for lists of threads.
    """

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[tuple[Job, Callable[..., Any], tuple[Any, ...]] | None] = queue.SimpleQueue()
        threading.Thread(target=self._work, name=f"xi-resellers {name}", daemon=True).start()

    def _work(self) -> None:
        while (found := self._jobs.get()) is not None:
            job, function, arguments = found
            job.run(function, arguments)

    def begin(self, function: Callable[..., Any], *arguments: Any) -> Job:
        """Have something done after all that was begun before."""
        job = Job()
        self._jobs.put((job, function, arguments))
        return job

    def end(self) -> None:
        """Let the thread end, once everything is done."""
        self._jobs.put(None)


def within(seconds: float, name: str, function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function that may block for ever, and wait for it for so many seconds.

    Args:
        seconds: how long to wait; the function itself is not stopped.
        name: what it does, for lists of threads.
        function: what to call, on another thread.
        arguments: its arguments.

    Returns:
        What it returns.

    Raises:
        TimeoutError: it took longer.
        BaseException: what it raises.
    """
    try:
        worker = Worker(name)
    except RuntimeError:
        return function(*arguments)  # no more threads can be had, as at the end of a process
    job = worker.begin(function, *arguments)
    worker.end()
    if not job.wait(seconds):
        raise TimeoutError(f"{name} took too long")
    return job.value()
