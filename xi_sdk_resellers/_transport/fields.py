"""The header lines of an answer. No I/O.

Both transports read them by these rules (RFC 9112, section 5): blanks around names and values do not count, folded
lines are joined, control characters are blanks, and a line without the name of a header is left out, but not those
after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAME = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_ORDINARY = re.compile(rf"(?:{_NAME}:[\t\x20-\x7e\x80-\xff]*\r\n)*".encode())
_BLANK = " \t"
_CONTROL = "[\x00-\x08\x0a-\x1f\x7f]"


def ordinary(lines: bytes) -> bool:
    """Tell whether header lines are ordinary in every way, so that each parser reads the same."""
    return _ORDINARY.fullmatch(lines) is not None


def split_ordinary(lines: bytes) -> list[tuple[str, str]]:
    """Take ordinary header lines apart.

    Args:
        lines: the lines with their ends, without the empty one that ends them all.

    Returns:
        Names and values.
    """
    found = [line.partition(":") for line in lines.decode("latin-1").split("\r\n")]
    return [(name, value.strip(_BLANK)) for name, _, value in found[:-1]]


def split_any(lines: Iterable[bytes]) -> list[tuple[str, str]]:
    """Take header lines of any kind apart.

    Args:
        lines: the lines, each with its end, without the empty one that ends them all.

    Returns:
        Names and values.
    """
    found: list[tuple[str, str]] = []
    in_header = False
    for line in lines:
        text = re.sub(_CONTROL, " ", line.decode("latin-1"))
        if text[:1] in (" ", "\t"):
            if in_header:
                found[-1] = found[-1][0], f"{found[-1][1]} {text.strip(_BLANK)}".strip(_BLANK)
            continue
        name, colon, value = text.partition(":")
        in_header = bool(colon) and re.fullmatch(_NAME, name.strip(_BLANK)) is not None
        if in_header:
            found.append((name.strip(_BLANK), value.strip(_BLANK)))
    return found
