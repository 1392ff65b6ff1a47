"""Write requests, and the JSON text of any model."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, cast, get_args

from pydantic_core import PydanticSerializationError

from xi_sdk_resellers.exceptions import ApiValueError
from xi_sdk_resellers.models._names import wire_name
from xi_sdk_resellers.models._problems import path_of, shown
from xi_sdk_resellers.models._schema import nested_models

if TYPE_CHECKING:
    from xi_sdk_resellers.models._base import Model

_EXPONENT = re.compile(rb'(":)(-?[0-9.]+E[+-]?[0-9]+)(?=[,}])')


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
        data = _dump(model, exclude_none=True, warnings="error")
    except (PydanticSerializationError, ValueError):
        data = _dump_checked(model)
    if b"NaN" in data or b"Infinity" in data:
        _refuse_not_finite(model.to_dict(), ())
    return with_numbers(type(model), data)


def json_text(model: Model) -> str:
    """Write everything that was set, or that came, as JSON text."""
    try:
        data = _dump(model, exclude_none=False, warnings="none")
    except (PydanticSerializationError, ValueError) as error:
        raise ApiValueError(f"{type(model).__name__}: {error}") from None
    return with_numbers(type(model), data).decode()


def _dump(model: Model, *, exclude_none: bool, warnings: Any) -> bytes:
    return model.__pydantic_serializer__.to_json(
        model, by_alias=True, exclude_unset=True, exclude_none=exclude_none, warnings=warnings
    )


def _dump_checked(model: Model) -> bytes:
    """Check a model that was changed in place once more, and write what comes out of it."""
    try:
        values = model.model_dump(by_alias=True, exclude_unset=True, warnings=False)
        again = type(model).from_dict(values)
        return _dump(again, exclude_none=True, warnings="error")
    except (PydanticSerializationError, RecursionError) as error:
        raise ApiValueError(f"{type(model).__name__}: {error}") from None


def _refuse_not_finite(value: Any, location: tuple[int | str, ...]) -> None:
    if isinstance(value, float) and not math.isfinite(value):
        raise ApiValueError(f"{path_of(location)} must be a finite number, not {shown(value)}", list(location))
    if isinstance(value, dict):
        for key, item in cast("Mapping[str, Any]", value).items():
            _refuse_not_finite(item, (*location, key))
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[Any]", value)):
            _refuse_not_finite(item, (*location, index))


def with_numbers(model_class: type[Model], data: bytes) -> bytes:
    """Turn the amounts of money, which pydantic writes as texts, into numbers.

    A quote inside a text is escaped, so what is matched can only be a key with its value.
    """
    for key, pattern in _money_patterns(model_class):
        if key in data:
            data = b"".join(pattern.split(data))
            if b"E+" in data or b"E-" in data:
                data = _EXPONENT.sub(_positional, data)
    return data


def _positional(match: re.Match[bytes]) -> bytes:
    number = Decimal(match[2].decode())
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > 100:
        return match[0]
    return match[1] + f"{number:f}".encode()


@cache
def _money_patterns(model_class: type[Model]) -> tuple[tuple[bytes, re.Pattern[bytes]], ...]:
    keys = sorted(money_keys(model_class))
    return tuple(
        (
            f'"{key}":"'.encode(),
            re.compile(rf'("{re.escape(key)}":)"(-?[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]+)?)"'.encode()),
        )
        for key in keys
    )


@cache
def money_keys(model_class: type[Model]) -> frozenset[str]:
    """Find the keys of all amounts of money in a model and its parts."""
    keys: set[str] = set()
    for name, info in model_class.model_fields.items():
        if Decimal in (info.annotation, *get_args(info.annotation)):
            keys.add(info.serialization_alias or wire_name(name))
        part = nested_models(info.annotation)
        if part is not None:
            keys |= money_keys(cast("type[Model]", part))
    return frozenset(keys)
