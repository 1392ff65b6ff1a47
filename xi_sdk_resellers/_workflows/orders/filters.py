"""The filters of an order search: how people give them, and how the operation takes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, TypeAlias, cast

import xi_sdk_resellers.models as models
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

Day: TypeAlias = "date | str"
"""A ``date``, a ``datetime``, or text that a person would write."""


Days: TypeAlias = "date | str | tuple[date | str, date | str]"
"""One day, or the first and the last day of a range."""


def search_arguments(filters: Mapping[str, Any]) -> dict[str, Any]:
    """Turn the filters of ``Orders.search`` into arguments of the search operation.

    Args:
        filters: the filters by name; None means not given.

    Returns:
        The arguments that are set.

    Raises:
        ApiValueError: a range without exactly two days, or two ways to say the same.
    """
    given = {name: value for name, value in filters.items() if value is not None}
    arguments: dict[str, Any] = {}
    for name, value in given.items():
        target, argument = _argument(name, value)
        if target in arguments:
            raise ApiValueError(f"{name} repeats another filter: both set {target}")
        arguments[target] = argument
    return arguments


def _argument(name: str, value: object) -> tuple[str, object]:
    if name == "order_status" and isinstance(value, str):
        status, known = _status(value)
        # The filter for one status takes known ones only; that for several takes whatever the vendor may add.
        return (name, status) if known else ("order_status_in", [status])
    if name in ("order_status", "order_status_in"):
        return "order_status_in", [_status(item)[0] for item in _texts(name, value)]
    if name == "ingram_order_date" and isinstance(value, (tuple, list)):
        return "ingram_order_date_bt", _range(name, cast("Sequence[object]", value))
    if name in ("invoice_date", "ship_date", "delivery_date"):
        both = cast("Sequence[object]", value) if isinstance(value, (tuple, list)) else (value, value)
        return f"{name}_bt", _range(name, both)
    if name.endswith("_bt"):
        return name, _range(name, cast("Sequence[object]", value) if isinstance(value, (tuple, list)) else (value,))
    return name, _text(value)


def _texts(name: str, value: object) -> list[object]:
    if isinstance(value, str):
        return [_text(value)]
    if not isinstance(value, Iterable):
        raise ApiTypeError(f"{name} takes a text or several of them, not {type(value).__name__}")
    return [_text(item) for item in cast("Iterable[object]", value)]


def _status(value: object) -> tuple[object, bool]:
    """Write a status as the search knows it, and tell whether it does: answers spell statuses in other ways."""
    text = _text(value)
    if not isinstance(text, str) or not text:
        return text, True  # for the check of arguments to refuse
    meant = models.Status.read(text)
    known = {member.value for member in models.OrderSearchStatus}
    return (meant.value, True) if meant is not None and meant.value in known else (text, False)


def _text(value: object) -> object:
    return value.value if isinstance(value, Enum) else value


def _range(name: str, days: Sequence[object]) -> list[object]:
    if len(days) != 2:
        raise ApiValueError(f"{name} takes a range of two days, the first and the last, not {len(days)}")
    return list(days)
