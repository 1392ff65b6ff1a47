"""Checks requests against `openapi.json` with a small validator of its own.

Only what the contract states is checked: types, required keys, lengths, limits, patterns and
enums, in bodies, queries and headers. Keys that the contract does not know pass.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from xi_sdk_resellers.sandbox.errors import FieldError
from xi_sdk_resellers.sandbox.wire import Request

Schema = Mapping[str, Any]
_HERE = Path(__file__).resolve().parent
_PLACES = (_HERE / "openapi.json", _HERE.parent.parent / "openapi.json")
_DEPTH_LIMIT = 60
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\Z")
_INTEGER = re.compile(r"[+-]?\d{1,18}\Z")
_JSON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


class _Parameter(NamedTuple):
    name: str
    in_query: bool
    schema: Schema


class _Operation(NamedTuple):
    parameters: list[_Parameter]
    body: Schema | None


class Contract:
    """The contract, read when the first request is checked."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._operations: dict[tuple[str, str], _Operation] | None = None
        self._document: dict[str, Any] = {}

    def check(self, request: Request, template: str, body: object = None) -> list[FieldError]:
        """Return everything about a request that the contract does not allow.

        Args:
            request: The request.
            template: The path of its operation with every `{…}` written as `{}`.
            body: The parsed body, or None when there is none.
        """
        operation = self._load().get((request.method, template))
        if operation is None:
            return []
        errors: list[FieldError] = []
        for parameter in operation.parameters:
            values = request.query.get(parameter.name) if parameter.in_query else None
            if not parameter.in_query and parameter.name in request.headers:
                values = [str(request.headers[parameter.name])]
            if values:
                errors.extend(self._check_parameter(parameter, values))
        if operation.body is not None and body is not None:
            errors.extend(self._walk(body, operation.body, "", 0))
        return errors

    def _load(self) -> dict[tuple[str, str], _Operation]:
        if self._operations is None:
            with self._lock:
                self._document = read_document()
                self._operations = {
                    (method.upper(), re.sub(r"\{[^}]*\}", "{}", path)): self._prepare(cast("Schema", operation))
                    for path, methods in self._document.get("paths", {}).items()
                    for method, operation in methods.items()
                    if isinstance(operation, dict)
                }
        return self._operations

    def _prepare(self, operation: Schema) -> _Operation:
        """Keep what a check needs; path values and missing headers are the business of the service."""
        parameters = [self._resolve(parameter) for parameter in operation.get("parameters", [])]
        content: Schema = self._resolve(operation.get("requestBody", {})).get("content", {})
        return _Operation(
            [
                _Parameter(
                    str(parameter["name"]), parameter["in"] == "query", self._resolve(parameter.get("schema", {}))
                )
                for parameter in parameters
                if parameter["in"] in ("query", "header")
            ],
            content.get("application/json", {}).get("schema"),
        )

    def _resolve(self, schema: Schema) -> Schema:
        while "$ref" in schema:
            found: Any = self._document
            for key in str(schema["$ref"]).lstrip("#/").split("/"):
                found = found[key]
            schema = cast("Schema", found)
        return schema

    def _check_parameter(self, parameter: _Parameter, values: list[str]) -> Iterator[FieldError]:
        name, _, schema = parameter
        if schema.get("type") == "array":
            yield from self._walk([_from_text(v, schema.get("items", {})) for v in values], schema, name, 0)
        elif len(values) > 1:
            yield FieldError(name, f"{name} must be given once only", ", ".join(values))
        else:
            yield from self._walk(_from_text(values[0], schema), schema, name, 0)

    def _walk(self, value: object, schema: Schema, path: str, depth: int) -> Iterator[FieldError]:
        schema = self._resolve(schema)
        if depth > _DEPTH_LIMIT:
            yield FieldError(path, "nested too deeply")
            return
        if value is None:
            if not self._nullable(schema):
                yield FieldError(path or "body", "must not be null")
            return
        for part in schema.get("allOf", ()):
            yield from self._walk(value, part, path, depth + 1)
        branches = schema.get("anyOf") or schema.get("oneOf")
        if branches:
            yield from self._any_of(value, branches, path, depth)
        kind = schema.get("type")
        if kind and not _is(value, kind):
            yield FieldError(path or "body", f"must be {_article(kind)}", value)
            return
        if "enum" in schema and value not in schema["enum"]:
            yield FieldError(path, f"must be one of {', '.join(map(str, schema['enum']))}", value)
        if isinstance(value, str):
            yield from _check_text(value, schema, path)
        elif isinstance(value, dict):
            yield from self._walk_object(cast("dict[str, object]", value), schema, path, depth)
        elif isinstance(value, list):
            yield from self._walk_list(cast("list[object]", value), schema, path, depth)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            yield from _check_number(value, schema, path)

    def _any_of(self, value: object, branches: list[Schema], path: str, depth: int) -> Iterator[FieldError]:
        found = [list(self._walk(value, branch, path, depth + 1)) for branch in branches]
        if all(found):
            # Of several readings the one that came closest has complained about the deepest place.
            yield from max(found, key=lambda errors: max(len(error.field) for error in errors))

    def _nullable(self, schema: Schema) -> bool:
        schema = self._resolve(schema)
        if schema.get("nullable") or not any(key in schema for key in ("type", "allOf", "anyOf", "oneOf", "enum")):
            return True
        branches = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())]
        return any(self._nullable(branch) for branch in branches)

    def _walk_object(self, value: dict[str, object], schema: Schema, path: str, depth: int) -> Iterator[FieldError]:
        prefix = f"{path}." if path else ""
        for key in schema.get("required", ()):
            if key not in value:
                yield FieldError(f"{prefix}{key}", "Required field is missing")
        properties: Schema = schema.get("properties", {})
        for key, item in value.items():
            if key in properties:
                yield from self._walk(item, properties[key], f"{prefix}{key}", depth + 1)

    def _walk_list(self, value: list[object], schema: Schema, path: str, depth: int) -> Iterator[FieldError]:
        least, most = schema.get("minItems", 0), schema.get("maxItems")
        if len(value) < least or (most is not None and len(value) > most):
            limits = f"exactly {least}" if least == most else f"{least} to {'any number of' if most is None else most}"
            yield FieldError(path, f"must have {limits} entries", value)
        items: Schema = schema.get("items", {})
        for index, item in enumerate(value):
            yield from self._walk(item, items, f"{path}[{index}]", depth + 1)


@lru_cache(maxsize=1)
def read_document() -> dict[str, Any]:
    """Return the parsed contract; empty when this installation has none."""
    for place in _PLACES:
        if place.is_file():
            return cast("dict[str, Any]", json.loads(place.read_text("utf-8")))
    return {}


def _from_text(text: str, schema: Schema) -> object:
    """Read a query or header value as the type its schema wants, or leave it as text."""
    kind = schema.get("type")
    if kind == "integer" and _INTEGER.match(text):
        return int(text)
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
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield FieldError(path, "is not written as expected", value)


def _check_number(value: float, schema: Schema, path: str) -> Iterator[FieldError]:
    if "minimum" in schema and value < schema["minimum"]:
        yield FieldError(path, f"must be at least {schema['minimum']}", value)
    if "maximum" in schema and value > schema["maximum"]:
        yield FieldError(path, f"must be at most {schema['maximum']}", value)
