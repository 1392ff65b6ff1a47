"""Real servers that tests start for themselves: Redis and PostgreSQL, empty, gone afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

POSTGRES_FOLDERS = "/usr/lib/postgresql"


@contextmanager
def redis_server() -> Iterator[str]:
    """Start a Redis on a free port; gives its URL. Skips the test where there is none."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("the program redis-server is not installed")
    pytest.importorskip("redis", reason="the redis extra is not installed")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "--port", str(port), "--save", "", "--dir", folder, "--bind", "127.0.0.1"]
        with _running(command, lambda: socket.create_connection(("127.0.0.1", port), 1).close()):
            yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def postgres_server() -> Iterator[str]:
    """Start a PostgreSQL on a socket file; gives its URL for SQLAlchemy. Skips the test where there is none."""
    folders = [Path(found).parent for found in [shutil.which("initdb")] if found]
    folders += sorted(Path(POSTGRES_FOLDERS).glob("*/bin"), reverse=True)
    programs = next((folder for folder in folders if (folder / "postgres").exists()), None)
    if programs is None:
        pytest.skip(f"PostgreSQL is not installed: no initdb in PATH and nothing below {POSTGRES_FOLDERS}")
    psycopg = pytest.importorskip("psycopg", reason="the driver psycopg is not installed")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        # PostgreSQL refuses to run as root.
        nobody: dict[str, Any] = {}
        if os.getuid() == 0:
            nobody = {"user": "postgres", "group": "postgres", "extra_groups": []}
            shutil.chown(folder, "postgres", "postgres")
        make = [programs / "initdb", "-D", folder / "data", "-U", "test", "--auth=trust", "--no-sync", "-E", "UTF8"]
        subprocess.run(make, check=True, stdout=subprocess.DEVNULL, cwd=folder, **nobody)
        command = [programs / "postgres", "-D", folder / "data", "-k", folder]
        command += ["-c", "listen_addresses=", "-c", "fsync=off"]
        address = {"host": str(folder), "user": "test", "dbname": "postgres"}
        # SIGQUIT: at once, connections or not, and without leaving shared memory behind.
        options = {"end_with": signal.SIGQUIT, "cwd": folder, **nobody}
        with _running(command, lambda: psycopg.connect(**address).close(), **options):
            yield f"postgresql+psycopg://test@/postgres?host={folder}"
    finally:
        shutil.rmtree(folder)


@contextmanager
def _running(
    command: Sequence[str | Path], reach: Callable[[], object], *, end_with: int = signal.SIGTERM, **options: Any
) -> Iterator[None]:
    """Run a server, from the moment at which it can be reached."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    try:
        end = time.monotonic() + 60
        while True:
            try:
                reach()
                break
            except Exception as error:
                if process.poll() is not None or time.monotonic() > end:
                    raise AssertionError(f"{command[0]} cannot be reached") from error
                time.sleep(0.02)
        yield
    finally:
        process.send_signal(end_with)
        process.wait(60)
