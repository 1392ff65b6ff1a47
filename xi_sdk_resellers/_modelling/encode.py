"""Write requests, and the JSON text of any model."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin

from pydantic import VERSION, BaseModel, ValidationError

from xi_sdk_resellers._modelling.making import make
from xi_sdk_resellers._modelling.names import AS_CAME_FIELD, wire_name
from xi_sdk_resellers._modelling.problems import check_finite, request_error
from xi_sdk_resellers._modelling.schema import (
    Marks,
    Notes,
    body_serializer,
    marked_serializer,
    model_in,
    relaxed_validator,
)
from xi_sdk_resellers._modelling.spellings import given_back
from xi_sdk_resellers._values.narrow import is_list
from xi_sdk_resellers._values.tables import plain_parts
from xi_sdk_resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape

_MARK = "\ue0a4"
"""What amounts begin with until they are numbers: a character without a meaning, once or more often."""
_SERIALIZES_UNKNOWN_KEYS = tuple(map(int, VERSION.split(".")[:2])) >= (2, 13)
"""Whether pydantic serializes unknown keys by their schema, and so shows them to :func:`body_serializer`."""


def encode(model: Shape) -> bytes:
    """Write a request as JSON.

    Args:
        model: the request.

    Returns:
        What was set, without None, under the keys of the wire. Money is a number with exactly its
        digits, dates are ``yyyy-MM-dd``.

    Raises:
        ApiValueError: the model was changed in place to something the vendor does not take, or holds
            NaN, Infinity or an object that JSON has no form for.
    """
    try:
        return _encoded(model)
    except RecursionError:
        name = type(model).__name__
        raise ApiValueError(f"{name}: values are nested too deeply, or hold themselves") from None


def _encoded(model: Shape) -> bytes:
    unknown = Notes()
    try:
        data = _dump(model, unknown)
    except (ValueError, RecursionError):
        with _refusals_of(model):
            model = _checked(model)
            data = _dump(model, unknown)
    lists = [value for name in _lists(type(model)) if (value := model.__dict__.get(name)) is not None]
    if not all(map(all, lists)) or (_has_more_lists(data, len(lists)) and b"null" in data):
        _check_types(model)
    if not _SERIALIZES_UNKNOWN_KEYS:
        unknown += _unknown_values(model)
        if unknown:
            check_finite(model.model_dump(by_alias=True, exclude_unset=True, warnings=False), ())
    end = _amount_end(type(model))
    if not unknown and _is_written_at_once(type(model)):
        return data
    if unknown or not end:
        return _with_numbers(model, exclude_none=True, finite=True)
    first, *others = data.rsplit(end + b'"')  # from the end: CPython does that in half the time
    return end.join([first, *[part.replace(b'"', b"", 1) for part in others]])


def json_text(model: Shape) -> str:
    """Write everything that was set, or that came, as JSON text."""
    try:
        return _with_numbers(model).decode()
    except (ValueError, RecursionError) as error:
        raise ApiValueError(f"{type(model).__name__}: {error}") from None


def _with_numbers(model: Shape, *, exclude_none: bool = False, finite: bool = False) -> bytes:
    """Write amounts as numbers where a field declares them, and leave what looks like them anywhere else.

    pydantic writes them as texts. They get a mark that nothing else in the text begins with.
    """
    serializer = marked_serializer(type(model))
    marks = Marks(_MARK)
    while True:
        data = serializer.to_json(
            model,
            by_alias=True,
            exclude_none=exclude_none,
            exclude_unset=True,
            warnings="none",
            context=cast("Any", marks),
        )
        if AS_CAME_FIELD in vars(model):
            values = given_back(json.loads(data), model)
            data = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
        first, *others = data.split(f'"{marks.mark}'.encode())
        if len(others) == marks.count:
            if finite and marks.not_finite:
                raise _not_finite(model, marks.not_finite[0])
            return b"".join([first, *[part.replace(b'"', b"", 1) for part in others]])
        marks = Marks(marks.mark + _MARK)


def _dump(model: Shape, unknown: Notes) -> bytes:
    return body_serializer(type(model)).to_json(
        model, by_alias=True, exclude_none=True, warnings="error", context=unknown
    )


def _checked(model: Shape) -> Shape:
    """Check a model that was changed in place once more, and return what comes out of it."""
    values = plain_parts(model.model_dump(by_alias=True, exclude_unset=True, warnings=False))
    check_finite(values, ())
    return make(type(model), values, keys=False)


@contextmanager
def _refusals_of(model: Shape) -> Generator[None, None, None]:
    """Raise what pydantic and JSON refuse as an error of ours."""
    name = type(model).__name__
    try:
        yield
    except ApiValueError:
        raise
    except RecursionError:
        raise ApiValueError(f"{name}: an object contains itself") from None
    except ValueError as error:
        raise ApiValueError(f"{name}: {error}") from None


def _has_more_lists(data: bytes, known: int) -> bool:
    """Tell whether a body has lists besides those of the order itself, which are not worth searching its text."""
    at = -1
    for _ in range(known + 1):
        at = data.find(b"[", at + 1)
        if at < 0:
            return False
    return True


@cache
def _lists(model_class: type[Shape]) -> tuple[str, ...]:
    """Name the fields that hold a list."""
    fields = model_class.model_fields.items()
    return tuple(name for name, info in fields if any(get_origin(part) is list for part in _parts(info.annotation)))


def _parts(annotation: Any) -> tuple[Any, ...]:
    return (annotation, *(part for argument in get_args(annotation) for part in _parts(argument)))


def _check_types(model: Shape) -> None:
    """Refuse None in a list, which pydantic writes without a warning; it takes None out of objects only."""
    values = model.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    try:
        relaxed_validator(type(model)).validate_python(values)
    except ValidationError as error:
        raise request_error(type(model).__name__, error) from None


def _unknown_values(model: BaseModel) -> Iterator[object]:
    """Go through the values of all unknown keys in a model and its parts."""
    yield from (model.__pydantic_extra__ or {}).values()
    values: list[Any] = list(model.__dict__.values())
    for value in values:
        for part in value if is_list(value) else [value]:
            if isinstance(part, BaseModel):
                yield from _unknown_values(part)


def _not_finite(model: Shape, amount: Decimal) -> ApiValueError:
    return ApiValueError(f"{type(model).__name__}: an amount must be a finite number, not {amount}")


@cache
def _is_written_at_once(model_class: type[Shape]) -> bool:
    """Tell whether nothing is left to do for a body: no amounts, and nothing in it but what was set."""
    amounts, _ = keys_of(model_class)
    return not amounts and _is_for_requests(model_class)


def _is_for_requests(model_class: type[Shape]) -> bool:
    """Tell whether a model and its parts are those of requests: nothing that was not set, and keys as they are sent."""
    if not model_class.model_config.get("validate_assignment"):
        return False
    for info in model_class.model_fields.values():
        part = cast("type[Shape] | None", model_in(info.annotation))
        if not info.is_required() and (info.default is not None or info.default_factory is not None):
            return False
        if part is not None and part is not model_class and not _is_for_requests(part):
            return False
    return True


@cache
def _amount_end(model_class: type[Shape]) -> bytes:
    """Return what the keys of all amounts end with, and no other known key; empty when there is no such thing.

    Amounts are found by it in half the time that marks take.
    """
    amounts, others = keys_of(model_class)
    end = _common_end(amounts) if amounts else ""
    return b"" if len(end) < 3 or any(key.endswith(end) for key in others) else f'{end}":'.encode()


def _common_end(keys: frozenset[str]) -> str:
    shortest = min(keys, key=len)
    return next(end for end in (shortest[at:] for at in range(len(shortest) + 1)) if all(k.endswith(end) for k in keys))


@cache
def keys_of(model_class: type[Shape]) -> tuple[frozenset[str], frozenset[str]]:
    """List the keys of amounts of money, and all other keys, of a model and its parts."""
    amounts: set[str] = set()
    others: set[str] = set()
    for name, info in model_class.model_fields.items():
        key = info.serialization_alias or wire_name(name)
        (amounts if Decimal in _parts(info.annotation) else others).add(key)
        part = cast("type[Shape] | None", model_in(info.annotation))
        if part is not None and part is not model_class:
            more, rest = keys_of(part)
            amounts |= more
            others |= rest
    return frozenset(amounts), frozenset(others)
