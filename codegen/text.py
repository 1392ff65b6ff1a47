"""Wrap and escape prose for docstrings, so that the formatter finds nothing to change."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

WIDTH = 120


def clean(prose: str) -> str:
    """Make prose safe inside a triple-quoted string."""
    return prose.replace("\\", "\\\\").replace('"""', "'''").strip()


def wrap(prose: str, indent: int, hanging: int = 0) -> list[str]:
    """Break prose into lines that start at a column.

    Args:
        prose: paragraphs, separated by empty lines.
        indent: the column of the first line.
        hanging: how much further the other lines are indented.
    """
    lines: list[str] = []
    for paragraph in clean(prose).split("\n\n"):
        if lines:
            lines.append("")
        lines += textwrap.wrap(
            " ".join(paragraph.split()),
            WIDTH,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hanging),
            break_long_words=False,
            break_on_hyphens=False,
        )
    return lines


def docstring(prose: str, indent: int) -> list[str]:
    """Print prose as a docstring, on one line when it fits."""
    pad = " " * indent
    text = clean(prose)
    if not text:
        return []
    single = f'{pad}"""{text}{" " if text.endswith(chr(34)) else ""}"""'
    if len(single) <= WIDTH and "\n" not in text:
        return [single]
    lines = wrap("\0\0\0" + prose.strip(), indent)
    lines[0] = lines[0].replace("\0\0\0", '"""')
    return [*lines, f'{pad}"""']


def sentence(prose: str) -> str:
    """Return the first sentence of a description, for places that take one line."""
    head = prose.strip().split("\n\n", 1)[0]
    for end in (". ", "? "):
        if end in head:
            head = head.split(end, 1)[0] + end[0]
    return " ".join(head.split())


def summary(prose: str, fallback: str) -> str:
    """Return the first sentence of a docstring, always with a full stop."""
    first = sentence(prose) or sentence(fallback)
    return first if first[-1] in ".?!" else f"{first}."


def call(head: str, arguments: list[str], indent: int, tail: str = "") -> list[str]:
    """Print ``head(arguments)tail`` on one line when it fits, else its arguments on one line, else one a line."""
    pad = " " * indent
    joined = ", ".join(arguments)
    line = f"{pad}{head}({joined}){tail}"
    if len(line) <= WIDTH:
        return [line]
    inner = f"{pad}    {joined}"
    lines = (
        [inner] if len(inner) <= WIDTH else [each for argument in arguments for each in _argument(argument, indent + 4)]
    )
    return [f"{pad}{head}(", *lines, f"{pad}){tail}"]


def _argument(argument: str, indent: int) -> list[str]:
    """Print an argument on a line of its own; a union that is too long has a line for each of its types."""
    pad = " " * indent
    line = f"{pad}{argument},"
    if len(line) <= WIDTH:
        return [line]
    first, *others = argument.split(" | ")
    *between, last = [first, *(f"| {other}" for other in others)]
    return [*(f"{pad}{part}" for part in between), f"{pad}{last},"]


def literal(value: str, *, raw: bool = False) -> str:
    """Print a text as the formatter would write it.

    Args:
        value: the text.
        raw: whether it reads better as a raw string, when it can be one.
    """
    quote = "'" if value.count('"') > value.count("'") else '"'
    if raw and value.isprintable() and quote not in value and not value.endswith("\\"):
        return f"r{quote}{value}{quote}"
    escapes = {"\\": "\\\\", quote: f"\\{quote}"}
    shown = (escapes.get(letter, letter if letter.isprintable() else repr(letter)[1:-1]) for letter in value)
    return f"{quote}{''.join(shown)}{quote}"


def mapping(head: str, values: Mapping[str, str]) -> list[str]:
    """Print a dictionary of texts, one entry a line."""
    if not values:
        return [f"{head}{{}}"]
    return [f"{head}{{", *(f'    "{key}": "{value}",' for key, value in values.items()), "}"]


def imported(module: str, names: list[str], indent: int = 0) -> list[str]:
    """Print an import in the order that the formatter wants."""
    pad = " " * indent
    names = sorted(set(names), key=import_order)
    line = f"{pad}from {module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return [line]
    return [f"{pad}from {module} import (", *(f"{pad}    {name}," for name in names), f"{pad})"]


def import_order(name: str) -> tuple[int, str]:
    """Sort constants first, then classes, then everything else."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2), name.lower()
