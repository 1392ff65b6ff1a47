"""The filters of a product search: how people give them, and how the operation takes them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from xi_sdk_resellers.exceptions import ApiTypeError

_FLAGS = ("has_discounts", "skip_authorisation")


def search_arguments(filters: Mapping[str, Any]) -> dict[str, Any]:
    """Turn the filters of ``Catalog.search`` into arguments of the search operation.

    Args:
        filters: the filters by name; None means not given.

    Returns:
        The arguments that are set.

    Raises:
        ApiTypeError: a flag is neither true nor false.
    """
    return {name: _argument(name, value) for name, value in filters.items() if value is not None}


def _argument(name: str, value: object) -> object:
    if name in _FLAGS:
        if not isinstance(value, bool):
            raise ApiTypeError(f"{name} must be true or false, not {type(value).__name__}")
        return "true" if value else "false"
    return value.value if isinstance(value, Enum) else value
