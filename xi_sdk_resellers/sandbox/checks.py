"""Checks requests against the contract with a small validator of its own.

Only what the contract states is checked: types, required keys, lengths, limits, patterns and
enums, in paths, queries, headers and bodies. Keys that the contract does not know pass, and so do
values that patterns and enums marked as `x-open` leave out: a desk decides about them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import cast

from xi_sdk_resellers.sandbox.contract import Operation, Parameter, Schema, resolve
from xi_sdk_resellers.sandbox.errors import FieldError
from xi_sdk_resellers.sandbox.wire import Request

_DEPTH_LIMIT = 60
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\Z")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}\Z")
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?\Z")
_JSON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


def check_headers(request: Request, operation: Operation) -> Iterator[FieldError]:
    """Return the first thing that is wrong with each header of the operation."""
    for parameter in operation.parameters_in("header"):
        name = parameter.name
        value = request.headers.get(name)
        if value is None:
            if parameter.required:
                yield FieldError(name, "Required field is missing")
        elif value:
            yield from list(_check_parameter(parameter, [value]))[:1]
        elif parameter.required:
            yield FieldError(name, f"{name} cannot be blank", "")


def check_values(request: Request, operation: Operation) -> Iterator[FieldError]:
    """Return everything in the path and the query that the contract does not allow.

    A list that comes as one value with commas is taken apart in the request, so that all lists look alike to a desk.
    """
    for parameter in operation.parameters_in("path"):
        yield from _check_parameter(parameter, [request.path_values[parameter.name]])
    for parameter in operation.parameters_in("query"):
        values = request.query.get(parameter.name)
        if values:
            if parameter.joined and len(values) == 1:
                values = request.query[parameter.name] = [*filter(None, values[0].split(","))]
            yield from _check_parameter(parameter, values)
        elif parameter.required:
            yield FieldError(parameter.name, "Required field is missing")


def check_body(body: object, schema: Schema) -> Iterator[FieldError]:
    """Return everything in a parsed JSON body that the contract does not allow."""
    return _walk(body, schema, "", 0)


def check_content(value: object, path: str = "", depth: int = 0) -> Iterator[FieldError]:
    """Return what no JSON text should hold, known to the contract or not.

    That is halves of characters, numbers beyond all limits, and lists within lists without end: they could be kept
    but not be written into an answer again.
    """
    if depth > _DEPTH_LIMIT:
        yield FieldError(path, "nested too deeply")
    elif isinstance(value, str):
        if not _is_whole(value):
            yield FieldError(path, "has half a character in it", value)
    elif isinstance(value, float):
        if not math.isfinite(value):
            yield FieldError(path, "is too large a number", value)
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield from check_content(item, f"{path}[{index}]", depth + 1)
    elif isinstance(value, dict):
        for key, item in cast("dict[str, object]", value).items():
            place = f"{path}.{key}" if path else key
            if not _is_whole(key):
                yield FieldError(place, "has half a character in it")
            yield from check_content(item, place, depth + 1)


def _is_whole(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _check_parameter(parameter: Parameter, values: list[str]) -> Iterator[FieldError]:
    name, schema = parameter.name, parameter.schema
    if schema.get("type") == "array":
        yield from _walk([_from_text(v, schema.get("items", {})) for v in values], schema, name, 0)
    elif len(values) > 1:
        yield FieldError(name, f"{name} must be given once only", ", ".join(values))
    else:
        yield from _walk(_from_text(values[0], schema), schema, name, 0)


def _walk(value: object, schema: Schema, path: str, depth: int) -> Iterator[FieldError]:
    schema = resolve(schema)
    if depth > _DEPTH_LIMIT:
        yield FieldError(path, "nested too deeply")
        return
    if value is None:
        if not _nullable(schema):
            yield FieldError(path or "body", "must not be null")
        return
    for part in schema.get("allOf", ()):
        yield from _walk(value, part, path, depth + 1)
    branches = schema.get("anyOf") or schema.get("oneOf")
    if branches:
        yield from _any_of(value, branches, path, depth)
    kind = schema.get("type")
    if kind and not _is(value, kind):
        yield FieldError(path or "body", f"must be {_article(kind)}", value)
        return
    if "enum" in schema and value not in schema["enum"] and not schema.get("x-open"):
        yield FieldError(path, f"must be one of {', '.join(map(str, schema['enum']))}", value)
    if isinstance(value, str):
        yield from _check_text(value, schema, path)
    elif isinstance(value, dict):
        yield from _walk_object(cast("dict[str, object]", value), schema, path, depth)
    elif isinstance(value, list):
        yield from _walk_list(cast("list[object]", value), schema, path, depth)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from _check_number(value, schema, path)


def _any_of(value: object, branches: list[Schema], path: str, depth: int) -> Iterator[FieldError]:
    found = [list(_walk(value, branch, path, depth + 1)) for branch in branches]
    if all(found):
        # Of several readings the one that came closest has complained about the deepest place.
        yield from max(found, key=lambda errors: max(len(error.field) for error in errors))


def _nullable(schema: Schema) -> bool:
    schema = resolve(schema)
    if schema.get("nullable") or not any(key in schema for key in ("type", "allOf", "anyOf", "oneOf", "enum")):
        return True
    branches = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())]
    return any(_nullable(branch) for branch in branches)


def _walk_object(value: dict[str, object], schema: Schema, path: str, depth: int) -> Iterator[FieldError]:
    prefix = f"{path}." if path else ""
    for key in schema.get("required", ()):
        if key not in value:
            yield FieldError(f"{prefix}{key}", "Required field is missing")
    properties: Schema = schema.get("properties", {})
    for key, item in value.items():
        if key in properties:
            yield from _walk(item, properties[key], f"{prefix}{key}", depth + 1)


def _walk_list(value: list[object], schema: Schema, path: str, depth: int) -> Iterator[FieldError]:
    least, most = schema.get("minItems", 0), schema.get("maxItems")
    if len(value) < least or (most is not None and len(value) > most):
        limits = f"exactly {least}" if least == most else f"{least} to {'any number of' if most is None else most}"
        yield FieldError(path, f"must have {limits} entries", value)
    items: Schema = schema.get("items", {})
    for index, item in enumerate(value):
        yield from _walk(item, items, f"{path}[{index}]", depth + 1)


def _from_text(text: str, schema: Schema) -> object:
    """Read a query or header value as the type its schema wants, or leave it as text."""
    kind = schema.get("type")
    for branch in schema.get("anyOf", ()):  # the first that the text can be
        if (found := _from_text(text, branch)) is not text:
            return found
    if kind == "integer" and _INTEGER.match(text):
        return int(text)
    if kind == "number" and _NUMBER.match(text):
        return float(text)
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return text


def _is(value: object, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _JSON_TYPES.get(kind, (object,)))


def _article(kind: str) -> str:
    return {"array": "a list", "object": "an object", "integer": "a whole number", "boolean": "true or false"}.get(
        kind, f"a {kind}"
    )


def _check_text(value: str, schema: Schema, path: str) -> Iterator[FieldError]:
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    if len(value) < least:
        yield FieldError(path, f"must have at least {least} characters", value)
    if most is not None and len(value) > most:
        yield FieldError(path, f"must have at most {most} characters", value)
    if schema.get("format") == "date" and not _DATE.match(value):
        yield FieldError(path, "must be a date written yyyy-MM-dd", value)
    if "pattern" in schema and not schema.get("x-open") and not re.search(schema["pattern"], value):
        yield FieldError(path, "is not written as expected", value)


def _check_number(value: float, schema: Schema, path: str) -> Iterator[FieldError]:
    if "minimum" in schema and value < schema["minimum"]:
        yield FieldError(path, f"must be at least {schema['minimum']}", value)
    if "maximum" in schema and value > schema["maximum"]:
        yield FieldError(path, f"must be at most {schema['maximum']}", value)
