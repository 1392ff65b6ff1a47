"""Which files get faults, and in which folders the tests are that can notice them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_CALLS = ("test/calls", "test/transport", "test/auth", "test/workflows")

ROOMS: dict[str, tuple[str, ...]] = {
    "_workflows/**/*.py": (
        "test/workflows",
        "test/journal",
        "test/recipes",
        "test/display",
        "test/transport/test_interrupts.py",
    ),
    "_calls/*.py": _CALLS,
    "_auth/*.py": ("test/auth", "test/calls", "test/transport"),
    "token_cache.py": ("test/auth",),
    "webhooks/*.py": ("test/webhooks",),
    "_transport/**/*.py": ("test/transport", "test/calls", "test/auth"),
    "_journal/*.py": ("test/journal", "test/workflows"),
    "_settings/*.py": ("test/settings", *_CALLS),
    "_process/*.py": ("test/transport", "test/auth", "test/calls"),
    "_values/*.py": (*_CALLS, "test/modelling", "test/webhooks"),
}
"""Patterns below the package."""

GENERATED = "# Generated from the contract"


def files(tree: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give every file that gets faults, by its path in the tree, with the folders of its tests."""
    package = tree / "xi_sdk_resellers"
    for pattern, folders in ROOMS.items():
        for path in sorted(package.glob(pattern)):
            if path.name != "__init__.py" and not path.read_text(encoding="utf-8").startswith(GENERATED):
                yield path.relative_to(tree).as_posix(), folders


def all_folders() -> list[str]:
    """Give every folder of tests that a room names."""
    return sorted({folder for folders in ROOMS.values() for folder in folders})
