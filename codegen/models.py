"""Print the models: one module for each family, and the open enumerations."""

from __future__ import annotations

import re

from codegen import PACKAGE
from codegen.contract import Contract, Enumeration, Field, Schema, ValueType, Vocabulary
from codegen.lazy import LAZY, LAZY_IMPORTS
from codegen.names import camel, identifier, snake
from codegen.text import call, docstring, imported, literal, mapping

HEADER = '# Generated from the contract by "python -m codegen". Changes made here are lost.'

_PLAIN = {
    "text": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "any": "Any",
    "object": "dict[str, Any]",
    "decimal": "Decimal",
    "date": "date",
}
_INPUT = {"decimal": "DecimalInput", "date": "DateInput", "integer": "IntegerInput", "number": "FloatInput"}
_EITHER = {"decimal": "DecimalOrText", "number": "DecimalOrText", "integer": "IntegerOrText", "text": "TextOrInteger"}
_UP_TO = "UpTo"
_BASES = (*_INPUT.values(), *dict.fromkeys(_EITHER.values()), _UP_TO)

_WORD = re.compile(r"\w+")
_LIST = re.compile(r"\blist\[")


def annotation(kind: ValueType, *, request: bool) -> str:
    """Print the annotation of a field, without ``| None``."""
    if kind.name == "model":
        return str(kind.model)
    if kind.name == "list":
        assert kind.item is not None
        return f"list[{annotation(kind.item, request=request)}]"
    if kind.enum:
        return f"{kind.enum} | str"
    if request and kind.also:
        longest = kind.limits.max_length
        return f"Annotated[{_EITHER[kind.name]}, {_UP_TO}({longest})]" if longest else _EITHER[kind.name]
    return _INPUT[kind.name] if request and kind.name in _INPUT else _PLAIN[kind.name]


def holds_itself(field: Field, schema: Schema) -> bool:
    """Tell whether a field of an object holds objects of the same kind."""
    return leaf(field.type).model == schema.name


def _hides_lists(schema: Schema) -> bool:
    """Tell whether a field has the name of Python's lists, so that annotations beside it must name them otherwise."""
    return any(field.name == "list" for field in schema.fields)


def leaf(kind: ValueType) -> ValueType:
    """Return the type of a list's items, or the type itself."""
    return leaf(kind.item) if kind.item else kind


def in_order(schemas: tuple[Schema, ...]) -> list[Schema]:
    """Sort the schemas of a module so that every part comes before what it is part of."""
    by_name = {schema.name: schema for schema in schemas}
    done: list[Schema] = []

    def visit(schema: Schema) -> None:
        if schema in done:
            return
        for field in schema.fields:
            part = by_name.get(leaf(field.type).model or "")
            if part and part is not schema:
                visit(part)
        done.append(schema)

    for schema in schemas:
        visit(schema)
    return done


def field_lines(field: Field, schema: Schema) -> list[str]:
    """Print one field with its docstring. What is part of a request is checked."""
    kind, direction = field.type, schema.direction
    checked = direction != "answer"
    annotated = annotation(kind, request=direction == "request")
    required = checked and field.required
    if not required and annotated != "Any":
        annotated += " | None"
    arguments = [] if required else ["default=None"]
    if field.wire != camel(field.name):
        arguments += [f"{kind}_alias={literal(field.wire)}" for kind in ("validation", "serialization")]
    if checked:
        arguments += limit_arguments(kind)
    if _hides_lists(schema):
        annotated = _LIST.sub("builtins.list[", annotated)
    if holds_itself(field, schema):
        annotated = f'"{annotated}"'  # the class does not exist yet
    head = f"{field.name}: {annotated}"
    if arguments == ["default=None"]:
        lines = [f"    {head} = None"]
    elif not arguments:
        lines = [f"    {head}"]
    else:
        lines = call(f"{head} = Field", arguments, 4)
    return lines + docstring(described(field), 4)


def described(field: Field) -> str:
    """Return a field's description, with what the limits and the example add to it."""
    prose = field.description.strip() or f"`{field.wire}` of the contract."
    if field.deprecated:
        prose = f"Deprecated. {prose}"
    return prose if prose[-1] in ".?!" else f"{prose}."


def limit_arguments(kind: ValueType) -> list[str]:
    """Print what the contract limits as arguments of ``Field``."""
    limits = kind.limits
    pairs: list[tuple[str, object]] = []
    if kind.also:  # the annotation says it
        return []
    if kind.name == "text":
        pairs = [("min_length", limits.min_length), ("max_length", limits.max_length)]
        pattern = limits.pattern
        if kind.closed:
            pattern = f"^({'|'.join(map(re.escape, kind.closed))})$"
        if pattern:
            pairs.append(("pattern", pattern))
    elif kind.name in {"integer", "number", "decimal"}:
        pairs = [("ge", limits.minimum), ("le", limits.maximum)]
    elif kind.name == "list":
        pairs = [("min_length", limits.min_items), ("max_length", limits.max_items)]
    given = [(name, value) for name, value in pairs if value is not None]
    return [f"{name}={literal(value, raw=True) if isinstance(value, str) else value}" for name, value in given]


def class_lines(schema: Schema) -> list[str]:
    """Print one model class."""
    prose = schema.description.strip() or f"{schema.name} of the contract."
    lines = ["", "", f"class {schema.name}({', '.join([*schema.mixins, _base(schema)])}):", *docstring(prose, 4), ""]
    spellings = [(other, field.name) for field in schema.fields for other in field.other_spellings]
    if spellings:
        entries = [f'{literal(other)}: "{name}"' for other, name in spellings]
        one_line = f"    other_spellings: ClassVar[Mapping[str, str]] = {{{', '.join(entries)}}}"
        if len(one_line) <= 120:
            lines += [one_line, ""]
        else:
            lines += ["    other_spellings: ClassVar[Mapping[str, str]] = {"]
            lines += [*(f"        {entry}," for entry in entries), "    }", ""]
    for constant, names in _name_sets(schema).items():
        lines += [f"    {constant}: ClassVar[frozenset[str]] = frozenset({{{', '.join(names)}}})", ""]
    if schema.one_in_list:
        lines += ["    one_in_list: ClassVar[bool] = True", ""]
    if schema.shown_as:
        words, name = schema.shown_as
        lines += [f'    shown_as: ClassVar[tuple[str, str] | None] = ({literal(words)}, "{name}")', ""]
    for field in schema.fields:
        lines += field_lines(field, schema)
    for field in schema.fields:
        if field.several:
            listed = "builtins.list" if _hides_lists(schema) else "list"
            lines += ["", "    @property", f"    def {field.several}(self) -> {listed}[str]:"]
            lines += docstring(f"What {field.name} holds, one by one; empty when there is nothing.", 8)
            lines += [f"        return several(self.{field.name})"]
        if field.read_as:
            name, vocabulary = field.read_as
            lines += ["", "    @property", f"    def {name}(self) -> {vocabulary} | None:"]
            lines += docstring(f"What {field.name} says, whatever its spelling; None when there is nothing.", 8)
            lines += [f"        return {vocabulary}.read(self.{field.name})"]
    return lines


def _name_sets(schema: Schema) -> dict[str, list[str]]:
    """List the fields that a class treats otherwise, by the constant that names them."""
    found = {
        "one_for_list": [f'"{field.name}"' for field in schema.fields if field.one_for_list],
        "booleans_as_text": [f'"{field.name}"' for field in schema.fields if field.boolean_as_text],
    }
    return {constant: names for constant, names in found.items() if names}


def module(contract: Contract, family: str) -> str:
    """Print the module of one family."""
    schemas = in_order(contract.families[family])
    top = contract.families[family][0]
    body = [line for schema in schemas for line in class_lines(schema)]
    lines = [HEADER, *docstring(f"{top.name}" + (" and its parts." if len(schemas) > 1 else "."), 0), ""]
    lines += _imports(contract, schemas, body)
    return "\n".join([*lines, *body, ""])


def _imports(contract: Contract, schemas: list[Schema], body: list[str]) -> list[str]:
    kinds = [(leaf(field.type), schema.direction) for schema in schemas for field in schema.fields]
    enums = sorted({kind.enum for kind, _ in kinds if kind.enum})
    printed = {annotation(kind, request=direction == "request") for kind, direction in kinds}
    words = set(_WORD.findall(" ".join(printed)))
    spelled = any(field.other_spellings for schema in schemas for field in schema.fields)
    standard = ["import builtins"] if any(map(_hides_lists, schemas)) else []
    standard += ["from collections.abc import Mapping"] if spelled else []
    standard += ["from datetime import date"] if "date" in printed else []
    standard += ["from decimal import Decimal"] if "Decimal" in printed else []
    typing = ["TYPE_CHECKING"] if enums else []
    typing += [name for name in ("Annotated", "Any") if name in words]
    single = any(_name_sets(schema) for schema in schemas)
    shown = any(schema.shown_as or schema.one_in_list for schema in schemas)
    typing += ["ClassVar"] if spelled or single or shown else []
    standard += imported("typing", typing) if typing else []
    third = ["from pydantic import Field"] if any("= Field(" in line for line in body) else []
    own = {f"{PACKAGE}._modelling.base": [_base(schema) for schema in schemas]}
    own[f"{PACKAGE}._modelling.base"] += [name for name in _BASES if name in words]
    if any(field.several for schema in schemas for field in schema.fields):
        own[f"{PACKAGE}._values.answers"] = ["several"]
    for name in {name for schema in schemas for name in schema.mixins}:
        own[f"{PACKAGE}._modelling.mixins.{snake(name)}"] = [name]
    words_of = {field.read_as[1] for schema in schemas for field in schema.fields if field.read_as}
    if words_of:
        own[f"{PACKAGE}.models.vocabularies"] = sorted(words_of)
    here = {schema.name for schema in schemas}
    for kind, _ in kinds:
        if kind.model and kind.model not in here:
            own.setdefault(f"{PACKAGE}.models.{contract.schema(kind.model).family}", []).append(kind.model)
    lines: list[str] = []
    for group in (standard, third, [line for name in sorted(own) for line in imported(name, own[name])]):
        lines += [*group, ""] if group else []
    if enums:
        lines += ["if TYPE_CHECKING:", *imported(f"{PACKAGE}.models.enums", enums, 4), "else:"]
        lines += [f"    {' = '.join(enums)} = str", ""]
    return lines[:-1]


def _base(schema: Schema) -> str:
    if schema.direction == "answer":
        return "TableModel" if schema.table else "AnswerModel"
    return "RequestModel"


def enums_module(contract: Contract) -> str:
    """Print the enumerations."""
    lines = [HEADER, '"""The values that the contract names for texts. All of them are open: others may come."""', ""]
    lines += [f"from {PACKAGE}._modelling.enum import OpenEnum"]
    for enum in sorted(contract.enums, key=lambda enum: enum.name):
        lines += _enum_lines(enum)
    return "\n".join([*lines, ""])


def _enum_lines(enum: Enumeration) -> list[str]:
    lines = ["", "", f"class {enum.name}(OpenEnum):"]
    lines += [*docstring(f"Known values of `{enum.used_by}` and its like.", 4), ""]
    return lines + [
        f"    {name} = {literal(value)}" for name, value in zip(member_names(enum), enum.values, strict=True)
    ]


def vocabularies_module(contract: Contract) -> str:
    """Print the vocabularies."""
    lines = [HEADER, '"""Words that the vendor writes in many ways, each as one member. Others may come."""', ""]
    lines += [f"from {PACKAGE}._modelling.vocabulary import Vocabulary"]
    for vocabulary in sorted(contract.vocabularies, key=lambda each: each.name):
        lines += _vocabulary_lines(vocabulary)
    return "\n".join([*lines, ""])


def _vocabulary_lines(vocabulary: Vocabulary) -> list[str]:
    lines = ["", "", f"class {vocabulary.name}(Vocabulary):", *docstring(vocabulary.description, 4), ""]
    for word in vocabulary.words:
        spellings = [word.value, *word.spellings]
        lines += [f"    {word.name} = {', '.join(map(literal, spellings))}"]
        lines += docstring(word.description, 4) if word.description else []
        lines += [f"    {alias} = {word.name}" for alias in word.aliases]
    return lines


def member_names(enum: Enumeration) -> list[str]:
    """Make the constant names of an enumeration's values."""

    def constant(value: str) -> str:
        value = value if any(letter.islower() for letter in value) else value.lower()
        return identifier(value).rstrip("_").upper()

    return [constant(value) for value in enum.values]


def where_models_are(contract: Contract) -> dict[str, str]:
    """List every model, enumeration and body type, and the module of each."""
    where = {schema.name: schema.family for schema in contract.schemas}
    where |= {enum.name: "enums" for enum in contract.enums}
    where |= {vocabulary.name: "vocabularies" for vocabulary in contract.vocabularies}
    return where | {f"{schema.name}Dict": f"bodies.{schema.family}" for schema in contract.bodies}


def package_module(contract: Contract) -> str:
    """Print ``models/__init__.py``: every model, imported when it is first used."""
    where = where_models_are(contract)
    modules: dict[str, list[str]] = {}
    for name, family in where.items():
        modules.setdefault(family, []).append(name)
    lines = [HEADER, '"""Every model, enumeration and body type. Each is imported when it is first used."""', ""]
    lines += [*LAZY_IMPORTS, "", "if TYPE_CHECKING:"]
    for family in sorted(modules):
        lines += imported(f"{PACKAGE}.models.{family}", sorted(modules[family]), 4)
    lines += ["", *mapping("_MODULES = ", {name: where[name] for name in sorted(where)})]
    lines += ["", "__all__ = ["]
    lines += [f'    "{name}",' for name in sorted(where)]
    lines += ["]", "", ""]
    lines += LAZY.splitlines()
    return "\n".join([*lines, ""])
