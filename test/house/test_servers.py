"""Servers that tests start do not outlive the run that started them, even when that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, signal
from test.support.servers import postgres_server, redis_server

with redis_server() as redis, postgres_server() as postgres:
    postgres.stop()
    postgres.start()
    folder = postgres.url.partition("host=")[2]
    assert os.path.isdir(folder)
    print(redis.pid, postgres.pid, folder, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(os.name != "posix", reason="PostgreSQL and Redis are run on POSIX only")
def test_a_killed_run_leaves_no_server_behind() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    if "Skipped" in done.stderr:
        pytest.skip("Redis or PostgreSQL is not installed")
    redis, postgres, folder = done.stdout.split()
    end = time.monotonic() + 30
    while alive(int(redis)) or alive(int(postgres)) or Path(folder).exists():
        assert time.monotonic() < end, "something is left behind"
        time.sleep(0.02)
