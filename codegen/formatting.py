"""Bring printed code into the form of the project's formatter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from codegen import PACKAGE
from codegen.text import WIDTH

_ROOT = Path(__file__).resolve().parent.parent
_OURS = f'lint.isort.known-first-party = ["{PACKAGE}"]'


def formatted(source: str, *, imports: bool = True) -> str:
    """Break the lines of a module, and sort its imports."""
    commands = [["check", "--fix-only", "--quiet", "--select", "I,RUF022"]] if imports else []
    for command in (*commands, ["format", "--quiet"]):
        settings = ["--config", str(_ROOT / "pyproject.toml"), "--config", _OURS, "-"]
        ruff = [sys.executable, "-m", "ruff", *command, *settings]
        source = subprocess.run(ruff, input=source, capture_output=True, text=True, check=True, cwd=_ROOT).stdout
    return source


def broken(name: str, source: str) -> str:
    """Break the lines of a printed module that are too long, which only long names make; the printers break others."""
    too_long = name.endswith(".py") and any(len(line) > WIDTH for line in source.splitlines())
    return formatted(source, imports=False) if too_long else source
