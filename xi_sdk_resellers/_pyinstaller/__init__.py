"""What PyInstaller must know of this package: most modules are imported by name when they are first used."""

from __future__ import annotations

from pathlib import Path


def get_hook_dirs() -> list[str]:
    """Return the folders with hooks; PyInstaller asks for them by the entry point ``pyinstaller40``."""
    return [str(Path(__file__).parent)]
