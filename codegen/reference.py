"""Print the reference docs: a page for each endpoint class and each family of models, and an index."""

from __future__ import annotations

import json
from typing import Any

from codegen import PACKAGE
from codegen.apis import FORMS, class_of, module_name
from codegen.arguments import arguments
from codegen.contract import Contract, Enumeration, Field, Operation, Schema, ValueType, Vocabulary
from codegen.docs import STATUS_ERRORS, limits_text, parameter_text
from codegen.models import described, leaf, member_names
from codegen.text import sentence

FOLDER = "docs/reference"
_NOTE = '<!-- Generated from the contract by "python -m codegen". Changes made here are lost. -->'
_EITHER = {"text": "text", "integer": "whole number", "number": "whole number", "decimal": "number"}
_NAMES = {
    "text": "text",
    "integer": "whole number",
    "number": "number",
    "decimal": "amount of money (`Decimal`)",
    "boolean": "true or false",
    "date": "date",
    "object": "object",
    "any": "anything",
}


def files(contract: Contract) -> dict[str, str]:
    """Print every page, by its path below the project."""
    pages = {f"{FOLDER}/index.md": _index(contract), f"{FOLDER}/models/enums.md": _enums_page(contract)}
    for tag in contract.tags:
        pages[f"{FOLDER}/api/{module_name(tag)}.md"] = _api_page(contract, tag)
    for family in contract.families:
        pages[f"{FOLDER}/models/{family}.md"] = _family_page(contract, family)
    return pages


def _page(lines: list[str]) -> str:
    return "\n".join([*lines, ""])


def _index(contract: Contract) -> str:
    lines = [_NOTE, "# Reference", "", f"Everything below is made from the contract, {contract.title}.", ""]
    lines += ["## Operations", "", "| method | request | does |", "| --- | --- | --- |"]
    for tag, operations in contract.tags.items():
        page = f"api/{module_name(tag)}.md"
        for operation in operations:
            call = f"[`{class_of(tag)}.{operation.name}`]({page}#{operation.name})"
            lines.append(f"| {call} | `{operation.method} {operation.path}` | {_cell(operation.summary)} |")
    lines += ["", "## Models", "", "| module | classes | is |", "| --- | --- | --- |"]
    for family, schemas in contract.families.items():
        names = ", ".join(f"`{schema.name}`" for schema in schemas)
        lines.append(f"| [`{family}`](models/{family}.md) | {names} | {_cell(sentence(schemas[0].description))} |")
    return _page([*lines, "", "[Known values](models/enums.md) of texts are enumerations, and all of them are open."])


def _api_page(contract: Contract, tag: str) -> str:
    name = class_of(tag)
    lines = [_NOTE, f"# {name}", "", f"`from {PACKAGE} import {name}`, and for asyncio"]
    lines += [f"`from {PACKAGE}.aio import {name}`: the same methods, to be awaited.", "", "```python"]
    lines += [f"from {PACKAGE} import ApiClient, Configuration, {name}", ""]
    lines += ["client = ApiClient(Configuration.from_env())", f"api = {name}(client)", "```", ""]
    lines += ["Each method has two more forms that take the same arguments: `…_with_http_info` returns an"]
    lines += ["`ApiResponse` with status, headers and raw bytes besides the data, `…_without_preload_content`"]
    lines += ["the raw answer for streaming. All take `_request_timeout`, `_request_auth`, `_content_type`,"]
    lines += ["`_headers`, `_host_index` and `_retries`, too."]
    for operation in contract.tags[tag]:
        lines += _operation_lines(contract, operation)
    return _page(lines)


def _operation_lines(contract: Contract, operation: Operation) -> list[str]:
    lines = ["", f"## `{operation.name}` {{ #{operation.name} }}", "", f"{operation.summary}."]
    lines += ["", f"`{operation.method} {operation.path}`", "", operation.description, ""]
    lines += ["| argument | type | required | is |", "| --- | --- | --- | --- |"]
    texts = {parameter.name: parameter for parameter in operation.parameters}
    for argument in arguments(operation):
        parameter = texts.get(argument.name)
        if parameter is None:
            assert operation.body is not None
            shown, prose = f"{_link(contract, operation.body.schema)} or a mapping", operation.body.description
            required = _yes(operation.body.required)
        else:
            required = "configured" if parameter.configured and parameter.required else _yes(parameter.required)
            prose = parameter_text(parameter)
            shown = _type(contract, parameter.type, prose, also=" or text" if parameter.text else "")
        lines.append(f"| `{argument.name}` | {shown} | {required} | {_cell(prose)} |")
    result = _link(contract, operation.result) if operation.result else "nothing"
    result = f"a list of {result}" if operation.returns.startswith("list[") else result
    lines += ["", f"Returns {result}.", "", "| status | gives | means |", "| --- | --- | --- |"]
    for answer in operation.answers:
        gives = f"`{STATUS_ERRORS[answer.status]}`" if answer.status in STATUS_ERRORS else result
        lines.append(f"| {answer.status} | {gives} | {_cell(answer.description)} |")
    if operation.example:
        lines += ["", "```python", *operation.example, "```"]
    names = ", ".join(f"`{operation.name}{form}`" for form in FORMS if form)
    return [*lines, "", f"Other forms: {names}."]


def _yes(required: bool) -> str:
    return "yes" if required else "no"


def _family_page(contract: Contract, family: str) -> str:
    schemas = contract.families[family]
    lines = [_NOTE, f"# {schemas[0].name}", "", f"Module `{PACKAGE}.models.{family}`."]
    for schema in schemas:
        lines += _schema_lines(contract, schema)
        if schema is schemas[0]:
            lines += _schema_example(schema)
    return _page(lines)


def _schema_lines(contract: Contract, schema: Schema) -> list[str]:
    lines = ["", f"## `{schema.name}` {{ #{schema.name.lower()} }}", "", schema.description or schema.name, ""]
    if schema.vendor_names and schema.vendor_names != (schema.name,):
        names = ", ".join(f"`{name}`" for name in schema.vendor_names if name != schema.name)
        lines += [f"In the vendor's SDK: {names}.", ""]
    if schema.direction != "answer":
        lines += [f"As a plain dictionary: `{schema.name}Dict`.", ""]
    lines += ["| field | key | type | is |", "| --- | --- | --- | --- |"]
    for field in schema.fields:
        prose = described(field) + (" **Required.**" if field.required and schema.direction != "answer" else "")
        kind = _type(contract, field.type, prose, sent=schema.direction == "request")
        lines.append(f"| `{field.name}` | `{field.wire}` | {kind} | {_cell(prose)} |")
    for field in schema.fields:
        if field.several:
            lines.append(f"| `{field.several}` | | list of text | What `{field.name}` holds, one by one. |")
        if field.read_as:
            name, word = field.read_as
            kind = f"[`{word}`](../models/enums.md#{word.lower()})"
            lines.append(f"| `{name}` | | {kind} | What `{field.name}` says, whatever its spelling. |")
    return lines


def _schema_example(schema: Schema) -> list[str]:
    values = {field.wire: shown for field in schema.fields if (shown := _example(field)) is not None}
    if not values:
        return []
    lines = ["", "```python", f"from {PACKAGE} import {schema.name}", "", f"made = {schema.name}.from_dict(", "    {"]
    lines += [f"        {json.dumps(key)}: {_python(value)}," for key, value in values.items()]
    return [*lines, "    }", ")", "print(made.to_json())", "```"]


def _python(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _example(field: Field) -> Any:
    """The example of a plain value; parts have their own."""
    plain = field.type.name not in {"model", "list", "object", "any"}
    return field.example if plain and isinstance(field.example, (str, int, float)) else None


def _type(contract: Contract, kind: ValueType, prose: str, *, sent: bool = False, also: str = "") -> str:
    item = leaf(kind)
    if item.model:
        shown = _link(contract, item.model)
    elif item.enum:
        shown = f"[`{item.enum}`](../models/enums.md#{item.enum.lower()}) or text"
    else:
        shown = _NAMES[item.name]
        shown += f" or {_EITHER[item.also.name]}" if item.also and sent else also
    limit = limits_text(kind, prose) if item.name != "date" else ""
    shown = f"list of {shown}" if kind.item else shown
    return f"{shown}. {limit}" if limit and not item.closed else shown


def _link(contract: Contract, name: str) -> str:
    schema = contract.schema(name)
    return f"[`{name}`](../models/{schema.family}.md#{name.lower()})"


def _cell(prose: str) -> str:
    return " ".join(prose.split()).replace("|", "\\|")


def _enums_page(contract: Contract) -> str:
    lines = [_NOTE, "# Known values", "", f"Module `{PACKAGE}.models.enums`. Members are texts and equal their value."]
    lines += ["The vendor may send others at any time: they stay plain text, and nothing fails."]
    for enum in sorted(contract.enums, key=lambda enum: enum.name):
        lines += _enum_lines(enum)
    for vocabulary in sorted(contract.vocabularies, key=lambda each: each.name):
        lines += _vocabulary_lines(vocabulary)
    return _page(lines)


def _vocabulary_lines(vocabulary: Vocabulary) -> list[str]:
    lines = ["", f"## `{vocabulary.name}` {{ #{vocabulary.name.lower()} }}", "", vocabulary.description, ""]
    lines += [f"Module `{PACKAGE}.models.vocabularies`. A member equals every text that means the same.", ""]
    lines += ["| member | value | other words | is |", "| --- | --- | --- | --- |"]
    for word in vocabulary.words:
        names = ", ".join(f"`{name}`" for name in (word.name, *word.aliases))
        others = ", ".join(f"`{text}`" for text in word.spellings)
        lines.append(f"| {names} | `{word.value}` | {others} | {_cell(word.description)} |")
    return lines


def _enum_lines(enum: Enumeration) -> list[str]:
    lines = ["", f"## `{enum.name}` {{ #{enum.name.lower()} }}", "", "| member | value |", "| --- | --- |"]
    return lines + [f"| `{name}` | `{value}` |" for name, value in zip(member_names(enum), enum.values, strict=True)]
