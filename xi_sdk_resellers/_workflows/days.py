"""Days and ranges of days, as people give them to searches."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from xi_sdk_resellers._calls.arguments import date_text
from xi_sdk_resellers._values.narrow import is_sequence
from xi_sdk_resellers.exceptions import ApiValueError

Day: TypeAlias = "date | str"
"""A ``date``, a ``datetime``, or text that a person would write."""
Days: TypeAlias = "date | str | tuple[date | str, date | str]"
"""One day, or the first and the last day of a range."""


def first_and_last(name: str, value: object) -> tuple[str, str]:
    """Read a day or a range of days.

    Args:
        name: the argument, for the error.
        value: one day, which is a range of its own, or a pair.

    Returns:
        The first and the last day, written ``yyyy-MM-dd``.

    Raises:
        ApiTypeError: a day is neither a date nor a text.
        ApiValueError: a text names no day, or more than one; or the range is none.
    """
    if not is_sequence(value):
        day = date_text(name, value)
        return day, day
    days = list(value)
    if len(days) != 2 or any(day is None for day in days):
        given = sum(day is not None for day in days)
        raise ApiValueError(f"{name} takes one day or a range of two, the first and the last, not {given} in a list")
    first, last = (date_text(f"{name}[{index}]", day) for index, day in enumerate(days))
    if first > last:
        raise ApiValueError(f"{name} must not start after it ends ({first}, {last})")
    return first, last
