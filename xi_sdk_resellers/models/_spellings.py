"""Fill fields whose key came under another spelling.

The key stays where it came, among the extra keys, so that nothing is sent or printed under a name
that was not given. The field gets the value for reading, and does not count as set.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from pydantic import BaseModel
from pydantic_core import SchemaValidator, ValidationError

from xi_sdk_resellers.models._schema import field_validator, nested_models

if TYPE_CHECKING:
    from xi_sdk_resellers.models._base import Model


def adopt(model: Model) -> None:
    """Fill the fields of a model and of all its parts."""
    _adopt(model, set())


def _adopt(model: Model, above: set[int]) -> None:
    extra = model.__pydantic_extra__
    if extra:
        for other, name in model.other_spellings.items():
            if other in extra and name not in model.__pydantic_fields_set__:
                model.__dict__[name] = _converted(type(model), name, extra[other])
    for name in parts_with_spellings(type(model)):
        value: Any = model.__dict__.get(name)
        for part in cast("list[Any]", value) if isinstance(value, list) else [value]:
            if isinstance(part, BaseModel) and id(part) not in above:
                _adopt(cast("Model", part), above | {id(model)})


def _converted(model_class: type[Model], name: str, value: Any) -> Any:
    try:
        return _validator(model_class, name).validate_python(value)
    except ValidationError:
        return value


@cache
def _validator(model_class: type[Model], name: str) -> SchemaValidator:
    return field_validator(model_class, name)


@cache
def parts_with_spellings(model_class: type[Model]) -> tuple[str, ...]:
    """Name the fields below which a class with other spellings can be found."""
    names: list[str] = []
    for name, info in model_class.model_fields.items():
        part = cast("type[Model] | None", nested_models(info.annotation))
        if part is not None and (part.other_spellings or parts_with_spellings(part)):
            names.append(name)
    return tuple(names)


@cache
def has_spellings(model_class: type[Model]) -> bool:
    """Tell whether the class or any of its parts has keys with other spellings."""
    return bool(model_class.other_spellings or parts_with_spellings(model_class))
