"""A real Celery worker, for the tests of recipes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

TIME = 60
"""Seconds that anything of it may take."""

# Past Celery's own log, which takes over what Python prints.
TELL_CHILD = """
import os
from celery.signals import worker_process_init
worker_process_init.connect(lambda **_: os.write(2, f"child {os.getpid()}\\n".encode()), weak=False)
"""


def until(condition: Callable[[], object]) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + TIME
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


class CeleryWorker:
    """A worker with its children, in processes of their own.

    Args:
        folder: where its module of tasks is written to.
        environment: its environment.
        tasks: the code of that module.
        name: what it is called.
        concurrency: how many children it has.
    """

    def __init__(self, folder: Path, environment: dict[str, str], tasks: str, name: str, concurrency: int = 1) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "tasks.py").write_text(f"{tasks}\n{TELL_CHILD}")
        command = [sys.executable, "-m", "celery", "-A", "tasks", "worker", "-n", name]
        command += ["--concurrency", str(concurrency)]
        command += ["--pool", "prefork", "--loglevel", "INFO", "--without-gossip", "--without-mingle"]
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        ready = threading.Event()
        self._reader = threading.Thread(target=self._read, args=(ready,))
        self._reader.start()
        if not ready.wait(TIME) or self.process.poll() is not None:
            self.kill()
            pytest.fail("the worker did not start:\n" + "".join(self.lines))

    def _read(self, ready: threading.Event) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line)
            if line.rstrip().endswith(" ready."):
                ready.set()
        ready.set()

    @property
    def child(self) -> int:
        """The process that runs the tasks."""
        until(lambda: any(line.startswith("child ") for line in self.lines))
        return next(int(line.split()[1]) for line in self.lines if line.startswith("child "))

    def kill(self) -> None:
        """Kill the worker and its child at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._reader.join()
        if self.process.stderr is not None:
            self.process.stderr.close()
