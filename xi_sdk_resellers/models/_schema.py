"""Validators for what comes over the wire, built straight from the fields of the models.

pydantic builds one validator for each class: for constructing it by name, with every limit. Answers
and relaxed bodies need others, for the same classes. They are made here from public parts of
pydantic: `model_fields` and `pydantic_core.core_schema`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import CoreSchema, SchemaValidator, core_schema

from xi_sdk_resellers.models._names import wire_name

LIST, ONE = "(list)", "(one)"
"""How the two branches of a list are called in the locations of errors."""

_SCALARS: dict[Any, Callable[[], CoreSchema]] = {
    str: core_schema.str_schema,
    int: core_schema.int_schema,
    float: core_schema.float_schema,
    bool: core_schema.bool_schema,
    Decimal: core_schema.decimal_schema,
}
_CONFIG = core_schema.CoreConfig(extra_fields_behavior="allow", coerce_numbers_to_str=True)
_building = threading.RLock()


@cache
def answer_validator(model_class: type[BaseModel]) -> SchemaValidator:
    """Return the validator that reads answers and fails on values of the wrong shape.

    It looks fields up by their key on the wire only, knows no limits and misses nothing. A validation
    whose context is a list appends to it when an object has a key under another spelling.
    """
    return _Builder().validator(model_class)


@cache
def lenient_validator(model_class: type[BaseModel]) -> SchemaValidator:
    """Return the validator that reads answers and keeps every value that does not fit as it came."""
    return _Builder(lenient=True).validator(model_class)


@cache
def relaxed_validator(model_class: type[BaseModel]) -> SchemaValidator:
    """Return the validator that checks types and required fields of a body, but no lengths or enums."""
    return _Builder(body=True).validator(model_class)


def field_validator(model_class: type[BaseModel], name: str) -> SchemaValidator:
    """Build the validator of one field's value, which keeps what does not fit."""
    builder = _Builder(lenient=True)
    return builder.built(builder.kept(builder.value(model_class.model_fields[name].annotation)))


def _wrapped(value: Any) -> list[Any]:
    return [value]


def _noted(value: Any, info: core_schema.ValidationInfo) -> Any:
    context: Any = info.context
    if isinstance(context, list):
        context.append(True)  # pyright: ignore[reportUnknownMemberType]
    return value


def _human_date(value: Any) -> date:
    from xi_sdk_resellers.models._dates import to_date

    return to_date(value)


class _Builder:
    def __init__(self, *, lenient: bool = False, body: bool = False) -> None:
        self.lenient = lenient
        self.body = body
        self.models: dict[type[BaseModel], CoreSchema] = {}

    def validator(self, model_class: type[BaseModel]) -> SchemaValidator:
        return self.built(self.model(model_class))

    def built(self, schema: CoreSchema) -> SchemaValidator:
        # pydantic-core takes the finished validator of a nested class in place of the schema that it is
        # given for it. The flag is read only while validators are built, so clearing it harms nobody.
        with _building:
            finished = [each for each in self.models if each.__dict__.get("__pydantic_complete__")]
            try:
                for each in finished:
                    each.__pydantic_complete__ = False
                return SchemaValidator(schema)
            finally:
                for each in finished:
                    each.__pydantic_complete__ = True

    def model(self, model_class: type[BaseModel]) -> CoreSchema:
        if model_class in self.models:
            return self.models[model_class]
        fields: dict[str, core_schema.ModelField] = {}
        for name, info in model_class.model_fields.items():
            schema = self.kept(self.value(info.annotation))
            if not (self.body and info.is_required()):
                schema = core_schema.with_default_schema(schema, default=None)
            alias = info.validation_alias if isinstance(info.validation_alias, str) else wire_name(name)
            both = self.body and alias != name
            fields[name] = core_schema.model_field(schema, validation_alias=[[alias], [name]] if both else alias)
        spelled = bool(getattr(model_class, "other_spellings", None))
        extras = core_schema.with_info_plain_validator_function(_noted) if spelled and not self.body else None
        inner = core_schema.model_fields_schema(fields, extra_behavior="allow", extras_schema=extras)
        schema = core_schema.model_schema(model_class, inner, config=_CONFIG)
        self.models[model_class] = schema
        return schema

    def kept(self, schema: CoreSchema) -> CoreSchema:
        if not self.lenient:
            return schema
        return core_schema.union_schema([schema, core_schema.any_schema()], mode="left_to_right")

    def value(self, annotation: Any) -> CoreSchema:
        if annotation in _SCALARS:
            return _SCALARS[annotation]()
        origin = get_origin(annotation)
        if origin is Annotated:
            return self.value(get_args(annotation)[0])
        if origin in (Union, UnionType):
            branches = [branch for branch in get_args(annotation) if branch is not type(None)]
            return core_schema.nullable_schema(self.value(branches[0]))
        if origin is list:
            return self.list_of(get_args(annotation)[0])
        if annotation is date:
            human = core_schema.no_info_plain_validator_function(_human_date)
            return core_schema.union_schema([core_schema.date_schema(strict=True), human], mode="left_to_right")
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.model(annotation)
        return core_schema.dict_schema() if origin is dict else core_schema.any_schema()

    def list_of(self, annotation: Any) -> CoreSchema:
        """A list; one item that came without its list is taken for a list of one."""
        item = self.value(annotation)
        listed = core_schema.list_schema(self.kept(item))
        if self.body:
            return listed
        one = core_schema.no_info_after_validator_function(_wrapped, item)
        return core_schema.union_schema([(listed, LIST), (one, ONE)], mode="left_to_right")


def nested_models(annotation: Any) -> type[BaseModel] | None:
    """Return the model in an annotation, whatever it is wrapped in; None when there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in cast("tuple[Any, ...]", get_args(annotation)):
        found = nested_models(part)
        if found is not None:
            return found
    return None
