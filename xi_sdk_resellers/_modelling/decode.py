"""Read answers. What fits the contract is typed; what does not is kept as it came, and reported."""

from __future__ import annotations

from collections.abc import Callable, Sized
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic_core import ValidationError

from xi_sdk_resellers._modelling.drifting import CLEAN_BEFORE_STRICT, drifting
from xi_sdk_resellers._modelling.schema import answer_validator
from xi_sdk_resellers._process.pause import pausing

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape
    from xi_sdk_resellers._values.drift import Drift

M = TypeVar("M", bound="Shape")

LARGE = 512 * 1024
"""From how many bytes on garbage collection waits until an answer is read: an order of about 400 lines."""


_strict: dict[type[Shape], Callable[[bytes | str], Any]] = {}
"""How to read a class whose last answers fitted."""


def waiting_collection(text: object, pause_gc: bool) -> AbstractContextManager[None]:
    """Return what lets garbage collection wait while a text is read: nothing for one that is not large."""
    return pausing(pause_gc and isinstance(text, Sized) and len(text) >= LARGE)


def decode(model_class: type[M], data: bytes | str, *, pause_gc: bool) -> tuple[M, tuple[Drift, ...]]:
    """Read an answer.

    Clean answers take one pass of pydantic's own JSON parser. Only when something does not fit or is
    not known is the answer read again, by a validator that keeps it. Such answers come in rows, so
    the next ones of that class are read by that validator from the start.

    Args:
        model_class: what the contract says the answer is.
        data: the body, JSON in UTF-8.
        pause_gc: whether garbage collection may wait while a large answer (512 KiB) is read. Reading
            makes many objects and no garbage, yet the collector looks at all of them again and
            again; at 10,000 lines that is two thirds of the time. It is switched off for the whole
            process, but only for the milliseconds that the one call takes, and it is switched on
            again in any case. Smaller answers gain nothing by it.

    Returns:
        The model, and what did not fit. ``null`` gives a model with empty lists, a list of one
        object that object, and anything else that is no object an empty model, reported.

    Raises:
        ValueError: the text is no JSON at all.
    """
    if pause_gc and len(data) >= LARGE:
        with waiting_collection(data, pause_gc):
            return decode(model_class, data, pause_gc=False)
    strict = _strict.get(model_class)
    if strict is None and model_class not in drifting:
        strict = _strict[model_class] = answer_validator(model_class).validate_json
    if strict is not None:
        try:
            return strict(data), ()
        except ValidationError:
            drifting[model_class] = CLEAN_BEFORE_STRICT
            _strict.pop(model_class, None)
    # Late: only drifted answers need it.
    from xi_sdk_resellers._modelling.lenient import decode_leniently

    return decode_leniently(model_class, data)


def decode_mapping(model_class: type[M], data: dict[str, Any], *, into: M | None = None) -> M:
    """Read an answer that was parsed before; values that do not fit are kept.

    Args:
        model_class: what the contract says the answer is.
        data: its values by the keys of the wire.
        into: an empty instance to fill, for a constructor: the names of fields count as keys, too.
    """
    if into is None:
        try:
            return cast("M", answer_validator(model_class).validate_python(data))
        except ValidationError:
            pass
    # Late: only constructors and drifted answers need it.
    from xi_sdk_resellers._modelling.lenient import read_mapping

    return read_mapping(model_class, data, into=into)[0]
