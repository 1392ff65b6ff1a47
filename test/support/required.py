"""What a request must have, whatever it is about."""

from __future__ import annotations

from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import xi_sdk_resellers as package
from xi_sdk_resellers._modelling.base import RequestModel


def _least(annotation: Any) -> Any:
    """Give a value of a type: text, a number, a day, an object or a list of them."""
    kind = get_origin(annotation) or annotation
    if isinstance(annotation, UnionType) or kind is Union:
        return _least(next(part for part in get_args(annotation) if part is not NoneType))
    if kind is Annotated:
        return _least(get_args(annotation)[0])
    if kind is list:
        return []
    if kind is date:
        return "2026-01-31"
    if isinstance(kind, type) and issubclass(kind, RequestModel):
        return needed(kind)
    return 1 if kind is int else "PO-1"


def needed(model: type[RequestModel]) -> dict[str, Any]:
    """Give the least that a request takes, by Python name."""
    return {name: _least(info.annotation) for name, info in model.model_fields.items() if info.is_required()}


REQUIRED: dict[type[RequestModel], dict[str, Any]] = {
    found: least
    for name in package.models.__all__
    if isinstance(found := getattr(package, name), type)
    and issubclass(found, RequestModel)
    and (least := needed(found))
}
"""The least that each kind of request takes, by Python name; not for those that need nothing."""
