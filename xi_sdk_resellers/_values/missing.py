"""What stands for an argument that was not given."""

from __future__ import annotations

from typing import Any, Final


class _Missing:
    """The type of :data:`MISSING`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "MISSING"


MISSING: Final[Any] = _Missing()
"""Stands for an argument that was not given, where None would mean something."""
