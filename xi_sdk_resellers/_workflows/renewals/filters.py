"""The filters of a search for renewals: how people give them, and how the body of the operation has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from xi_sdk_resellers._calls.arguments import date_text
from xi_sdk_resellers._values.answers import is_model, text, value_of
from xi_sdk_resellers._values.text import shown
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from datetime import date


Days: TypeAlias = "date | str | tuple[date | str, date | str]"
"""One day, or the first and the last day of a range."""

_DAYS = {
    "start_date": "startDate",
    "end_date": "endDate",
    "invoice_date": "invoiceDate",
    "expiration_date": "expirationDate",
}


def search_body(filters: Mapping[str, Any]) -> dict[str, Any]:
    """Write the filters that go into the body of a search.

    Args:
        filters: the filters by name; None means not given.

    Returns:
        The body; empty when none of them is given.

    Raises:
        ApiTypeError: a day is none.
        ApiValueError: a text names no day, or a range makes no sense.
    """
    state = {"value": _plain(filters["state"]), "subStatus": _plain(filters["sub_status"])}
    days = {key: _range(name, filters[name]) for name, key in _DAYS.items() if filters[name] is not None}
    body = {
        "status": {"OpporutinyStatus": _given(state)} if _given(state) else None,
        "dateType": days or None,
        "vendor": filters["vendor"],
        "endUser": filters["end_user"],
    }
    return _given(body)


def renewal_number(renewal: object) -> str:
    """Read the number of a renewal out of what a search has found, or take it as it is.

    Raises:
        ApiValueError: there is none.
    """
    number = text(value_of(renewal, "renewal_id") if is_model(renewal) else renewal)
    if not number:
        raise ApiValueError(f"renewal must be the number of a renewal, or one that was found, not {shown(renewal)}")
    return number


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value


def _range(name: str, value: object) -> dict[str, str]:
    """Write one day, or a range of days, month first."""
    both = cast("Sequence[object]", value if isinstance(value, (tuple, list)) else (value, value))
    if len(both) != 2:
        raise ApiValueError(f"{name} takes a day, or a range of two days, the first and the last, not {len(both)}")
    if None in both:
        raise ApiTypeError(f"{name} must have both days of its range, the first and the last ({shown(both)})")
    first, last = (date_text(name, day) for day in both)
    if first > last:
        raise ApiValueError(f"{name} must not start after it ends ({first}, {last})")
    return {"customStartDate": _month_first(first), "customEndDate": _month_first(last)}


def _month_first(day: str) -> str:
    year, month, of_month = day.split("-")
    return f"{month}/{of_month}/{year}"
