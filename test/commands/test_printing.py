"""Tables for people: in columns for pipes and terminals, by rich where it is installed."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from decimal import Decimal

import pytest

from xi_sdk_resellers import Status
from xi_sdk_resellers._commands import printing

ROWS = [("20-1", Decimal("1000.50"), date(2026, 5, 1)), ("20-10", Decimal("7"), None)]
pty = pytest.importorskip("pty")


def test_columns_are_aligned_and_numbers_stand_to_the_right(capsys):
    printing.write_table(("Order", "Total", "Day"), ROWS)
    assert capsys.readouterr().out.splitlines() == [
        "Order    Total  Day",
        "20-1   1000.50  2026-05-01",
        "20-10        7",
    ]


def test_the_widest_columns_are_cut_to_the_terminal():
    lines = printing.plain_table(("a", "b"), [("x" * 10, "y" * 60)], (False, False), 30)
    assert [len(line) for line in lines[1:]] == [30]
    assert lines[1].endswith("y…")
    (_, line) = printing.plain_table(("a", "b"), [("x" * 10, "y" * 60)], (False, False), None)
    assert len(line) == 72


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (Status.ON_HOLD, "ON HOLD"),
        (datetime(2026, 5, 1, 12, 30), "2026-05-01 12:30"),
        (Decimal("1E+3"), "1000"),
        ("red\x1b[31m\nline", "red [31m line"),
        (5, "5"),
    ],
)
def test_values_are_written_for_people(value, text):
    assert printing.cell(value) == text


def in_a_terminal(write) -> str:
    """What is written when standard output is a terminal of 40 columns."""
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as terminal, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", terminal)
        patch.setenv("COLUMNS", "40")
        patch.setenv("TERM", "xterm")
        write()
        terminal.flush()
        text = os.read(ours, 100_000).decode()
    os.close(ours)
    return text


def test_rich_writes_in_a_terminal_and_takes_no_markup(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = in_a_terminal(lambda: printing.write_table(("Order",), [("[red]20-1[/red]",)]))
    assert "[red]20-1[/red]" in text
    assert "\x1b[1m" in text


def test_without_rich_a_terminal_gets_columns(monkeypatch):
    monkeypatch.setattr(printing, "find_spec", lambda name: None)
    text = in_a_terminal(lambda: printing.write_table(("Order", "Text"), [("20-1", "x" * 60)]))
    assert text.splitlines()[1] == f"20-1   {'x' * 32}…"
