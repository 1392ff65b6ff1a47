"""Work on threads of its own: their names, what comes out of them, and a program that ends although one hangs."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from xi_sdk_resellers._process.aside import within
from xi_sdk_resellers._process.aside_aio import aside

HANGS = """
import threading
from xi_sdk_resellers._process.aside import within
try:
    within(0.05, "name lookup", threading.Event().wait)
except TimeoutError as error:
    print(error)
"""


def test_a_thread_is_named_after_its_work() -> None:
    assert within(60, "name lookup", lambda: threading.current_thread().name) == "xi-resellers name lookup"


async def test_so_it_is_for_an_event_loop() -> None:
    assert await aside("name lookup", lambda: threading.current_thread().name) == "xi-resellers name lookup"


def test_what_is_raised_there_is_raised_here() -> None:
    with pytest.raises(ValueError, match=r"^no$"):
        within(60, "rate budget", lambda word: (_ for _ in ()).throw(ValueError(word)), "no")


def test_a_program_ends_although_its_work_hangs() -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", HANGS]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "name lookup took too long\n"
