"""Write requests, and the JSON text of any model."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin

from pydantic import VERSION, BaseModel, ValidationError

from xi_sdk_resellers.exceptions import ApiValueError
from xi_sdk_resellers.models._names import wire_name
from xi_sdk_resellers.models._problems import path_of, request_error, shown
from xi_sdk_resellers.models._schema import body_serializer, model_in, relaxed_validator
from xi_sdk_resellers.models._shapes import is_list, is_mapping

if TYPE_CHECKING:
    from xi_sdk_resellers.models._base import Model

_AMOUNT = "[-+.0-9E]+"
"""What an amount of money looks like as text: faster to find than the next one, where values were checked."""
_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:E[+-]?[0-9]+)?"
"""What JSON calls a number, and nothing else: an answer may hold a text such as a date in place of an amount."""
_SERIALIZES_UNKNOWN_KEYS = tuple(map(int, VERSION.split(".")[:2])) >= (2, 13)
"""Whether pydantic serializes unknown keys by their schema, and so shows them to :func:`body_serializer`."""


def encode(model: Model) -> bytes:
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


def _encoded(model: Model) -> bytes:
    unknown: list[bool] = []
    try:
        data = _dump(model, unknown)
    except (ValueError, RecursionError):
        data = _dump_checked(model, unknown)
    lists = [value for name in _lists(type(model)) if (value := model.__dict__.get(name)) is not None]
    if not all(map(all, lists)) or (_has_more_lists(data, len(lists)) and b"null" in data):
        _check_types(model)
    if not _SERIALIZES_UNKNOWN_KEYS:
        for value in _unknown_values(model):
            check_finite(value, ())
            unknown.append(True)
    end, exact = _money(type(model))
    if unknown or not end:
        return with_numbers(data, exact)
    first, *others = data.rsplit(end + b'"')  # from the end: CPython does that in half the time
    return end.join([first, *[part.replace(b'"', b"", 1) for part in others]])


def json_text(model: Model) -> str:
    """Write everything that was set, or that came, as JSON text."""
    try:
        data = model.__pydantic_serializer__.to_json(model, by_alias=True, exclude_unset=True, warnings="none")
    except (ValueError, RecursionError) as error:
        raise ApiValueError(f"{type(model).__name__}: {error}") from None
    return with_numbers(data, _money(type(model))[1]).decode()


def _dump(model: Model, unknown: list[bool]) -> bytes:
    return body_serializer(type(model)).to_json(
        model, by_alias=True, exclude_none=True, warnings="error", context=unknown
    )


def _dump_checked(model: Model, unknown: list[bool]) -> bytes:
    """Check a model that was changed in place once more, and write what comes out of it."""
    name = type(model).__name__
    try:
        values = model.model_dump(by_alias=True, exclude_unset=True, warnings=False)
        check_finite(values, ())
        return _dump(type(model).from_dict(values), unknown)
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
def _lists(model_class: type[Model]) -> tuple[str, ...]:
    """Name the fields that hold a list."""
    fields = model_class.model_fields.items()
    return tuple(name for name, info in fields if any(get_origin(part) is list for part in _parts(info.annotation)))


def _parts(annotation: Any) -> tuple[Any, ...]:
    return (annotation, *get_args(annotation))


def _check_types(model: Model) -> None:
    """Refuse None in a list, which pydantic writes without a warning; it takes None out of objects only."""
    values = model.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    try:
        relaxed_validator(type(model)).validate_python(values)
    except ValidationError as error:
        raise request_error(type(model).__name__, error) from None


def check_finite(value: object, location: tuple[int | str, ...]) -> None:
    """Refuse NaN and Infinity, which JSON has no form for, anywhere in a value.

    Raises:
        ApiValueError: there is one.
    """
    if isinstance(value, float) and not math.isfinite(value):
        where = path_of(location) or "a value"
        raise ApiValueError(f"{where} must be a finite number, not {shown(value)}", list(location))
    if is_mapping(value):
        for key, item in value.items():
            check_finite(item, (*location, str(key)))
    elif is_list(value):
        for index, item in enumerate(value):
            check_finite(item, (*location, index))


def _unknown_values(model: BaseModel) -> Iterator[object]:
    """Go through the values of all unknown keys in a model and its parts."""
    yield from (model.__pydantic_extra__ or {}).values()
    values: list[Any] = list(model.__dict__.values())
    for value in values:
        for part in value if is_list(value) else [value]:
            if isinstance(part, BaseModel):
                yield from _unknown_values(part)


def with_numbers(data: bytes, patterns: tuple[re.Pattern[bytes], ...]) -> bytes:
    """Turn amounts of money, which pydantic writes as texts, into numbers.

    A quote inside a text is escaped, so what is matched can only be a key with its value.
    """
    for pattern in patterns:
        data = b"".join(pattern.split(data))
    return data


@cache
def _money(model_class: type[Model]) -> tuple[bytes, tuple[re.Pattern[bytes], ...]]:
    """Find out how to find amounts: by what all their keys end with, and by a pattern for each key.

    The former takes half the time. It is empty when another known key ends that way, too.
    """
    amounts, others = keys_of(model_class)
    amounts -= others
    exact = tuple(_pattern(f'"{re.escape(key)}', _NUMBER) for key in sorted(amounts))
    end = _common_end(amounts) if amounts else ""
    if len(end) < 3 or any(key.endswith(end) for key in others):
        return b"", exact
    return f'{end}":'.encode(), exact


def _common_end(keys: frozenset[str]) -> str:
    shortest = min(keys, key=len)
    return next(end for end in (shortest[at:] for at in range(len(shortest) + 1)) if all(k.endswith(end) for k in keys))


def _pattern(key: str, number: str) -> re.Pattern[bytes]:
    return re.compile(f'({key}":)"({number})"'.encode())


@cache
def keys_of(model_class: type[Model]) -> tuple[frozenset[str], frozenset[str]]:
    """List the keys of amounts of money, and all other keys, of a model and its parts."""
    amounts: set[str] = set()
    others: set[str] = set()
    for name, info in model_class.model_fields.items():
        key = info.serialization_alias or wire_name(name)
        (amounts if Decimal in _parts(info.annotation) else others).add(key)
        part = cast("type[Model] | None", model_in(info.annotation))
        if part is not None:
            more, rest = keys_of(part)
            amounts |= more
            others |= rest
    return frozenset(amounts), frozenset(others)
