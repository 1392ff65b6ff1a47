"""Print a TypedDict for every object of a request, so that type checkers check plain dict literals."""

from __future__ import annotations

import keyword
import re

from codegen import PACKAGE
from codegen.contract import Contract, Field, Schema, ValueType
from codegen.lazy import LAZY, LAZY_IMPORTS
from codegen.models import HEADER, described, in_order, leaf
from codegen.text import WIDTH, docstring, imported, literal, mapping

_PLAIN = {
    "text": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "any": "Any",
    "object": "Mapping[str, Any]",
    "decimal": "Decimal | float",
    "date": "date | str",
}
_BUILT_IN = re.compile(r"(str|int|float|bool|None|[ |])+")
_EITHER = {"text": "str", "integer": "int", "number": "int", "decimal": "int"}


def annotation(kind: ValueType) -> str:
    """Print the type of a value in a body."""
    if kind.name == "model":
        return f"{kind.model} | {kind.model}Dict"
    if kind.name == "list":
        assert kind.item is not None
        return f"Sequence[{annotation(kind.item)}]"
    if kind.also and not kind.enum:
        return " | ".join(dict.fromkeys(f"{_PLAIN[kind.name]} | {_EITHER[kind.also.name]}".split(" | ")))
    return f"{kind.enum} | str" if kind.enum else _PLAIN[kind.name]


FOLDER = f"{PACKAGE}/models/bodies"


def files(contract: Contract) -> dict[str, str]:
    """Print the body types: one module for each family, and a package that has them all."""
    families: dict[str, list[Schema]] = {}
    for schema in contract.bodies:
        families.setdefault(schema.family, []).append(schema)
    result = {f"{FOLDER}/{family}.py": _module(contract, tuple(schemas)) for family, schemas in families.items()}
    return result | {f"{FOLDER}/__init__.py": _package(contract)}


def module_of(schema: Schema) -> str:
    """Name the module of a schema's body type, below the models."""
    return f"bodies.{schema.family}"


def _package(contract: Contract) -> str:
    where = {f"{schema.name}Dict": schema.family for schema in contract.bodies}
    lines = [HEADER, '"""Request bodies as plain dictionaries. Each is imported when it is first used."""', ""]
    lines += [*LAZY_IMPORTS, ""]
    if where:
        lines += ["if TYPE_CHECKING:"]
    for family in sorted(set(where.values())):
        names = [name for name, module in where.items() if module == family]
        lines += imported(f"{PACKAGE}.models.bodies.{family}", names, 4)
    lines += [*([""] if where else []), *mapping("_MODULES = ", {name: where[name] for name in sorted(where)}), ""]
    lines += ["__all__ = [", *(f'    "{name}",' for name in sorted(where)), "]", "", "", *LAZY.splitlines()]
    return "\n".join([*lines, ""])


def _module(contract: Contract, family: tuple[Schema, ...]) -> str:
    schemas = in_order(family)
    here = {schema.name for schema in schemas}
    kinds = [leaf(field.type) for schema in schemas for field in schema.fields]
    names = {kind.name for kind in kinds}
    lists = any(field.type.name == "list" for schema in schemas for field in schema.fields)
    required = any(field.required for schema in schemas for field in schema.fields)
    abstract = ["Mapping"] if "object" in names else []
    abstract += ["Sequence"] if lists else []
    checked = imported("collections.abc", abstract, 4) if abstract else []
    checked += ["    from datetime import date"] if "date" in names else []
    checked += ["    from decimal import Decimal"] if "decimal" in names else []
    checked += ["    from typing import Any"] if names & {"any", "object"} else []
    own: dict[str, list[str]] = {}
    for kind in kinds:
        if kind.model:
            part = contract.schema(kind.model)
            own.setdefault(part.family, []).append(kind.model)
            if kind.model not in here:
                own.setdefault(module_of(part), []).append(f"{kind.model}Dict")
        if kind.enum:
            own.setdefault("enums", []).append(kind.enum)
    if checked and own:
        checked.append("")
    for name in sorted(own):
        checked += imported(f"{PACKAGE}.models.{name}", own[name], 4)
    lines = [HEADER, f'"""{family[0].name} and its parts as plain dictionaries, with the keys that the vendor uses."""']
    lines += ["", *(["from typing import TYPE_CHECKING", ""] if checked else [])]
    lines += [*imported("typing_extensions", ["TypedDict", *(["Required"] if required else [])]), ""]
    if checked:
        lines += ["if TYPE_CHECKING:", *checked, ""]
    for schema in schemas:
        lines += _type_lines(schema)
    return "\n".join(lines).rstrip() + "\n"


def _type_lines(schema: Schema) -> list[str]:
    name = f"{schema.name}Dict"
    prose = f"{schema.description.strip() or schema.name}"
    if all(field.wire.isidentifier() and not keyword.iskeyword(field.wire) for field in schema.fields):
        lines = ["", f"class {name}(TypedDict, total=False):", *docstring(prose, 4), ""]
        for field in schema.fields:
            line = f"    {field.wire}: {_at_runtime(field)}"
            shown = [line] if len(line) <= WIDTH else [f"    {field.wire}: (", f"        {_at_runtime(field)}", "    )"]
            lines += [*shown, *docstring(described(field), 4)]
        return ["", *lines] if not schema.fields else [*lines, ""]
    lines = ["", f"{name} = TypedDict(", f'    "{name}",', "    {"]
    lines += [f'        {literal(field.wire)}: "{_value(field)}",' for field in schema.fields]
    return [*lines, "    },", "    total=False,", ")", *docstring(prose, 0), ""]


def _at_runtime(field: Field) -> str:
    """Print the type of a field as it may stand in a class: in quotes where a part is known to type checkers only.

    What is made of texts is compiled one by one when the class is made, which takes far longer.
    """
    kind = _kind(field)
    kind = kind if _BUILT_IN.fullmatch(kind) else f'"{kind}"'
    return f"Required[{kind}]" if field.required else kind


def _value(field: Field) -> str:
    return f"Required[{_kind(field)}]" if field.required else _kind(field)


def _kind(field: Field) -> str:
    kind = annotation(field.type) + (" | bool" if field.boolean_as_text else "")
    return kind if kind == "Any" or field.required else f"{kind} | None"
