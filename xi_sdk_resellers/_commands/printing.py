"""What the commands write: tables for people, JSON and CSV for programs."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from importlib.util import find_spec
from typing import Any

GAP = "  "


def write(text: str = "") -> None:
    """Write a line."""
    sys.stdout.write(f"{text}\n")


def write_json(value: object) -> None:
    """Write a value as JSON, for programs."""
    write(json.dumps(value, indent=2, ensure_ascii=False, default=str))


def cell(value: object) -> str:
    """Write a value as people and spreadsheets read it: days as days, amounts with all their digits."""
    if value is None:
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    # What moves the cursor or colors the terminal has no business in a table.
    return "".join(each if each.isprintable() else " " for each in str(value))


def write_table(labels: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write a table: with rich in a terminal when it is installed, in plain columns else.

    Args:
        labels: the heads of the columns.
        rows: their values; numbers stand to the right.
    """
    texts = [[cell(value) for value in row] for row in rows]
    right = [any(isinstance(row[at], (int, Decimal)) for row in rows) for at in range(len(labels))]
    if sys.stdout.isatty() and find_spec("rich") is not None:
        _write_rich(labels, texts, right)
        return
    for line in plain_table(labels, texts, right, _width()):
        write(line)


def plain_table(
    labels: Sequence[str], texts: Sequence[Sequence[str]], right: Sequence[bool], width: int | None
) -> list[str]:
    """Write a table in aligned columns.

    Args:
        labels: the heads of the columns.
        texts: the rows.
        right: which columns stand to the right.
        width: how many characters a line may have; the widest columns are cut. None for any number.
    """
    lines = [[*labels], *texts]
    widths = [max(len(line[at]) for line in lines) for at in range(len(labels))]
    while width is not None and sum(widths) + len(GAP) * (len(widths) - 1) > width and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1

    def placed(text: str, at: int) -> str:
        shown = text if len(text) <= widths[at] else f"{text[: widths[at] - 1]}…"
        return shown.rjust(widths[at]) if right[at] else shown.ljust(widths[at])

    return [GAP.join(placed(text, at) for at, text in enumerate(line)).rstrip() for line in lines]


def _width() -> int | None:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _write_rich(labels: Sequence[str], texts: Sequence[Sequence[str]], right: Sequence[bool]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table: Any = Table(box=None, header_style="bold", pad_edge=False)
    for label, at_right in zip(labels, right, strict=True):
        table.add_column(label, justify="right" if at_right else "left")
    for row in texts:
        table.add_row(*map(Text, row))  # what the vendor sends is no markup
    Console().print(table)
