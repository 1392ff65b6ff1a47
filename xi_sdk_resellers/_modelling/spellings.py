"""Let fields be read whose key came under another spelling.

The key stays where it came, among the extra keys, so that nothing is sent or printed under a name
that was not given. The field itself is taken out of the instance, and reading it looks there.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from pydantic_core import SchemaValidator

from xi_sdk_resellers._modelling.schema import field_validator, model_in
from xi_sdk_resellers._values.narrow import is_list

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape


def adopt(model: Shape) -> None:
    """Prepare a model and all its parts for reading other spellings."""
    extra = model.__pydantic_extra__
    if extra:
        for other, name in model.other_spellings.items():
            if other in extra and name not in model.__pydantic_fields_set__:
                vars(model).pop(name, None)
    for name, part_class in parts_with_spellings(type(model)):
        value: Any = vars(model).get(name)
        for part in value if is_list(value) else (value,):
            if type(part) is part_class:
                adopt(part)


def spelled_value(model: Shape, name: str) -> Any:
    """Return the value of a field that came under another spelling.

    Raises:
        KeyError: it came under none.
    """
    extra = model.__pydantic_extra__ or {}
    for other, field in model.other_spellings.items():
        if field == name and other in extra:
            return _validator(type(model), name).validate_python(extra[other])
    raise KeyError(name)


@cache
def _validator(model_class: type[Shape], name: str) -> SchemaValidator:
    return field_validator(model_class, name)


@cache
def parts_with_spellings(model_class: type[Shape]) -> tuple[tuple[str, type[Shape]], ...]:
    """Name the fields below which a class with other spellings can be found, with the class of each."""
    found: list[tuple[str, type[Shape]]] = []
    for name, info in model_class.model_fields.items():
        part = cast("type[Shape] | None", model_in(info.annotation))
        if part is not None and (part.other_spellings or parts_with_spellings(part)):
            found.append((name, part))
    return tuple(found)
