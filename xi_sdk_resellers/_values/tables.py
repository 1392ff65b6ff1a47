"""Values as tables hold them: numbers and days of numpy and pandas, and cells that hold nothing.

Neither package is imported, nor is decimal: their values are known by what they can do.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, cast

from xi_sdk_resellers._values.narrow import is_mapping

_OWN = frozenset({str, int, float, bool, type(None)})
_EMPTY_CELLS = frozenset({"MaskedConstant", "NAType", "NaTType"})
_MOMENTS = frozenset({"datetime64", "timedelta64"})
_EXACT = 2**53
"""Up to here a float tells every whole number from its neighbours."""


def is_nothing(value: object) -> bool:
    """Tell whether a value is no value: what tables have in empty cells (NaN, NaT, NA), or infinity."""
    if isinstance(value, float):
        return not math.isfinite(value)
    if hasattr(value, "is_finite"):  # a Decimal
        return not cast("Any", value).is_finite()
    kind = type(value).__name__
    return kind in _EMPTY_CELLS or (kind in _MOMENTS and str(value) == "NaT")


def plain(value: Any) -> Any:
    """Return the value of Python that a scalar of numpy or pandas stands for; anything else as it is.

    A moment of numpy becomes its ISO text.
    """
    if type(value) in _OWN or is_nothing(value):
        return value
    if type(value).__name__ in _MOMENTS:
        return str(value)
    return value.item() if _shape(value) == () and hasattr(value, "item") else value


def plain_parts(value: Any) -> Any:
    """Do the same for everything in mappings, lists and columns, which become dictionaries and lists."""
    if is_mapping(value):
        return {key: plain_parts(item) for key, item in value.items()}
    items = as_list(value)
    return plain(value) if items is None else [plain_parts(item) for item in items]


def as_list(value: Any) -> list[Any] | None:
    """Return a list, a tuple, a set or a column of a table as a list; None for what is nothing of the kind."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return list(cast("Iterable[Any]", value))
    return list(value) if len(_shape(value) or ()) == 1 else None


def _shape(value: Any) -> tuple[int, ...] | None:
    """Return the sizes of what numpy and pandas make, empty for a scalar; None for everything else."""
    # Not of the value: a model may hold such a key.
    return value.shape if hasattr(cast("object", type(value)), "shape") else None


def as_text(value: Any) -> Any:
    """Return the text that a number stands for, such as a part number out of a column of floats.

    A float that is not whole stands for none, nor does one of so many digits that some were lost. They, and
    everything that is no number, are returned as they are.
    """
    value = plain(value)
    if isinstance(value, bool) or is_nothing(value):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) <= _EXACT else value
    if hasattr(value, "to_integral_value"):  # a Decimal
        whole = value.to_integral_value()
        return format(whole if whole == value else value, "f")
    return value
