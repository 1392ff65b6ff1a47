"""Read an answer that does not fit the contract, or is hardly JSON."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar, Union, cast, get_args, get_origin

from pydantic_core import ValidationError, from_json, to_json

from xi_sdk_resellers._modelling.drifting import CLEAN_BEFORE_STRICT, drifting
from xi_sdk_resellers._modelling.learning import learn, learned_validator
from xi_sdk_resellers._modelling.repair import repair
from xi_sdk_resellers._modelling.schema import Kept, Notes, lenient_validator, model_in, respelled_validator
from xi_sdk_resellers._modelling.spellings import Found, Spellings, respell, spellings_of
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
    notes = Notes()
    try:
        model = learned_validator(model_class).validate_json(data, context=notes)
    except ValidationError as error:
        return _hardly_an_answer(model_class, data, error)
    if notes:
        drifting[model_class] = CLEAN_BEFORE_STRICT
    elif drifting.get(model_class, 0) > 1:
        drifting[model_class] -= 1
    else:
        drifting.pop(model_class, None)
    if True in notes and _is_spelled_otherwise(model, _plan(model_class)):
        model, notes = _read_respelled(model_class, from_json(data))
    return model, _settled(model, notes)


def read_mapping(model_class: type[M], data: dict[str, Any], *, into: M | None = None) -> tuple[M, tuple[Drift, ...]]:
    """Read an answer that was parsed before, keep what does not fit, and report it.

    Args:
        model_class: what the contract says the answer is.
        data: its values by the keys of the wire.
        into: an empty instance to fill, for a constructor: the names of fields count as keys, too.
    """
    model, notes = _read(model_class, data, into)
    return model, _settled(model, notes)


def _read(model_class: type[M], values: dict[str, Any], into: M | None) -> tuple[M, Notes]:
    """Read an object that was parsed before."""
    notes = Notes()
    found: Found = {}
    values = respell(values, spellings_of(model_class), found, named=into is not None)
    validator = respelled_validator(model_class) if found else lenient_validator(model_class)
    return cast("M", validator.validate_python(values, self_instance=into, context=notes)), notes


def _read_respelled(model_class: type[M], values: dict[str, Any]) -> tuple[M, Notes]:
    """Read an answer with keys in other spellings, and learn them."""
    notes = Notes()
    found: Found = {}
    values = respell(values, spellings_of(model_class), found)
    learn(model_class, found)
    validator = respelled_validator(model_class) if found else lenient_validator(model_class)
    try:
        # As JSON again, so that a number becomes the same text as in answers that are read in one pass.
        model = validator.validate_json(to_json(values, inf_nan_mode="constants"), context=notes)
    except ValueError:  # a number of thousands of digits
        notes.clear()
        model = validator.validate_python(values, context=notes)
    return cast("M", model), notes


def _is_spelled_otherwise(model: Any, plan: _Plan) -> bool:
    """Tell whether a key of a model, or of its parts, is one of its fields' in another spelling."""
    extra, spellings = model.__pydantic_extra__, plan.spellings
    if extra and not spellings.unknown.issuperset(extra) and any(map(spellings.key_of, extra)):
        return True
    values = model.__dict__
    for name, _, part, part_plan, _ in plan.parts:
        value = values[name]
        if type(value) is part:
            if _is_spelled_otherwise(value, part_plan):
                return True
        elif part is not None and is_list(value):
            for item in value:
                if type(item) is part:
                    extra = item.__pydantic_extra__
                    is_worth_it = part_plan.parts or (extra and not part_plan.spellings.unknown.issuperset(extra))
                    if is_worth_it and _is_spelled_otherwise(item, part_plan):
                        return True
    return False


def _settled(model: Any, notes: Notes) -> tuple[Drift, ...]:
    """Put what was kept in its place."""
    found: list[Drift] = []
    if any(type(note) is Kept for note in notes):
        _put_back(model, _plan(cast("type[Shape]", type(model))), None, found)
    return tuple(found)


def _hardly_an_answer(model_class: type[M], data: bytes | str, error: ValidationError) -> tuple[M, tuple[Drift, ...]]:
    details = error.errors(include_url=False, include_context=False)[0]
    repaired: tuple[Drift, ...] = ()
    value: Any = details["input"]
    if details["type"] == "json_invalid":
        data, repaired = repair(data)
        notes = Notes()
        try:
            model = lenient_validator(model_class).validate_json(data, context=notes)
        except ValidationError as again:
            value = again.errors(include_url=False, include_context=False)[0]["input"]
        else:
            return model, repaired + _settled(model, notes)
    if value is None:
        return empty(model_class), repaired
    drift = Drift("", f"an object was expected, not {_kind(value)}", value)
    single = _single_object(value)
    if single is None:
        return empty(model_class), (*repaired, drift)
    model, found = read_mapping(model_class, single)
    if model_class.one_in_list:
        return model, (*repaired, *found)
    inner = [Drift(f"[0].{each.path}", each.message, each.value) for each in found]
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
                # An existing key: the dictionary keeps its size.
                values[name] = _kept_value(value.value, name, plan, path, found)
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


def _kept_value(value: Any, name: str, plan: _Plan, path: Path | None, found: list[Drift]) -> Any:
    """Report a value that did not fit, unless it is a list of the one object that its field holds."""
    single, part = _single_object(value), plan.objects.get(name)
    if single is None or part is None:
        key, expected = plan.fields[name]
        found.append(Drift(_text((path, key, -1)), expected, value))
        return value
    return _read(part, single, None)[0]  # what does not fit in it is put back together with all other parts


def _text(path: Path | None) -> str:
    parts: list[str] = []
    while path is not None:
        path, key, index = path
        parts.append(key if index < 0 else f"{key}[{index}]")
    return ".".join(reversed(parts))


class _Plan(NamedTuple):
    """What is needed to look through a model and to report on it."""

    spellings: Spellings
    objects: dict[str, type[Shape]]
    """The fields that hold one model, and its class."""
    fields: dict[str, tuple[str, str]]
    """For each field its key, and what it expects."""
    parts: list[tuple[str, str, Any, _Plan, str]]
    """The fields that hold models or lists: name, key, class and plan of the models, what items are expected."""


@cache
def _plan(model_class: type[Shape]) -> _Plan:
    fields: dict[str, tuple[str, str]] = {}
    parts: list[tuple[str, str, Any, Any, str]] = []
    objects: dict[str, type[Shape]] = {}
    spellings = spellings_of(model_class)
    plan = _Plan(spellings, objects, fields, parts)
    for name, info in model_class.model_fields.items():
        key, plain = spellings.names[name], _plain(info.annotation)
        item = _plain(get_args(plain)[0]) if get_origin(plain) is list else Any
        part = cast("type[Shape] | None", model_in(plain))
        fields[name] = (key, _expectation(plain))
        if part or get_origin(plain) is list:
            part_plan = plan if part is model_class else _plan(part) if part else None
            parts.append((name, key, part, part_plan, _expectation(item)))
        if part and plain is part:
            objects[name] = part
    return plan


def _plain(annotation: Any) -> Any:
    """Take ``| None`` and annotations off a type."""
    while get_origin(annotation) in (Union, UnionType, Annotated):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return annotation


def _expectation(plain: Any) -> str:
    kind = get_origin(plain) or plain
    return f"{_EXPECTED.get(kind) or ('an object' if isinstance(kind, type) else 'something else')} was expected"
