"""Texts for people."""

from __future__ import annotations

LONGEST_SHOWN = 80
"""How many characters of a value an error shows."""


def shown(value: object) -> str:
    """Show a value in an error message, shortened."""
    text = repr(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
