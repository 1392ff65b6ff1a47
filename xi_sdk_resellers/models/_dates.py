"""Read dates as people and the vendor write them."""

from __future__ import annotations

from datetime import date
from typing import Any


def to_date(value: Any) -> date:
    """Make a date of a date, a datetime or text such as ``Wed May 13 00:00:00 UTC 2020``.

    Raises:
        ApiValueError: the value is no date.
    """
    if type(value) is date:
        return value
    from xi_sdk_resellers._arguments import date_text

    return date.fromisoformat(date_text("it", value))
