"""Wait in an event loop for what is done on a thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from xi_sdk_resellers._process.aside import Job, Worker


async def is_done(job: Job, seconds: float | None = None) -> bool:
    """Wait until a job on another thread is done; say whether it is.

    Args:
        job: the job.
        seconds: how long to wait; None for ever.
    """
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    job.when_done(lambda: loop.call_soon_threadsafe(done.set))
    try:
        await asyncio.wait_for(done.wait(), seconds)
    except asyncio.TimeoutError:
        return False
    return True


async def aside(name: str, function: Callable[..., Any]) -> Any:
    """Call a function that may block for ever on a thread of its own.

    The loop's own threads are waited for when it is closed, and one that hangs would hold it up.

    Args:
        name: what it does, for lists of threads.
        function: what to call.

    Returns:
        What it returns.

    Raises:
        BaseException: what it raises.
    """
    worker = Worker(name)
    job = worker.begin(function)
    worker.end()
    await is_done(job)
    return job.value()
