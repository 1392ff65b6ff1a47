"""The filters of a return search: how people give them, and how the operation takes them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from xi_sdk_resellers._values.narrow import is_sequence
from xi_sdk_resellers._workflows.days import first_and_last
from xi_sdk_resellers.exceptions import ApiTypeError

_SEVERAL = {
    "return_status": "return_status_in",
    "claim_status": "claim_status_in",
    "return_reason": "return_reason_in",
}
_DAYS = {"created_on": "created_on_bt", "modified_on": "modified_on_bt"}


def search_arguments(filters: Mapping[str, Any]) -> dict[str, Any]:
    """Turn the filters of ``Returns.search`` into arguments of the search operation.

    Args:
        filters: the filters by name; None means not given.

    Returns:
        The arguments that are set.

    Raises:
        ApiTypeError: a filter has the wrong type.
        ApiValueError: a text names no day, or more than one; or a range is none.
    """
    arguments: dict[str, Any] = {}
    for name, value in filters.items():
        if value is None:
            continue
        if name in _SEVERAL:
            arguments[_SEVERAL[name]] = _texts(name, value)
        elif name in _DAYS:
            arguments[_DAYS[name]] = ",".join(first_and_last(name, value))
        else:
            arguments[name] = value
    return arguments


def _texts(name: str, value: object) -> list[object]:
    given = list(value) if is_sequence(value) else [value]
    texts = [each.value if isinstance(each, Enum) else each for each in given]
    if not texts or not all(isinstance(each, str) for each in texts):
        raise ApiTypeError(f"{name} takes a text or several of them, not {value!r}")
    return texts
