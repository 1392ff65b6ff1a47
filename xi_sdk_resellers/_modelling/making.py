"""Make and change requests: check them, take what has one meaning, look at unknown keys."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import ValidationError

from xi_sdk_resellers._modelling.keys import check_keys, typos_in
from xi_sdk_resellers._modelling.problems import request_error
from xi_sdk_resellers._modelling.schema import Notes, relaxed_validator
from xi_sdk_resellers._modelling.spellings import adopt, spellings_of
from xi_sdk_resellers._modelling.tidy import SpentIterator, tidied

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape

M = TypeVar("M", bound="Shape")

_WITHOUT_KEYS = frozenset({str, int, float, bool, type(None)})
"""Types of values that hold no keys to look at."""


def make(
    model_class: type[M], data: dict[str, Any], *, limits: bool = True, into: M | None = None, keys: bool = True
) -> M:
    """Make a request of its values.

    Args:
        model_class: its class.
        data: the values, under keys of the wire or the names of fields.
        limits: whether lengths are checked, and typos among the keys refused.
        into: an empty instance to fill.
        keys: whether unknown keys are looked at.

    Raises:
        ApiTypeError: only types are wrong, or keys missing.
        ApiValueError: a value breaks a rule, or a key is nearly a known one.
    """
    notes = Notes()
    validator = model_class.__pydantic_validator__ if limits else relaxed_validator(model_class)
    data = _repeatable(model_class, data)
    try:
        made = validator.validate_python(data, self_instance=into, context=notes)
    except ValidationError as error:
        notes.clear()
        made = _second_try(model_class, data, validator, into, notes, error, typos=limits and keys)
    if notes:
        if keys:
            check_keys(model_class, data, refuse=limits)
        adopt(made)
    return cast("M", made)


def assign(model: Shape, name: str, value: Any) -> None:
    """Give a field of a request a new value, which is checked like one in :func:`make`."""
    validate = type(model).__pydantic_validator__.validate_assignment
    if type(value) in _WITHOUT_KEYS:
        try:
            validate(model, name, value)
        except ValidationError as error:
            _assign_tidied(model, name, value, Notes(), error)
        return
    notes, value = Notes(), _listed(value)
    before, was_set = model.__dict__, name in model.__pydantic_fields_set__
    try:
        validate(model, name, value, context=notes)
    except ValidationError as error:
        notes.clear()
        _assign_tidied(model, name, value, notes, error)
    if notes:
        try:
            check_keys(type(model), {name: value}, refuse=True)
        except ValueError:
            object.__setattr__(model, "__dict__", before)
            if not was_set:
                model.__pydantic_fields_set__.discard(name)
            raise
        adopt(model)


def _assign_tidied(model: Shape, name: str, value: Any, notes: Notes, first: ValidationError) -> None:
    model_class = type(model)
    try:
        tidy = tidied(model_class, {name: value})[name]
        model_class.__pydantic_validator__.validate_assignment(model, name, tidy, context=notes)
    except SpentIterator:
        raise request_error(model_class.__name__, first) from None
    except ValidationError as again:
        raise request_error(model_class.__name__, again, typos_in(model_class, {name: value})) from None


def _second_try(
    model_class: type[Shape],
    data: dict[str, Any],
    validator: Any,
    into: Any,
    notes: Notes,
    first: ValidationError,
    *,
    typos: bool,
) -> Any:
    try:
        return validator.validate_python(tidied(model_class, data), self_instance=into, context=notes)
    except SpentIterator:
        error = first
    except ValidationError as again:
        error = again
    raise request_error(model_class.__name__, error, typos_in(model_class, data) if typos else ()) from None


def _repeatable(model_class: type[Shape], data: dict[str, Any]) -> dict[str, Any]:
    """Read iterators that were given for lists, so that everything can be looked at again."""
    for key in _list_keys(model_class):
        if key in data and type(data[key]) is not list and hasattr(data[key], "__next__"):
            data = {**data, key: _listed(data[key])}
    return data


def _listed(value: Any) -> Any:
    return list(value) if hasattr(value, "__next__") else value


@cache
def _list_keys(model_class: type[Shape]) -> tuple[str, ...]:
    """Name the keys of lists, in all accepted spellings."""
    found = spellings_of(model_class)
    keys = [key for key, (_, many) in found.parts.items() if many]
    return (*keys, *(found.wires[key] for key in keys), *(other for other, key in found.others.items() if key in keys))
