"""Read the fields of any model without importing its class, or pydantic.

Answers are believed: a value of the wrong shape is kept as it came. Code that decides on answers reads them through
here, so that an odd one never becomes an exception.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

M = TypeVar("M")

_NOTHING: dict[str, Any] = {}
_BETWEEN = r"[,;|\t\r\n]+"
"""What stands between several values in one text. Blanks do not: carriers write their numbers in groups."""


def fields_of(value: object) -> Mapping[str, object]:
    """Return the fields that the class of a model declares, by name; nothing for what is no model."""
    return cast("Mapping[str, object]", getattr(type(value), "model_fields", _NOTHING))


def is_model(value: object) -> bool:
    """Tell whether a value is one of the models."""
    return hasattr(type(value), "model_fields")


def value_of(model: object, name: str) -> Any:
    """Return the value of a field; None when it has none, or when the model is no model.

    Several times as fast as ``getattr`` for fields that the model does not have.
    """
    held: dict[str, Any] = getattr(model, "__dict__", _NOTHING)
    if name in held:
        return held[name]
    # What came under another spelling of its key is found by the model itself.
    return getattr(model, name, None) if extra_of(model) and name in fields_of(model) else None


def extra_of(model: object) -> Mapping[str, Any]:
    """Return what came besides the declared fields, under the keys of the wire."""
    return cast("Mapping[str, Any] | None", getattr(model, "__pydantic_extra__", None)) or _NOTHING


def items_of(value: object) -> list[object]:
    """Return a list as it is, and an empty one for everything else."""
    return cast("list[object]", value) if isinstance(value, list) else []


def parts(value: Iterable[M] | None) -> list[M]:
    """Return the models of a list of models; what is no model is left out, and what is no list is empty."""
    return [cast("M", item) for item in items_of(value) if is_model(item)]


def several(value: object) -> list[str]:
    """Take apart a text that may hold several values, such as ``1Z1, 1Z2; 1Z3``; or a list of such texts.

    Returns:
        Each value once, without blanks around it; empty for what is no text.
    """
    found = (text(part) for item in (items_of(value) or [value]) for part in re.split(_BETWEEN, text(item)))
    return [*dict.fromkeys(filter(None, found))]


def text(value: object) -> str:
    """Return a text without blanks around it, or a whole number as text; anything else is empty."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""
