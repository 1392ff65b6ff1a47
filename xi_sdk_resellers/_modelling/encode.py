"""Write requests, and the JSON text of any model."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple, cast, get_args, get_origin

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
_QUOTE, _NOTHING, _ONCE = repeat(b'"'), repeat(b""), repeat(1)


class _Way(NamedTuple):
    """How the requests of a class are written."""

    dump: Callable[..., bytes]
    lists: tuple[str, ...]
    """The fields that hold a list."""
    amount_end: bytes
    """What the keys of all amounts end with, and no other known key; empty when there is no such thing."""
    is_at_once: bool
    """Whether nothing is left to do for a body: no amounts, and nothing in it but what was set."""


_ways: dict[type[Shape], _Way] = {}


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
    way = _ways.get(type(model)) or _way(type(model))
    unknown = Notes()
    try:
        data = way.dump(model, by_alias=True, exclude_none=True, warnings="error", context=unknown)
    except (ValueError, RecursionError):
        with _refusals_of(model):
            model = _checked(model)
            data = way.dump(model, by_alias=True, exclude_none=True, warnings="error", context=unknown)
    values = model.__dict__
    at = 0
    for name in way.lists:
        value = values.get(name)
        if value is not None:
            at = data.find(b"[", at) + 1
            if not all(value):
                _check_types(model)
    # Lists besides those of the body itself are not worth being looked for: a text without null has no None in them.
    if data.find(b"[", at) >= 0 and b"null" in data:
        _check_types(model)
    if not _SERIALIZES_UNKNOWN_KEYS:
        unknown += _unknown_values(model)
        if unknown:
            check_finite(model.model_dump(by_alias=True, exclude_unset=True, warnings=False), ())
    if not unknown:
        if way.is_at_once:
            return data
        if way.amount_end:
            parts = data.rsplit(way.amount_end + b'"')  # from the end: CPython does that in half the time
            parts[0] = b'"' + parts[0]  # which has no amount before it, but loses a quotation mark like the others
            return way.amount_end.join(map(bytes.replace, parts, _QUOTE, _NOTHING, _ONCE))
    return _with_numbers(model, exclude_none=True, finite=True)


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


def _checked(model: Shape) -> Shape:
    """Check a model that was changed in place once more, and return what comes out of it."""
    values = plain_parts(model.model_dump(by_alias=True, exclude_unset=True, warnings=False))
    check_finite(values, ())
    return make(type(model), values, keys=False)


def _way(model_class: type[Shape]) -> _Way:
    dump = body_serializer(model_class).to_json
    way = _Way(dump, _lists(model_class), _amount_end(model_class), _is_written_at_once(model_class))
    _ways[model_class] = way
    return way


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
