"""The filters of an invoice search: how people give them, and how the operation takes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xi_sdk_resellers._calls.arguments import date_text
from xi_sdk_resellers._values.narrow import is_sequence
from xi_sdk_resellers._workflows.days import first_and_last

_RANGES = {
    "invoice_date": ("invoice_from_date", "invoice_to_date"),
    "invoice_due_date": ("invoice_from_due_date", "invoice_to_due_date"),
    "order_date": ("order_from_date", "order_to_date"),
}
"""The filters for days that have a pair of arguments for ranges."""


def search_arguments(filters: Mapping[str, Any]) -> dict[str, Any]:
    """Turn the filters of ``Invoices.search`` into arguments of the search operation.

    Args:
        filters: the filters by name; None means not given.

    Returns:
        The arguments that are set.

    Raises:
        ApiTypeError: a day is neither a date nor a text.
        ApiValueError: a text names no day, or more than one; or a range is none.
    """
    arguments: dict[str, Any] = {}
    for name, value in filters.items():
        if value is None:
            continue
        if name in _RANGES and is_sequence(value):
            arguments.update(zip(_RANGES[name], first_and_last(name, value), strict=True))
        elif name in _RANGES or name == "payment_terms_net_date":
            arguments[name] = date_text(name, value)
        else:
            arguments[name] = value
    return arguments
