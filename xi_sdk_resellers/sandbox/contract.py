"""The contract: which operations there are, read from `openapi.json` when the first request arrives.

Everything that the contract says of an operation is taken from there: its name, method, path, parameters and
body. Nothing of it stands in the sandbox's code a second time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

Schema = Mapping[str, Any]
_HERE = Path(__file__).resolve().parent
_PLACES = (_HERE / "openapi.json", _HERE.parent.parent / "openapi.json")
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclass(frozen=True, slots=True, eq=False)
class Parameter:
    """One parameter of an operation; `place` is `path`, `query` or `header`."""

    name: str
    place: str
    required: bool
    schema: Schema
    joined: bool = False
    """Whether a list comes as one value with commas."""


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """One operation, named as the client's method is.

    Its `bodies` are the schemas of the request's body by media type; an operation that takes no body has none.
    """

    name: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    bodies: Mapping[str, Schema]
    body_required: bool
    needs_token: bool

    def parameters_in(self, place: str) -> Iterator[Parameter]:
        """Return the parameters of one place."""
        return (parameter for parameter in self.parameters if parameter.place == place)

    def defaults(self) -> dict[str, Any]:
        """Return the values that stand in for parameters which are left out, by their names."""
        return {
            parameter.name: parameter.schema["default"]
            for parameter in self.parameters
            if "default" in parameter.schema
        }

    def takes_header(self, name: str) -> bool:
        """Say whether the operation has a header of this name, whatever its letter case."""
        return any(parameter.name.lower() == name.lower() for parameter in self.parameters_in("header"))


@lru_cache(maxsize=1)
def read_document() -> dict[str, Any]:
    """Return the parsed contract.

    Raises:
        FileNotFoundError: This installation has no contract.
    """
    for place in _PLACES:
        if place.is_file():
            return cast("dict[str, Any]", json.loads(place.read_text("utf-8")))
    raise FileNotFoundError(f"the sandbox's contract is missing: {_PLACES[0]}")


def resolve(schema: Schema) -> Schema:
    """Follow a `$ref` within the contract to what it stands for."""
    while "$ref" in schema:
        found: Any = read_document()
        for key in str(schema["$ref"]).lstrip("#/").split("/"):
            found = found[key]
        schema = cast("Schema", found)
    return schema


@lru_cache(maxsize=1)
def operations() -> Mapping[str, Operation]:
    """Return all operations by name."""
    document = read_document()
    return {
        operation.name: operation
        for path, item in document["paths"].items()
        for method in _METHODS
        if method in item
        for operation in [_operation(method.upper(), path, item, item[method])]
    }


@lru_cache(maxsize=1)
def path_prefixes() -> tuple[str, ...]:
    """Return what may stand before every path, because a server of the contract has it in its URL."""
    paths = (urlsplit(str(server["url"])).path.rstrip("/") for server in read_document().get("servers", ()))
    return tuple(path for path in paths if path)


def _operation(method: str, path: str, item: Schema, operation: Schema) -> Operation:
    body = resolve(operation.get("requestBody", {}))
    listed = [*item.get("parameters", ()), *operation.get("parameters", ())]
    security = operation.get("security", read_document().get("security"))
    return Operation(
        name=operation["x-python-name"],
        method=method,
        path=path,
        parameters=tuple(_parameter(resolve(parameter)) for parameter in listed),
        bodies={media_type: content.get("schema", {}) for media_type, content in body.get("content", {}).items()},
        body_required=bool(body.get("required")),
        needs_token=bool(security),
    )


def _parameter(parameter: Schema) -> Parameter:
    return Parameter(
        str(parameter["name"]),
        str(parameter["in"]),
        bool(parameter.get("required")),
        resolve(parameter.get("schema", {})),
        joined=parameter.get("explode") is False,
    )
