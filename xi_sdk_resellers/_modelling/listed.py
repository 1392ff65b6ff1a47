"""Read answers that are lists of objects: as the one field of an object, so that everything holds for them, too."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import create_model
from pydantic_core import from_json

from xi_sdk_resellers._modelling.decode import decode
from xi_sdk_resellers._modelling.load import LIST, load_model
from xi_sdk_resellers._modelling.repair import repair
from xi_sdk_resellers._modelling.shape import Shape
from xi_sdk_resellers._values.answers import extra_of
from xi_sdk_resellers._values.drift import Drift
from xi_sdk_resellers._values.narrow import is_list

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIELD = "items"


def read(reference: str, data: bytes, *, pause_gc: bool) -> tuple[Any, tuple[Drift, ...]]:
    """Read an answer, an object or a list of objects. See :func:`decode`.

    Args:
        reference: the model, or the list of a model.
        data: the body, JSON in UTF-8.
        pause_gc: whether garbage collection may wait while a large answer is read.

    Returns:
        The model or a list, and what did not fit. ``null`` gives an empty list, one object a list of one, anything else
        that is no list an empty one, and the last two are reported.

    Raises:
        ValueError: the text is no JSON at all.
    """
    shape = shape_of(reference)
    if not reference.endswith(LIST):
        return decode(shape, data, pause_gc=pause_gc)
    repaired: tuple[Drift, ...] = ()
    try:
        held, drift = _held(shape, data, pause_gc=pause_gc)
    except ValueError:
        data, repaired = repair(data)
        held, drift = _held(shape, data, pause_gc=pause_gc)
    found: Any = vars(held)[_FIELD]
    drift = (*repaired, *_told(drift))
    if data.lstrip()[:1] == b"{":
        drift = (Drift("", "a list was expected, not an object", from_json(data)), *drift)
    return (found if is_list(found) else []), drift


@cache
def shape_of(reference: str) -> type[Shape]:
    """Return the class that an answer is read as: its model, or an object that holds a list of them."""
    model_class = load_model(reference)
    if not reference.endswith(LIST):
        return model_class
    fields: Any = {_FIELD: (list[model_class] | None, None)}  # type: ignore[valid-type]
    return create_model(f"{model_class.__name__}List", __base__=Shape, **fields)


def _held(shape: type[Shape], data: bytes, *, pause_gc: bool) -> tuple[Shape, tuple[Drift, ...]]:
    held, drift = decode(shape, b'{"%b":%b}' % (_FIELD.encode(), data), pause_gc=pause_gc)
    if extra_of(held):
        raise ValueError("no JSON, but part of an object")
    return held, drift


def _told(drift: Iterable[Drift]) -> Iterable[Drift]:
    """Name places as they are in the list itself."""
    return (each._replace(path=each.path.removeprefix(_FIELD)) for each in drift)
