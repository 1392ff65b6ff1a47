"""Put the contract into the wheel as the sandbox needs it: requests, without what only people and the client read."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias, cast

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_Object: TypeAlias = "dict[str, Any]"

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_CHECKED = (
    *("type", "format", "nullable", "enum", "x-open", "pattern", "default"),
    *("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "required"),
)
"""The words of a schema that say something of a value and hold no schemas."""


def bare(document: _Object) -> _Object:
    """Take out of the contract what the sandbox checks requests against.

    Args:
        document: the contract, as it is written.

    Returns:
        A contract with the same operations and requests; of components only what they refer to.
    """
    made = _kept(document, "openapi", "security")
    made["servers"] = [_kept(server, "url") for server in document.get("servers", ())]
    made["paths"] = {path: _path(item) for path, item in document["paths"].items()}
    made["components"] = components = cast("_Object", {})
    waiting = list(_references(made["paths"]))
    while waiting:
        kind, name = waiting.pop().removeprefix("#/components/").split("/")
        there: _Object = components.setdefault(kind, {})
        if name not in there:
            there[name] = _PARTS[kind](document["components"][kind][name])
            waiting += _references(there[name])
    return made


def _kept(part: _Object, *words: str) -> _Object:
    return {word: part[word] for word in words if word in part}


def _path(item: _Object) -> _Object:
    made: _Object = {method: _operation(item[method]) for method in _METHODS if method in item}
    if "parameters" in item:
        made["parameters"] = [*map(_parameter, item["parameters"])]
    return made


def _operation(operation: _Object) -> _Object:
    made = _kept(operation, "x-python-name", "security")
    if "parameters" in operation:
        made["parameters"] = [*map(_parameter, operation["parameters"])]
    if "requestBody" in operation:
        made["requestBody"] = _body(operation["requestBody"])
    return made


def _parameter(parameter: _Object) -> _Object:
    made = _kept(parameter, "$ref", "name", "in", "required", "explode")
    return made | {"schema": _schema(parameter["schema"])} if "schema" in parameter else made


def _body(body: _Object) -> _Object:
    made = _kept(body, "$ref", "required")
    if "content" in body:
        made["content"] = {
            media_type: {"schema": _schema(content.get("schema", {}))}
            for media_type, content in body["content"].items()
        }
    return made


def _schema(schema: _Object) -> _Object:
    if "$ref" in schema:
        return _kept(schema, "$ref")
    made = _kept(schema, *_CHECKED)
    for word in ("allOf", "anyOf", "oneOf"):
        if word in schema:
            made[word] = [*map(_schema, schema[word])]
    if "items" in schema:
        made["items"] = _schema(schema["items"])
    if "properties" in schema:
        made["properties"] = {name: _schema(part) for name, part in schema["properties"].items()}
    return made


_PARTS = {"schemas": _schema, "parameters": _parameter, "requestBodies": _body}


def _references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for word, value in cast("_Object", part).items():
            if word == "$ref" and isinstance(value, str):
                yield value
            else:
                yield from _references(value)
    elif isinstance(part, list):
        for item in cast("list[object]", part):
            yield from _references(item)


class ContractHook(BuildHookInterface):  # type: ignore[misc, type-arg, unused-ignore]
    """Hatchling calls it before it packs a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the contract to what is packed; an editable install reads the one in the project."""
        if version == "editable":
            return
        document = json.loads(Path(self.root, "openapi.json").read_text(encoding="utf-8"))
        self._folder = tempfile.TemporaryDirectory()
        made = Path(self._folder.name, "openapi.json")
        made.write_text(json.dumps(bare(document), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        build_data["force_include"][str(made)] = "xi_sdk_resellers/sandbox/openapi.json"
