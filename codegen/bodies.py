"""Print a TypedDict for every object of a request, so that type checkers check plain dict literals."""

from __future__ import annotations

import keyword

from codegen import PACKAGE
from codegen.contract import Contract, Field, Schema, ValueType
from codegen.models import HEADER, described, in_order, leaf
from codegen.text import docstring, imported

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


def annotation(kind: ValueType) -> str:
    """Print the type of a value in a body."""
    if kind.name == "model":
        return f"{kind.model} | {kind.model}Dict"
    if kind.name == "list":
        assert kind.item is not None
        return f"Sequence[{annotation(kind.item)}]"
    return f"{kind.enum} | str" if kind.enum else _PLAIN[kind.name]


def module(contract: Contract) -> str:
    """Print the module of all body types."""
    schemas = in_order(contract.bodies)
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
            own.setdefault(contract.schema(kind.model).family, []).append(kind.model)
        if kind.enum:
            own.setdefault("enums", []).append(kind.enum)
    if checked and own:
        checked.append("")
    for family in sorted(own):
        checked += imported(f"{PACKAGE}.models.{family}", own[family], 4)
    lines = [HEADER, '"""Request bodies as plain dictionaries, with the keys that the vendor uses."""', ""]
    lines += ["from __future__ import annotations", ""]
    lines += ["from typing import TYPE_CHECKING", ""] if checked else []
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
            lines += [f"    {field.wire}: {_value(field)}", *docstring(described(field), 4)]
        return ["", *lines] if not schema.fields else [*lines, ""]
    lines = ["", f"{name} = TypedDict(", f'    "{name}",', "    {"]
    lines += [f'        "{field.wire}": "{_value(field)}",' for field in schema.fields]
    return [*lines, "    },", "    total=False,", ")", *docstring(prose, 0), ""]


def _value(field: Field) -> str:
    kind = annotation(field.type)
    if field.required:
        return f"Required[{kind}]"
    return kind if kind == "Any" else f"{kind} | None"
