"""The filters of a quote search: how people give them, and how the operation takes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xi_sdk_resellers._workflows.days import first_and_last

_DAYS = "quote_date"


def search_arguments(filters: Mapping[str, Any]) -> dict[str, Any]:
    """Turn the filters of ``Quotes.search`` into arguments of the search operation.

    Args:
        filters: the filters by name; None means not given.

    Returns:
        The arguments that are set.

    Raises:
        ApiTypeError: a day is neither a date nor a text.
        ApiValueError: a text names no day, or more than one; or a range is none.
    """
    arguments = {name: value for name, value in filters.items() if value is not None and name != _DAYS}
    days = filters.get(_DAYS)
    return arguments if days is None else {**arguments, "ingram_order_date_bt": list(first_and_last(_DAYS, days))}
