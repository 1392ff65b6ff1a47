"""Texts for people."""

from __future__ import annotations

LONGEST_SHOWN = 80
"""How many characters of a value an error shows."""


def shown(value: object) -> str:
    """Show a value in an error message, shortened."""
    text = repr(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def printable(text: str, longest: int = 200) -> str:
    """Make a text from outside fit for logs and terminals: without control characters, and not endless.

    Args:
        text: the text.
        longest: characters that are kept at most.

    Returns:
        The text; a question mark stands for each character that cannot be shown.
    """
    if len(text) <= longest and text.isprintable():
        return text
    shortened = text if len(text) <= longest else f"{text[:longest]}…"
    return "".join(character if character.isprintable() else "?" for character in shortened)
