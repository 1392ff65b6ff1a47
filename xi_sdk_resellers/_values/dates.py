"""Read days and moments as people, the vendor and HTTP write them."""

from __future__ import annotations

from datetime import date, datetime, timezone

from xi_sdk_resellers._values.text import shown


def day(value: object) -> date:
    """Read a day.

    Args:
        value: a ``date``, a ``datetime`` (its own calendar day, whatever its time zone), or any text that names one
            day. A text like ``03/04/2024`` is read month first.

    Raises:
        TypeError: neither a date nor a text. The message goes on after the name of what was read.
        ValueError: the text does not name one day.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        kind = type(value).__name__
        raise TypeError(f"must be a date, a datetime or a text that names a day, not {kind} ({shown(value)})")
    try:
        return date.fromisoformat(value)
    except ValueError:
        return _human_day(value)


def _human_day(text: str) -> date:
    from dateutil import parser

    # What the text leaves out is taken from the default, so two defaults that differ in every
    # part tell a whole date from a fragment such as "May" or "13:00".
    try:
        first, second = (
            parser.parse(text, default=default, ignoretz=True).date()
            for default in (datetime(2000, 1, 1), datetime(2001, 2, 2))
        )
    except (ValueError, OverflowError, TypeError, AttributeError):
        raise ValueError(f"must be a date such as 2024-05-31, which {shown(text)} is not") from None
    if first != second:
        raise ValueError(f"must name a day, month and year, which {shown(text)} does not")
    return first


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
