"""A test that hangs is named, and does not keep the others waiting for ever."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HANGING = """
import threading

def test_that_works():
    pass

def test_that_hangs():
    threading.Event().wait()
"""


def test_a_test_that_hangs_is_named(tmp_path: Path) -> None:
    (tmp_path / "test_planted.py").write_text(HANGING)
    settings = ROOT / "pyproject.toml"
    assert "\nfaulthandler_timeout = 60\nfaulthandler_exit_on_timeout = true\n" in settings.read_text()
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(settings), "--rootdir", str(tmp_path)]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", "-o", "faulthandler_timeout=1", str(tmp_path)],
        capture_output=True, text=True, timeout=50, check=False, cwd=tmp_path, env={**os.environ, "PYTEST_ADDOPTS": ""},
    )  # fmt: skip
    assert done.returncode == 1
    assert "Timeout (0:00:01)!" in done.stderr
    assert "in test_that_hangs" in done.stderr
    assert "test_that_works" not in done.stderr
