"""Real servers that tests start for themselves: Redis and PostgreSQL, empty, gone afterwards, however the run ends."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

POSTGRES_FOLDERS = "/usr/lib/postgresql"
_PATIENCE = 60.0

# Runs a server until its own input ends, which happens also when the run of the tests is killed. Then it ends the
# server and removes its folder; a word says that the folder is still needed.
_KEEPER = """
import shutil, subprocess, sys

end_with, folder, user, *command = sys.argv[1:]
other = {"user": user, "group": user, "extra_groups": []} if user else {}
quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
server = subprocess.Popen(command, **quiet, **other)
print(server.pid, flush=True)
word = sys.stdin.buffer.read()
if server.poll() is None:
    server.send_signal(int(end_with))
    server.wait()
if not word:
    shutil.rmtree(folder, ignore_errors=True)
"""


class Server:
    """A server of another program.

    Args:
        url: where it is.
        command: how it is started.
        folder: what it keeps; removed with it.
        reach: does something that works only when the server can be reached.
        end_with: the signal that ends it at once.
        user: who it runs as, if not the one who runs the tests.
    """

    def __init__(
        self, url: str, command: Sequence[str | Path], folder: Path, reach: Callable[[], object],
        end_with: int, user: str = "",
    ) -> None:  # fmt: skip
        self.url = url
        self.pid = 0
        ending = [str(int(end_with)), str(folder), user]
        self._command = [sys.executable, "-I", "-c", _KEEPER, *ending, *map(str, command)]
        self._folder = folder
        self._reach = reach

    def start(self) -> None:
        """Start it, and wait until it can be reached."""
        self._keeper = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            start_new_session=True, cwd=self._folder,
        )  # fmt: skip
        assert self._keeper.stdout is not None
        self.pid = int(self._keeper.stdout.readline())
        end = time.monotonic() + _PATIENCE
        while (error := self._failure()) is not None:
            if time.monotonic() > end:
                self.end()
                raise AssertionError(f"{self.url} cannot be reached") from error
            time.sleep(0.02)

    def stop(self) -> None:
        """Stop it as if its plug had been pulled; it can be started again."""
        self._let_go(b"stop")

    def end(self) -> None:
        """End it for good."""
        self._let_go(b"")

    def _failure(self) -> Exception | None:
        try:
            self._reach()
        except Exception as error:
            return error
        return None

    def _let_go(self, word: bytes) -> None:
        with suppress(BrokenPipeError):
            self._keeper.communicate(word, timeout=_PATIENCE)


@contextmanager
def redis_server() -> Iterator[Server]:
    """Run a Redis on a free port. Skips the test where there is none."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("the program redis-server is not installed")
    pytest.importorskip("redis", reason="the redis extra is not installed")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = Path(tempfile.mkdtemp(prefix="redis-"))
    command = [program, "--port", str(port), "--save", "", "--dir", str(folder), "--bind", "127.0.0.1"]
    address = ("127.0.0.1", port)
    # SIGKILL: there is nothing to keep, and a stopped one ends, too.
    server = Server(
        f"redis://127.0.0.1:{port}/0", command, folder, lambda: socket.create_connection(address, 1).close(),
        end_with=signal.SIGKILL,
    )  # fmt: skip
    yield from _running(server)


@contextmanager
def postgres_server() -> Iterator[Server]:
    """Run a PostgreSQL on a socket file; its URL is for SQLAlchemy. Skips the test where there is none."""
    folders = [Path(found).parent for found in [shutil.which("initdb")] if found]
    folders += sorted(Path(POSTGRES_FOLDERS).glob("*/bin"), reverse=True)
    programs = next((folder for folder in folders if (folder / "postgres").exists()), None)
    if programs is None:
        pytest.skip(f"PostgreSQL is not installed: no initdb in PATH and nothing below {POSTGRES_FOLDERS}")
    psycopg = pytest.importorskip("psycopg", reason="the driver psycopg is not installed")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.getuid() == 0 else ""
    nobody: dict[str, Any] = {}
    if user:
        nobody = {"user": user, "group": user, "extra_groups": []}
        shutil.chown(folder, user, user)
    make = [programs / "initdb", "-D", folder / "data", "-U", "test", "--auth=trust", "--no-sync", "-E", "UTF8"]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL, cwd=folder, **nobody)
    command = [programs / "postgres", "-D", folder / "data", "-k", folder]
    command += ["-c", "listen_addresses=", "-c", "fsync=off"]
    address: dict[str, Any] = {"host": str(folder), "user": "test", "dbname": "postgres"}
    # SIGQUIT: at once, connections or not, and without leaving shared memory behind.
    server = Server(
        f"postgresql+psycopg://test@/postgres?host={folder}", command, folder,
        lambda: psycopg.connect(**address).close(), end_with=signal.SIGQUIT, user=user,
    )  # fmt: skip
    yield from _running(server)


def _running(server: Server) -> Iterator[Server]:
    server.start()
    try:
        yield server
    finally:
        server.end()
