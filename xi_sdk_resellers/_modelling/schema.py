"""Validators and serializers for the wire, built straight from the fields of the models.

pydantic builds one pair for each class: it takes fields by name and checks every limit. Answers and
relaxed bodies need other rules for the same classes, and a request is written much faster without
the wrappers around every field. These are made here, from public parts of pydantic: `model_fields`
and `pydantic_core.core_schema`.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from inspect import signature
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import CoreSchema, SchemaSerializer, SchemaValidator, core_schema

from xi_sdk_resellers._modelling.names import AS_CAME, AS_CAME_FIELD, wire_name
from xi_sdk_resellers._modelling.numbers import either, refuse_truth
from xi_sdk_resellers._modelling.problems import check_finite, to_date

_SCALARS: dict[Any, Callable[[], CoreSchema]] = {
    str: core_schema.str_schema,
    int: core_schema.int_schema,
    float: core_schema.float_schema,
    bool: core_schema.bool_schema,
    Decimal: core_schema.decimal_schema,
}
_CONFIG = core_schema.CoreConfig(extra_fields_behavior="allow", coerce_numbers_to_str=True)
# The first item that does not fit decides that an answer is read again; pydantic 2.7 looks at all of them.
_STOP_AT_FIRST: dict[str, Any] = (
    {"fail_fast": True} if "fail_fast" in signature(core_schema.list_schema).parameters else {}
)
_building = threading.RLock()


class Kept:
    """A value that did not fit, until it is put back in its place and reported."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value


class Notes(list[object]):
    """The context of a validation: what is to be looked at again when it is done."""


class Marks:
    """The mark of amounts, how many were written with it, and which ones are no numbers in JSON."""

    __slots__ = ("count", "mark", "not_finite")

    def __init__(self, mark: str) -> None:
        self.mark = mark
        self.count = 0
        self.not_finite: list[Decimal] = []


@cache
def answer_validator(model_class: type[BaseModel]) -> SchemaValidator:
    """Return the validator that reads answers, and fails on the first wrong shape or unknown key.

    It looks fields up by their key on the wire only, knows no limits and misses nothing.
    """
    return _Answers().validator(model_class)


@cache
def lenient_validator(model_class: type[BaseModel]) -> SchemaValidator:
    """Return the validator that reads answers and keeps every value that does not fit, and unknown keys.

    When the context is a :class:`Notes`, each such value is wrapped in :class:`Kept` and added to it. True is
    added for every unknown key.
    """
    return _LenientAnswers().validator(model_class)


@cache
def respelled_validator(model_class: type[BaseModel]) -> SchemaValidator:
    """Return the lenient validator that also notes in each model how its keys came, which it finds in the object."""
    return _RespelledAnswers().validator(model_class)


def spelled_validator(
    model_class: type[BaseModel], spelled: Mapping[type[BaseModel], Mapping[str, str]]
) -> SchemaValidator:
    """Build the lenient validator of answers whose keys come in other spellings.

    Args:
        model_class: the answer's class.
        spelled: for every class of objects the other spellings, by the keys of the wire. Each model gets those of its
            class. The wire's own spelling of such a key is an unknown key.
    """
    return _SpelledAnswers(spelled).validator(model_class)


@cache
def relaxed_validator(model_class: type[BaseModel]) -> SchemaValidator:
    """Return the validator that checks types and required fields of a body, but no lengths.

    When the context is a :class:`Notes`, True is added to it for every unknown key.
    """
    return _Bodies().validator(model_class)


@cache
def body_serializer(model_class: type[BaseModel]) -> SchemaSerializer:
    """Return the serializer of requests. It takes None out, and writes money as text with its digits.

    When the context is a :class:`Notes`, True is added to it for every key that the contract does not know, and for
    every amount that was given as text.
    """
    return _Written().serializer(model_class)


@cache
def marked_serializer(model_class: type[BaseModel]) -> SchemaSerializer:
    """Return the serializer that writes money as text which begins with a mark, wherever a field declares it.

    The context is a :class:`Marks`. What does not fit its field is written as it is, with ``warnings="none"``.
    """
    return _Marked().serializer(model_class)


def field_validator(model_class: type[BaseModel], name: str) -> SchemaValidator:
    """Build the validator of one field's value, which keeps what does not fit."""
    builder = _LenientAnswers()
    schema = builder.whole(builder.kept(builder.value(model_class.model_fields[name].annotation)))
    with as_if_unfinished(builder.models):
        return SchemaValidator(schema, _CONFIG)


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model in an annotation, whatever it is wrapped in; None when there is none."""
    parts = get_args(annotation)  # first, because Python 3.10 calls list[X] a type
    if not parts and isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in parts:
        found = model_in(part)
        if found is not None:
            return found
    return None


def note_unknown(value: Any, info: core_schema.ValidationInfo) -> Any:
    """Note that there is an unknown key, whose value this is."""
    if type(info.context) is Notes:
        info.context.append(True)
    return value


class as_if_unfinished:  # noqa: N801 - reads as what it is, a context
    """Let a validator be built from the schemas that it is given.

    pydantic-core takes the finished validator of a nested class instead, if there is one. The flag that
    tells is read only while validators are built, so that clearing it meanwhile harms nobody.
    """

    def __init__(self, classes: Iterable[type[BaseModel]]) -> None:
        self._classes = classes

    def __enter__(self) -> None:
        _building.acquire()
        self._finished = [each for each in self._classes if each.__dict__.get("__pydantic_complete__")]
        for each in self._finished:
            each.__pydantic_complete__ = False

    def __exit__(self, *_: object) -> None:
        for each in self._finished:
            each.__pydantic_complete__ = True
        _building.release()


class _Builder:
    """Makes core schemas of models. The subclasses decide what a field, a list and a date are."""

    unknown_keys: Literal["allow", "forbid"] = "allow"
    config = _CONFIG

    def __init__(self) -> None:
        self.models: dict[type[BaseModel], CoreSchema] = {}
        self._holding_themselves: list[CoreSchema] = []

    def validator(self, model_class: type[BaseModel]) -> SchemaValidator:
        schema = self.whole(self.model(model_class))
        with as_if_unfinished(self.models):
            return SchemaValidator(schema)

    def whole(self, schema: CoreSchema) -> CoreSchema:
        """Add the classes that hold themselves, which are only referred to in a schema."""
        found = self._holding_themselves
        return core_schema.definitions_schema(schema, found) if found else schema

    def model(self, model_class: type[BaseModel]) -> CoreSchema:
        if model_class not in self.models:
            reference = core_schema.definition_reference_schema(model_class.__name__)
            self.models[model_class] = reference  # for what holds its own kind
            fields = {name: self.field(model_class, name, info) for name, info in model_class.model_fields.items()}
            fields |= self.more_fields(model_class)
            inner = core_schema.model_fields_schema(
                fields,
                model_name=model_class.__name__,
                extra_behavior=self.unknown_keys,
                extras_schema=self.extras(model_class),
            )
            schema = core_schema.model_schema(model_class, inner, config=self.config)
            if any(model_in(info.annotation) is model_class for info in model_class.model_fields.values()):
                self._holding_themselves.append({**schema, "ref": model_class.__name__})
            else:
                self.models[model_class] = schema
        return self.models[model_class]

    def field(self, model_class: type[BaseModel], name: str, info: Any) -> core_schema.ModelField:
        raise NotImplementedError

    def extras(self, model_class: type[BaseModel]) -> CoreSchema | None:
        return None

    def more_fields(self, model_class: type[BaseModel]) -> dict[str, core_schema.ModelField]:
        return {}

    def value(self, annotation: Any) -> CoreSchema:
        if annotation in _SCALARS:
            return _SCALARS[annotation]()
        origin = get_origin(annotation)
        if origin is Annotated:
            return self.value(get_args(annotation)[0])
        if origin in (Union, UnionType):
            parts = [part for part in get_args(annotation) if part is not type(None)]
            return self.either(tuple(parts)) if len(parts) > 1 else self.nullable(parts[0])
        if origin is list:
            return self.list_of(get_args(annotation)[0])
        if annotation is date:
            return self.date()
        if origin is None and isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.model(annotation)
        return core_schema.dict_schema() if origin is dict else core_schema.any_schema()

    def nullable(self, annotation: Any) -> CoreSchema:
        return core_schema.nullable_schema(self.value(annotation))

    def either(self, parts: tuple[Any, ...]) -> CoreSchema:
        return either(parts)

    def list_of(self, annotation: Any) -> CoreSchema:
        return core_schema.list_schema(self.value(annotation))

    def date(self) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_human_date)


class _Answers(_Builder):
    # Keeping them takes a dictionary for each object, even where there are none; the lenient validator does that.
    unknown_keys: Literal["allow", "forbid"] = "forbid"
    config = core_schema.CoreConfig(extra_fields_behavior="forbid", coerce_numbers_to_str=True)

    def field(self, model_class: type[BaseModel], name: str, info: Any) -> core_schema.ModelField:
        value = self.value(info.annotation)
        if name in getattr(model_class, "one_for_list", ()):
            value = self.one_or_list(value)
        schema = core_schema.with_default_schema(self.kept(value), default=None)
        return core_schema.model_field(schema, validation_alias=info.validation_alias or wire_name(name))

    def kept(self, schema: CoreSchema) -> CoreSchema:
        return schema

    def list_of(self, annotation: Any) -> CoreSchema:
        return core_schema.list_schema(self.value(annotation), **_STOP_AT_FIRST)

    def one_or_list(self, schema: Any) -> CoreSchema:
        """Take one item that came without its list for a list of one."""
        while schema["type"] != "list":
            schema = schema["schema"]
        item = schema["items_schema"]
        if item["type"] == "union":  # of what fits and what is kept: only what fits is worth a list
            item = item["choices"][0]
        one = core_schema.no_info_after_validator_function(_wrapped, item)
        either = core_schema.union_schema([schema, one], mode="left_to_right")
        return core_schema.nullable_schema(either)


class _LenientAnswers(_Answers):
    unknown_keys = "allow"
    config = _CONFIG

    def extras(self, model_class: type[BaseModel]) -> CoreSchema | None:
        return core_schema.with_info_plain_validator_function(note_unknown)

    def kept(self, schema: CoreSchema) -> CoreSchema:
        anything = core_schema.with_info_plain_validator_function(_kept)
        return core_schema.union_schema([schema, anything], mode="left_to_right")

    def list_of(self, annotation: Any) -> CoreSchema:
        return self.one_or_list(core_schema.list_schema(self.kept(self.value(annotation))))

    def one_or_list(self, schema: Any) -> CoreSchema:
        return super().one_or_list(schema) if schema["type"] == "list" else schema


class _RespelledAnswers(_LenientAnswers):
    def more_fields(self, model_class: type[BaseModel]) -> dict[str, core_schema.ModelField]:
        schema = core_schema.with_default_schema(core_schema.any_schema(), default=None)
        return {AS_CAME_FIELD: core_schema.model_field(schema, validation_alias=AS_CAME)}


class _SpelledAnswers(_LenientAnswers):
    def __init__(self, spelled: Mapping[type[BaseModel], Mapping[str, str]]) -> None:
        super().__init__()
        self._spelled = spelled

    def field(self, model_class: type[BaseModel], name: str, info: Any) -> core_schema.ModelField:
        field = super().field(model_class, name, info)
        key: Any = field.get("validation_alias")
        field["validation_alias"] = self._spelled.get(model_class, {}).get(key, key)
        return field

    def more_fields(self, model_class: type[BaseModel]) -> dict[str, core_schema.ModelField]:
        came = dict(self._spelled.get(model_class, {})) or None
        # Of a default that is a dictionary, every model would get a deep copy.
        schema = core_schema.with_default_schema(core_schema.any_schema(), default_factory=lambda: came)
        return {AS_CAME_FIELD: core_schema.model_field(schema, validation_alias=AS_CAME)}


class _Bodies(_Builder):
    config = core_schema.CoreConfig(extra_fields_behavior="allow")

    def extras(self, model_class: type[BaseModel]) -> CoreSchema | None:
        return core_schema.with_info_plain_validator_function(note_unknown)

    def value(self, annotation: Any) -> CoreSchema:
        schema = super().value(annotation)
        if annotation in (int, float):
            return core_schema.no_info_before_validator_function(refuse_truth, schema)
        return schema

    def field(self, model_class: type[BaseModel], name: str, info: Any) -> core_schema.ModelField:
        schema = self.value(info.annotation)
        if not info.is_required():
            schema = core_schema.with_default_schema(schema, default=None)
        alias = info.validation_alias or wire_name(name)
        return core_schema.model_field(schema, validation_alias=[[alias], [name]] if alias != name else alias)


class _Written(_Builder):
    def serializer(self, model_class: type[BaseModel]) -> SchemaSerializer:
        schema = self.whole(self.model(model_class))
        with as_if_unfinished(self.models):
            return SchemaSerializer(schema, core_schema.CoreConfig(ser_json_inf_nan="constants"))

    def field(self, model_class: type[BaseModel], name: str, info: Any) -> core_schema.ModelField:
        alias = info.serialization_alias or wire_name(name)
        return core_schema.model_field(self.value(info.annotation), serialization_alias=alias)

    def extras(self, model_class: type[BaseModel]) -> CoreSchema | None:
        checked = core_schema.plain_serializer_function_ser_schema(_sent, info_arg=True, when_used="json")
        return core_schema.any_schema(serialization=checked)

    def value(self, annotation: Any) -> CoreSchema:
        if annotation is Decimal:
            return core_schema.decimal_schema(serialization=core_schema.to_string_ser_schema())
        return super().value(annotation)

    def nullable(self, annotation: Any) -> CoreSchema:
        return self.value(annotation)  # None is taken out before it gets here

    def either(self, parts: tuple[Any, ...]) -> CoreSchema:
        if Decimal in parts:
            amount = core_schema.plain_serializer_function_ser_schema(_amount_or_text, info_arg=True)
            return core_schema.any_schema(serialization=amount)
        return core_schema.union_schema([self.value(part) for part in parts])

    def date(self) -> CoreSchema:
        return core_schema.date_schema()


class _Marked(_Written):
    def extras(self, model_class: type[BaseModel]) -> CoreSchema | None:
        return None

    def value(self, annotation: Any) -> CoreSchema:
        if annotation is Decimal:
            marked = core_schema.plain_serializer_function_ser_schema(_marked, info_arg=True)
            return core_schema.any_schema(serialization=marked)
        return super().value(annotation)

    def either(self, parts: tuple[Any, ...]) -> CoreSchema:
        return self.value(Decimal) if Decimal in parts else super().either(parts)


def _amount_or_text(value: Any, info: Any) -> str:
    """Write an amount like every other one; of one that was given as text note that it stays text."""
    if isinstance(value, Decimal):
        return str(value)
    if not isinstance(value, str):
        raise ValueError("neither an amount nor text")
    if type(info.context) is Notes:
        info.context.append(True)
    return value


def _marked(value: Any, info: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return str(Decimal(value))  # what came is 1E400 or NaN; JSON has a text for it, but no number
    if not isinstance(value, Decimal):
        return value
    if not value.is_finite():
        info.context.not_finite.append(value)
        return str(value)
    info.context.count += 1
    return f"{info.context.mark}{value}"


def _wrapped(value: Any) -> list[Any]:
    return [value]


def _human_date(value: Any) -> date:
    return to_date(value)


def _kept(value: Any, info: core_schema.ValidationInfo) -> Any:
    if type(info.context) is not Notes:
        return value
    kept = Kept(value)
    info.context.append(kept)
    return kept


def _sent(value: Any, info: Any) -> Any:
    check_finite(value, ())
    if type(info.context) is Notes:
        info.context.append(True)
    return value
