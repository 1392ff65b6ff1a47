"""Texts from outside, as errors and lines show them: not endless, and fit for a terminal."""

from __future__ import annotations

import pytest

from xi_sdk_resellers._values.text import printable, shown


@pytest.mark.parametrize(
    ("value", "said"),
    [("x" * 78, f"'{'x' * 78}'"), ("x" * 79, f"'{'x' * 79}…"), ("x" * 500, f"'{'x' * 79}…"), (None, "None")],
)
def test_a_value_is_shown_shortened(value: object, said: str) -> None:
    assert shown(value) == said


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("x" * 200, "x" * 200),
        ("x" * 201, f"{'x' * 200}…"),
        ("a\x1b[31m\r\nb", "a?[31m??b"),
        ("\x85" * 201, f"{'?' * 200}…"),
        ("naïve 日本", "naïve 日本"),
    ],
)
def test_a_text_is_made_printable(text: str, made: str) -> None:
    assert printable(text) == made
    assert printable("abc", longest=2) == "ab…"
