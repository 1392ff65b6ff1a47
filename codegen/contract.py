"""The contract as small dataclasses, and how they are read out of ``openapi.json``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from codegen.names import class_name, field_name, identifier, snake, unique

Json = Mapping[str, Any]
TypeName = Literal["text", "integer", "number", "decimal", "boolean", "date", "object", "any", "list", "model"]
Direction = Literal["request", "answer", "both"]
METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True)
class Limits:
    """What the contract says about a value besides its type."""

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    min_items: int | None = None
    max_items: int | None = None


@dataclass(frozen=True, slots=True)
class ValueType:
    """The type of a value: a plain one, a model, or a list of either."""

    name: TypeName
    item: ValueType | None = None
    model: str | None = None
    enum: str | None = None
    closed: tuple[str, ...] = ()
    """The only values that are allowed; empty when any value may come."""
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True)
class Field:
    """One property of a schema."""

    name: str
    wire: str
    type: ValueType
    required: bool
    description: str
    example: Any = None
    other_spellings: tuple[str, ...] = ()
    one_for_list: bool = False
    """Whether one object was seen where the contract says list."""
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """One object of the contract: a model class."""

    name: str
    family: str
    direction: Direction
    description: str
    fields: tuple[Field, ...]
    vendor_names: tuple[str, ...] = ()
    table: bool = False
    """Whether it holds orders, and so can be turned into a table."""

    @property
    def reference(self) -> str:
        """How operations name the model: module and class."""
        return f"{self.family}:{self.name}"


@dataclass(frozen=True, slots=True)
class Enumeration:
    """The values that are known for a text."""

    name: str
    values: tuple[str, ...]
    used_by: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of an operation that is not its JSON body."""

    name: str
    wire: str
    place: str
    type: ValueType
    required: bool
    description: str
    example: Any = None
    configured: bool = False
    """Whether the Configuration can supply it, so that callers may leave it out."""


@dataclass(frozen=True, slots=True)
class Body:
    """The JSON body of an operation."""

    argument: str
    schema: str
    description: str
    vendor_argument: str | None = None
    example: Any = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One documented status."""

    status: int
    schema: str | None
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one path."""

    name: str
    operation_id: str
    tag: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    answers: tuple[Answer, ...]
    body: Body | None = None
    form: bool = False
    authenticated: bool = True
    example: tuple[str, ...] = ()
    """Lines of Python that use the operation, where `api` is an instance of its class."""

    @property
    def result(self) -> str | None:
        """The model of a successful answer; None when there is none."""
        return next((answer.schema for answer in self.answers if answer.status < 300 and answer.schema), None)


@dataclass(frozen=True, slots=True)
class Contract:
    """Everything that the printers need."""

    title: str
    schemas: tuple[Schema, ...]
    enums: tuple[Enumeration, ...]
    operations: tuple[Operation, ...]

    def schema(self, name: str) -> Schema:
        """Look a schema up by its name."""
        return next(schema for schema in self.schemas if schema.name == name)

    @property
    def families(self) -> dict[str, tuple[Schema, ...]]:
        """The schemas of each module, in the contract's order."""
        found: dict[str, list[Schema]] = {}
        for schema in self.schemas:
            found.setdefault(schema.family, []).append(schema)
        return {family: tuple(schemas) for family, schemas in found.items()}

    @property
    def tags(self) -> dict[str, tuple[Operation, ...]]:
        """The operations of each endpoint class."""
        found: dict[str, list[Operation]] = {}
        for operation in self.operations:
            found.setdefault(operation.tag, []).append(operation)
        return {tag: tuple(operations) for tag, operations in found.items()}

    @property
    def bodies(self) -> tuple[Schema, ...]:
        """The schemas that can be part of a request's JSON body."""
        return tuple(schema for schema in self.schemas if schema.direction != "answer")


class ContractError(ValueError):
    """The contract has something that the generator cannot print."""


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
                return self.value_type(node[combined][0], where)
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
                )
                for python_name, (wire, spec) in zip(names, properties.items(), strict=True)
            ),
            vendor_names=tuple(node.get("x-vendor-name", ())),
            table=bool(node.get("x-table")),
        )

    def parameter(self, node: Json) -> Parameter:
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
                parameters += [_form_parameter(field) for field in schema.fields]
            else:
                body = self.body(request, media)
        operation_id = node.get("operationId") or f"{method} {path}"
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


def _form_parameter(field: Field) -> Parameter:
    return Parameter(field.name, field.wire, "form", field.type, field.required, field.description, field.example)


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
