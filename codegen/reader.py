"""Read the contract out of ``openapi.json``, and refuse what cannot be printed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from codegen.contract import (
    Answer,
    Body,
    Contract,
    ContractError,
    Direction,
    Effect,
    Enumeration,
    Field,
    Limits,
    Operation,
    Parameter,
    Schema,
    TypeName,
    ValueType,
)
from codegen.names import class_name, field_name, identifier, snake, unique

Json = Mapping[str, Any]
METHODS = ("get", "post", "put", "patch", "delete")
_EITHER = {"text", "integer", "number", "decimal"}


class _Reader:
    def __init__(self, document: Json) -> None:
        self.document = document
        self.enums: dict[str, Enumeration] = {}
        self.named: dict[str, str] = {}
        """Enumerations that were named, and where, with or without their values."""

    def resolve(self, node: Json) -> Json:
        while "$ref" in node:
            found: Any = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                found = found[part.replace("~1", "/").replace("~0", "~")]
            node = found
        return node

    def value_type(self, node: Json, where: str) -> ValueType:
        if "$ref" in node:
            return ValueType("model", model=class_name(node["$ref"].rsplit("/", 1)[1]))
        for combined in ("allOf", "anyOf", "oneOf"):
            if combined in node:  # the first branch decides; the others are what else was seen on the wire
                first, *others = (self.value_type(branch, where) for branch in node[combined])
                return replace(first, also=next((other for other in others if _either(first, other)), None))
        match node.get("type"):
            case "array":
                item = self.value_type(node.get("items", {}), where)
                return ValueType("list", item=item, limits=_limits(node))
            case "string":
                name: TypeName = "date" if node.get("format") == "date" else "text"
                return ValueType(
                    name, enum=self.enum(node, where), closed=tuple(node.get("enum", ())), limits=_limits(node)
                )
            case "integer":
                return ValueType("integer", limits=_limits(node))
            case "number":
                return ValueType("decimal" if node.get("format") == "decimal" else "number", limits=_limits(node))
            case "boolean":
                return ValueType("boolean")
            case "object" if not node.get("properties"):
                return ValueType("object")
            case None if not node.get("properties"):
                return ValueType("any")
            case kind:
                raise ContractError(f"{where}: {kind} must be a named component")

    def enum(self, node: Json, where: str) -> str | None:
        values = tuple(node.get("enum") or node.get("x-known-values") or ())
        name = node.get("x-enum-name")
        if not name:
            return None
        self.named.setdefault(name, where)
        if not values:  # they are written out at another place
            return str(name)
        earlier = self.enums.setdefault(name, Enumeration(name, values, where))
        if set(earlier.values) != set(values):
            raise ContractError(f"{where}: {name} has other values at {earlier.used_by}")
        return str(name)

    def schema(self, name: str, node: Json, direction: Direction) -> Schema:
        required = set(node.get("required", ()))
        properties = dict(node.get("properties", {}))
        names = unique([spec.get("x-python-name") or field_name(wire) for wire, spec in properties.items()])
        return Schema(
            name=class_name(name),
            family=node.get("x-family") or snake(name),
            direction=node.get("x-direction") or direction,
            description=node.get("description", ""),
            fields=tuple(
                Field(
                    name=python_name,
                    wire=wire,
                    type=self.value_type(spec, f"{name}.{wire}"),
                    required=wire in required,
                    description=spec.get("description", ""),
                    example=spec.get("example"),
                    other_spellings=tuple(spec.get("x-other-spellings", ())),
                    one_for_list=spec.get("anyOf", [{}])[0].get("type") == "array",
                    deprecated=bool(spec.get("deprecated")),
                    several=spec.get("x-several", ""),
                    boolean_as_text=bool(spec.get("x-boolean-as-text")),
                )
                for python_name, (wire, spec) in zip(names, properties.items(), strict=True)
            ),
            vendor_names=tuple(node.get("x-vendor-name", ())),
            table=bool(node.get("x-table")),
            shown_as=tuple(node.get("x-shown-as", ())),
        )

    def parameter(self, node: Json) -> Parameter:
        shared = "$ref" in node
        node = self.resolve(node)
        name = node.get("x-python-name") or identifier(node["name"])
        place = node["in"]
        return Parameter(
            name=name,
            wire=node["name"],
            place=place,
            type=self.value_type(node.get("schema", {}), node["name"]),
            required=bool(node.get("required")),
            description=node.get("description", ""),
            example=node.get("example"),
            configured=place == "header" and node["name"].startswith("IM-"),
            shared=name.upper() if shared else "",
        )

    def operations(self) -> Iterator[Operation]:
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield self.operation(path, method, item[method], item.get("parameters", ()))

    def operation(self, path: str, method: str, node: Json, shared: Any) -> Operation:
        parameters = [self.parameter(spec) for spec in (*shared, *node.get("parameters", ()))]
        body, form = None, False
        if "requestBody" in node:
            request = self.resolve(node["requestBody"])
            content = request["content"]
            form = "application/json" not in content
            media = _first(content)
            if form:
                schema = self.schema("form", self.resolve(media["schema"]), "request")
                parameters += [_form_parameter(field, secret=bool(node.get("x-secret"))) for field in schema.fields]
            else:
                body = self.body(request, media)
        operation_id = node.get("operationId") or f"{method} {path}"
        effect, done = _effect(node, method, f"{method.upper()} {path}")
        answers = {status: self.resolve(answer) for status, answer in node["responses"].items()}
        return Operation(
            name=node.get("x-python-name") or identifier(operation_id),
            operation_id=operation_id,
            tag=(node.get("tags") or ["Default"])[0],
            method=method.upper(),
            path=path,
            summary=node.get("summary", ""),
            description=node.get("description", ""),
            parameters=tuple(parameters),
            answers=tuple(self.answers(node["responses"])),
            body=body,
            form=form,
            authenticated=node.get("security", True) != [],
            effect=effect,
            done=done,
            in_doubt=node.get("x-in-doubt", ""),
            hints={int(status): answer["x-hint"] for status, answer in answers.items() if "x-hint" in answer},
            secret=bool(node.get("x-secret")),
            example=tuple(node.get("x-python-example", ())),
        )

    def body(self, request: Json, media: Json) -> Body:
        schema = self.value_type(media["schema"], "requestBody").model
        if schema is None:
            raise ContractError("a JSON body must be a named component")
        return Body(
            argument=request.get("x-argument") or identifier(schema),
            schema=schema,
            description=request.get("description", ""),
            vendor_argument=request.get("x-vendor-argument"),
            example=_example(media),
        )

    def answers(self, responses: Json) -> Iterator[Answer]:
        for status, reference in responses.items():
            node = self.resolve(reference)
            content: Json = node.get("content", {})
            media: Json = _first(content)
            schema = self.value_type(media["schema"], status).model if "schema" in media else None
            if status.isdigit():
                yield Answer(int(status), schema, node.get("description", ""))

    def directions(self) -> dict[str, Direction]:
        """Find out for every schema whether requests, answers or both reach it."""
        sent: set[str] = set()
        got: set[str] = set()
        for item in (*self.document["paths"].values(), *self.document.get("x-webhooks", {}).values()):
            for method in METHODS:
                node = item.get(method, {})
                self.reach(node.get("requestBody", {}), sent)
                self.reach(node.get("responses", {}), got)
        return {name: "both" if name in sent & got else "request" if name in sent else "answer" for name in sent | got}

    def reach(self, node: Any, found: set[str]) -> None:
        if isinstance(node, list):
            for item in node:  # pyright: ignore[reportUnknownVariableType]
                self.reach(item, found)
        elif isinstance(node, dict):
            reference: Any = node.get("$ref")  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
            if isinstance(reference, str):
                name = reference.rsplit("/", 1)[1]
                if "/schemas/" not in reference or name not in found:
                    if "/schemas/" in reference:
                        found.add(name)
                    self.reach(self.resolve({"$ref": reference}), found)
            for value in node.values():  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
                self.reach(value, found)


def _example(media: Json) -> Any:
    if "example" in media:
        return media["example"]
    return _first(media.get("examples", {})).get("value")


def _first(named: Json) -> Json:
    """Return the first of several named objects, or an empty one."""
    for value in named.values():
        return cast("Json", value)
    return {}


def _form_parameter(field: Field, *, secret: bool) -> Parameter:
    return Parameter(
        field.name, field.wire, "form", field.type, field.required, field.description, field.example, secret=secret
    )


def _either(first: ValueType, other: ValueType) -> bool:
    """Tell whether one of two types is text and the other one a number."""
    return [first.name, other.name].count("text") == 1 and {first.name, other.name} <= _EITHER


def _effect(node: Json, method: str, where: str) -> tuple[Effect, str]:
    """Read what an operation does at the vendor's; only a GET may leave it out."""
    effect = node.get("x-effect", "read" if method == "get" else None)
    if effect is None:
        raise ContractError(f"{where}: x-effect is missing: read or change")
    if effect not in ("read", "change"):
        raise ContractError(f"{where}: x-effect must be read or change, not {effect!r}")
    done = node.get("x-done", "")
    if effect == "change" and " was " not in done:
        raise ContractError(f"{where}: x-done must say what was done, such as 'the order was placed', not {done!r}")
    if effect == "change" and not node.get("x-in-doubt"):
        raise ContractError(f"{where}: x-in-doubt must say what to do when the outcome is not known")
    return effect, done


def _limits(node: Json) -> Limits:
    return Limits(
        min_length=node.get("minLength"),
        max_length=node.get("maxLength"),
        pattern=node.get("pattern"),
        minimum=node.get("minimum"),
        maximum=node.get("maximum"),
        min_items=node.get("minItems"),
        max_items=node.get("maxItems"),
    )


def read(path: Path) -> Contract:
    """Read a contract.

    Args:
        path: an OpenAPI 3.0 document in JSON.

    Raises:
        ContractError: something in it cannot be turned into code.
    """
    document: Json = json.loads(path.read_text(encoding="utf-8"))
    reader = _Reader(document)
    directions = reader.directions()
    nodes: Json = document.get("components", {}).get("schemas", {})
    schemas = tuple(
        reader.schema(name, node, directions.get(name, "both"))
        for name, node in nodes.items()
        if name not in _form_schemas(document)
    )
    operations = tuple(reader.operations())
    for name, where in reader.named.items():
        if name not in reader.enums:
            raise ContractError(f"{where}: {name} has no values anywhere")
    return Contract(document["info"]["title"], schemas, tuple(reader.enums.values()), operations)


def _form_schemas(document: Json) -> set[str]:
    """Schemas that describe forms: their fields become arguments, so that no model is needed."""
    found: set[str] = set()
    for item in document["paths"].values():
        for method in METHODS:
            content = item.get(method, {}).get("requestBody", {}).get("content", {})
            reference = content.get("application/x-www-form-urlencoded", {}).get("schema", {}).get("$ref")
            if reference:
                found.add(reference.rsplit("/", 1)[1])
    return found
