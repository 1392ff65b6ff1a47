"""How names of the contract become names in Python."""

from __future__ import annotations

import keyword
import re

_ACRONYM = re.compile(r"([A-Z]+)([A-Z][a-z][a-z]+)")
_HUMP = re.compile(r"([a-z\d])([A-Z])")
_NO_NAME = re.compile(r"\W+", re.ASCII)

_BASE_MODEL = """
    construct copy dict from_orm json model_computed_fields model_config model_construct model_copy model_dump
    model_dump_json model_extra model_fields model_fields_set model_json_schema model_parametrized_name model_post_init
    model_rebuild model_validate model_validate_json model_validate_strings parse_file parse_obj parse_raw schema
    schema_json update_forward_refs validate
"""
_OURS = """
    booleans_as_text from_dict from_json one_for_list one_in_list other_spellings receipt shown_as to_dataframe to_dict
    to_json to_polars to_str
"""
_ANNOTATIONS = """
    Annotated Any ClassVar DateInput Decimal DecimalInput DecimalOrText Field IntegerOrText Mapping TextOrInteger UpTo
    bool builtins date dict float frozenset int property several str
"""

RESERVED = frozenset(f"{_BASE_MODEL} {_OURS} {_ANNOTATIONS}".split())
"""Names that a field cannot have: it would hide a method, or what later annotations refer to."""

_IN_MODULES = """
    AnswerModel Any AsyncEndpoints CallOptions ClassVar DateInput Decimal DecimalInput Endpoints False Field Final
    FloatInput IntegerInput MISSING Mapping None OpenEnum Operation Parameter RequestModel Required Sequence
    TYPE_CHECKING TableModel True TypedDict Unpack
"""
IN_MODULES = frozenset(_IN_MODULES.split())
"""Names that generated modules import, so that no class and no constant of the contract can have them."""
_IN_CLASSES = """
    accepts_earlier_order accepts_vendor_argument api_client awaited_accepts_earlier_order
    awaited_accepts_vendor_argument awaited_with_http_info awaited_without_preload_content bool date float int
    overload str tuple with_http_info without_preload_content
"""
IN_CLASSES = frozenset(_IN_CLASSES.split())
"""Names that the body of an endpoint class refers to, so that no method can have them."""


def snake(name: str) -> str:
    """Write a name in snake_case, with the rules of the generator that the vendor uses.

    ``OrderDetailB2B`` becomes ``order_detail_b2_b``, ``backOrderETADate`` ``back_order_eta_date``.
    """
    name = _NO_NAME.sub("_", name)
    name = _HUMP.sub(r"\1_\2", _ACRONYM.sub(r"\1_\2", name))
    return re.sub(r"_+", "_", name).lower()


def camel(name: str) -> str:
    """Write a snake_case name in camelCase: what the alias generator of the models does."""
    first, *rest = name.split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


def identifier(name: str) -> str:
    """Make a snake_case name that can be used as a variable."""
    name = snake(name).strip("_") or "value"
    if name[0].isdigit():
        name = f"n{name}"
    return f"{name}_" if keyword.iskeyword(name) or name in {"self", "None", "True", "False"} else name


def field_name(wire: str) -> str:
    """Make the name of a model's field; a name that would clash gets a trailing underscore."""
    name = identifier(wire)
    return f"{name}_" if name in RESERVED else name


def class_name(name: str) -> str:
    """Make the name of a class out of the name of a schema."""
    return "".join(word[:1].upper() + word[1:] for word in _NO_NAME.split(name) if word)


def unique(names: list[str]) -> list[str]:
    """Number the second and later uses of a name: ``a``, ``a_2``, ``a_3``."""
    taken: set[str] = set()
    result: list[str] = []
    for name in names:
        candidate, number = name, 2
        while candidate in taken:
            candidate, number = f"{name.rstrip('_')}_{number}", number + 1
        taken.add(candidate)
        result.append(candidate)
    return result
