"""Read fields of answers that may hold something else than their type says.

Answers are believed: a value of the wrong shape is kept as it came. Code that decides on answers reads
them through here, so that an odd one never becomes an exception.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar, cast

M = TypeVar("M")


def parts(value: Iterable[M] | None) -> list[M]:
    """Return the models of a list of models; what is no model is left out, and what is no list is empty."""
    from xi_sdk_resellers.models._base import Model

    found: object = value
    if not isinstance(found, list):
        return []
    return [cast("M", item) for item in cast("list[object]", found) if isinstance(item, Model)]


def text(value: object) -> str:
    """Return a text without blanks around it, or a whole number as text; anything else is empty."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""
