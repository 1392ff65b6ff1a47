"""The command line as processes of its own, against a sandbox."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from xi_sdk_resellers.sandbox import Sandbox

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(sandbox: Sandbox) -> Run:
    """Run ``xi-resellers`` with the settings of the test's sandbox."""

    def run_one(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("XI_")}
        command = [sys.executable, "-W", "error", "-m", "xi_sdk_resellers", *arguments]
        environment = {**kept, **sandbox.environment(), **settings}
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)

    return run_one
