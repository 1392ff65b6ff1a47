"""Read an answer that does not fit the contract, or is hardly JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar, Union, cast, get_args, get_origin

from pydantic_core import ValidationError

from xi_sdk_resellers._modelling.drifting import CLEAN_BEFORE_STRICT, drifting
from xi_sdk_resellers._modelling.names import wire_name
from xi_sdk_resellers._modelling.repair import repair
from xi_sdk_resellers._modelling.schema import Kept, lenient_validator, model_in
from xi_sdk_resellers._modelling.spellings import adopt
from xi_sdk_resellers._values.drift import Drift
from xi_sdk_resellers._values.narrow import is_list

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape

M = TypeVar("M", bound="Shape")
Path = tuple["Path | None", str, int]

_EXPECTED = {
    str: "text",
    int: "a whole number",
    float: "a number",
    Decimal: "a number",
    bool: "true or false",
    date: "a date",
    dict: "an object",
    list: "a list",
}


def decode_leniently(model_class: type[M], data: bytes | str) -> tuple[M, tuple[Drift, ...]]:
    """Read an answer, keep what does not fit, and report it.

    Args:
        model_class: what the contract says the answer is.
        data: the body.

    Returns:
        The model, and what did not fit.

    Raises:
        ValueError: the text is no JSON at all.
    """
    notes: list[object] = []
    try:
        model = lenient_validator(model_class).validate_json(data, context=notes)
    except ValidationError as error:
        return _hardly_an_answer(model_class, data, error)
    return model, _finished(model, notes)


def _finished(model: Any, notes: list[object]) -> tuple[Drift, ...]:
    """Put what was kept in its place, and fill fields that came under another spelling."""
    model_class = cast("type[Shape]", type(model))
    kept = any(type(note) is Kept for note in notes)
    if kept:
        drifting[model_class] = CLEAN_BEFORE_STRICT
    elif drifting.get(model_class, 0) > 1:
        drifting[model_class] -= 1
    else:
        drifting.pop(model_class, None)
    found: list[Drift] = []
    if kept:
        _put_back(model, _plan(model_class), None, found)
    if any(note is True for note in notes):
        adopt(model)
    return tuple(found)


def _hardly_an_answer(model_class: type[M], data: bytes | str, error: ValidationError) -> tuple[M, tuple[Drift, ...]]:
    details = error.errors(include_url=False, include_context=False)[0]
    repaired: tuple[Drift, ...] = ()
    value: Any = details["input"]
    if details["type"] == "json_invalid":
        data, repaired = repair(data)
        notes: list[object] = []
        try:
            model = lenient_validator(model_class).validate_json(data, context=notes)
        except ValidationError as again:
            value = again.errors(include_url=False, include_context=False)[0]["input"]
        else:
            return model, repaired + _finished(model, notes)
    if value is None:
        return empty(model_class), repaired
    drift = Drift("", f"an object was expected, not {_kind(value)}", value)
    single = _single_object(value)
    if single is None:
        return empty(model_class), (*repaired, drift)
    notes = []
    model = lenient_validator(model_class).validate_python(single, context=notes)
    inner = [Drift(f"[0].{each.path}", each.message, each.value) for each in _finished(model, notes)]
    return model, (*repaired, drift, *inner)


def _single_object(value: object) -> dict[str, Any] | None:
    item = value[0] if is_list(value) and len(value) == 1 else None
    return cast("dict[str, Any]", item) if isinstance(item, dict) else None


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if is_list(value):
        return f"a list of {len(value)}"
    return "text" if isinstance(value, str) else "a number"


def empty(model_class: type[M]) -> M:
    """Make the model of an answer without content: its lists are empty, and nothing counts as set."""
    model = lenient_validator(model_class).validate_python({})
    for name, info in model_class.model_fields.items():
        if get_origin(_plain(info.annotation)) is list:
            vars(model)[name] = []
    return cast("M", model)


def _put_back(model: Any, plan: _Plan, path: Path | None, found: list[Drift]) -> None:
    """Replace every Kept below a model by its value, and report it."""
    values: dict[str, Any] = model.__dict__
    if Kept in map(type, values.values()):
        for name, value in values.items():
            if type(value) is Kept:
                values[name] = value.value  # an existing key: the dictionary keeps its size
                key, expected = plan.fields[name]
                found.append(Drift(_text((path, key, -1)), expected, value.value))
    for name, key, part, part_plan, expected in plan.parts:
        value = values[name]
        if value is None:
            continue
        if type(value) is part:
            _put_back(value, part_plan, (path, key, -1), found)
        elif is_list(value):
            for index, item in enumerate(value):
                if type(item) is part:
                    if part_plan.parts or Kept in map(type, item.__dict__.values()):
                        _put_back(item, part_plan, (path, key, index), found)
                elif type(item) is Kept:
                    value[index] = item.value
                    found.append(Drift(_text((path, key, index)), expected, item.value))


def _text(path: Path | None) -> str:
    parts: list[str] = []
    while path is not None:
        path, key, index = path
        parts.append(key if index < 0 else f"{key}[{index}]")
    return ".".join(reversed(parts))


class _Plan(NamedTuple):
    """What is needed to look through a model and to report on it."""

    fields: dict[str, tuple[str, str]]
    """For each field its key, and what it expects."""
    parts: tuple[tuple[str, str, Any, _Plan, str], ...]
    """The fields that hold models or lists: name, key, class and plan of the models, what items are expected."""


@cache
def _plan(model_class: type[Shape] | None) -> _Plan:
    fields: dict[str, tuple[str, str]] = {}
    parts: list[tuple[str, str, Any, _Plan, str]] = []
    for name, info in model_class.model_fields.items() if model_class else ():
        key = info.validation_alias if isinstance(info.validation_alias, str) else wire_name(name)
        plain = _plain(info.annotation)
        item = _plain(get_args(plain)[0]) if get_origin(plain) is list else Any
        part = cast("type[Shape] | None", model_in(plain))
        fields[name] = (key, _expectation(plain))
        if part or get_origin(plain) is list:
            parts.append((name, key, part, _plan(part), _expectation(item)))
    return _Plan(fields, tuple(parts))


def _plain(annotation: Any) -> Any:
    """Take ``| None`` and annotations off a type."""
    while get_origin(annotation) in (Union, UnionType, Annotated):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _expectation(plain: Any) -> str:
    kind = get_origin(plain) or plain
    return f"{_EXPECTED.get(kind) or ('an object' if isinstance(kind, type) else 'something else')} was expected"
