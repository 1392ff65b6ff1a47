"""Read days and moments as people, the vendor and HTTP write them."""

from __future__ import annotations

import re
from datetime import date, datetime, timezone
from itertools import product

from xi_sdk_resellers._values.tables import is_nothing, plain
from xi_sdk_resellers._values.text import shown

# Texts, compiled when a date needs them: most are ISO.
_YEAR_FIRST = r"\s*(\d{4})(?:([-/. ])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d))(?!\d)"
_MONTH_NAME = r"(?i)(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"


def day(value: object) -> date:
    """Read a day.

    Args:
        value: a ``date``, a ``datetime`` (its own calendar day, whatever its time zone), or a text that names one
            day. ``05/11/2026`` names two, and is refused; ``13/11/2026`` names one.

    Raises:
        TypeError: neither a date nor a text. The message goes on after the name of what was read.
        ValueError: the text does not name one day.
    """
    if not isinstance(value, str):
        value = plain(value)
        if isinstance(value, date) and not is_nothing(value):
            return value.date() if isinstance(value, datetime) else value
        if not isinstance(value, str):
            kind = type(value).__name__
            raise TypeError(f"must be a date, a datetime or a text that names a day, not {kind} ({shown(value)})")
    try:
        return date.fromisoformat(value)
    except ValueError:
        return _human_day(value)


def _human_day(text: str) -> date:
    try:
        readings = _readings(text)
    except (ValueError, OverflowError, TypeError, AttributeError):
        raise ValueError(f"must be a date such as 2024-05-31, which {shown(text)} is not") from None
    if not readings:
        raise ValueError(f"must name a day, month and year, which {shown(text)} does not")
    if len(readings) > 1:
        names = " or ".join(reading.isoformat() for reading in readings)
        raise ValueError(f"must name one day, but {shown(text)} may be {names}: write it as yyyy-MM-dd")
    return readings[0]


def _readings(text: str) -> list[date]:
    """List the days that a text may name, the most usual one first; none when it leaves a part of the date out.

    Raises:
        ValueError: it is no date at all.
    """
    from dateutil import parser

    found: dict[date, None] = {}
    year_first = re.match(_YEAR_FIRST, text)
    if text.strip().isdigit() and not year_first:
        return []
    # With the year in front, or with a month's name, nobody doubts which number is what.
    certain = year_first or re.search(_MONTH_NAME, text)
    for begins_with_year, begins_with_day in ((False, False),) if certain else product((False, True), repeat=2):
        # What the text leaves out is taken from the default, so two defaults that differ in every
        # part tell a whole date from a fragment such as "May" or "13:00".
        first, second = (
            parser.parse(
                text, default=default, ignoretz=True, dayfirst=begins_with_day, yearfirst=begins_with_year
            ).date()
            for default in (datetime(2000, 1, 1), datetime(2001, 2, 2))
        )
        if first != second:
            return []
        found[first] = None
    if year_first:
        year, month, month_day = (int(part) for part in year_first.groups() if part and part.isdigit())
        if list(found) != [date(year, month, month_day)]:
            raise ValueError(text)
    return list(found)


def http_date(text: str) -> float | None:
    """Read an HTTP date such as ``Wed, 21 Oct 2026 07:28:00 GMT``, in seconds since 1970."""
    if not text:
        return None
    from email.utils import parsedate_to_datetime

    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=timezone.utc)
    try:
        return found.timestamp()
    except (OverflowError, OSError):
        return None


def moment(text: str) -> float | None:
    """Read a moment as ISO 8601 or HTTP writes it, in seconds since 1970; one without a time zone is in UTC."""
    found = http_date(text)
    if found is not None:
        return found
    # Late: it takes longer to import than all of this package, and hardly any answer needs it.
    from dateutil.parser import isoparse

    try:
        at = isoparse(text.strip())
        return (at if at.tzinfo else at.replace(tzinfo=timezone.utc)).timestamp()
    except (ValueError, OverflowError, OSError):
        return None


def utc(seconds: float | None) -> datetime | None:
    """Turn seconds since 1970 into a time in UTC."""
    if seconds is None:
        return None
    try:
        return datetime.fromtimestamp(seconds, timezone.utc)
    except (OverflowError, OSError, ValueError):
        return None
