"""Read the contract out of ``openapi.json``, and refuse what cannot be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from codegen.contract import Answer, Body, Contract, Effect, Field, Kind, Operation, Parameter, ValueType
from codegen.document import Node, load
from codegen.names import identifier
from codegen.schemas import Schemas, directions

METHODS = ("get", "post", "put", "patch", "delete")
_EFFECTS: dict[str, Effect] = {"read": "read", "change": "change"}
_OTHER_METHODS = ("head", "options", "trace")
_PLACES = ("path", "query", "header")
_JSON = re.compile(r"application/([\w.-]+\+)?json\b")
_FORM = re.compile(r"application/x-www-form-urlencoded\b")
_STATUS = re.compile(r"[1-5]\d\d")
_PLACEHOLDER = re.compile(r"{([^{}]*)}")
_KINDS: dict[str, Kind] = {
    "text": "text",
    "integer": "integer",
    "number": "number",
    "decimal": "number",
    "boolean": "boolean",
    "date": "date",
}
_LISTS: dict[str, Kind] = {"text": "text_list", "date": "date_range"}


def read(path: Path) -> Contract:
    """Read a contract.

    Args:
        path: an OpenAPI 3.0 document in JSON.

    Raises:
        ContractError: something in it cannot be turned into code.
    """
    root = load(path)
    if not root.value.get("paths"):
        raise root.error("it has no paths")
    calls = list(_calls(root.children("paths", "")))
    webhooks = list(_calls(root.children("x-webhooks", "webhook ")))
    bodies = [call.node.child("requestBody").resolved() for call in calls]
    forms = [form.resolved().name for body in bodies if (form := _form(body)) is not None]
    schemas = Schemas(root, frozenset(forms))
    models = schemas.models(directions([call.node for call in (*calls, *webhooks)]))
    sent = {name for name, direction in directions([call.node for call in calls]).items() if direction != "answer"}
    models = tuple(replace(model, sent=model.wire in sent) for model in models)
    operations = tuple(_operation(schemas, call) for call in calls)
    models = tuple(replace(model, one_in_list=model.name in schemas.one_in_list) for model in models)
    return Contract(root.child("info").text("title"), models, schemas.enums(), operations, schemas.vocabularies())


@dataclass(frozen=True, slots=True)
class _Call:
    """One method on one path."""

    method: str
    path: str
    node: Node
    shared: tuple[Node, ...]
    """The parameters of all calls on the path."""


def _calls(paths: Mapping[str, Node]) -> Iterator[_Call]:
    for path, item in paths.items():
        node = item.resolved()
        for method in METHODS:
            if method in node:
                where = f"{method.upper()} {item.where}"
                shared = tuple(parameter.at(where) for parameter in node.items("parameters"))
                yield _Call(method.upper(), path, node.child(method).at(where), shared)
        for method in _OTHER_METHODS:
            if method in node:
                raise node.at(f"{method.upper()} {item.where}").error(f"only {', '.join(METHODS)} can be called")


def _operation(schemas: Schemas, call: _Call) -> Operation:
    node, body = call.node, None
    parameters = _parameters(schemas, call)
    request = node.child("requestBody").resolved().at(f"{node.where}, request body")
    form = _form(request)
    if form is not None:
        fields = schemas.schema("form", form.resolved(), "request").fields
        parameters += [_form_parameter(form, field, secret=node.flag("x-secret")) for field in fields]
    elif "requestBody" in node:
        body = _body(schemas, request)
    operation_id = node.text("operationId") or f"{call.method.lower()} {call.path}"
    effect, done = _effect(node, call.method)
    return Operation(
        name=node.text("x-python-name") or identifier(operation_id),
        operation_id=operation_id,
        tag=(node.texts("tags") or ("Default",))[0],
        method=call.method,
        path=call.path,
        summary=node.text("summary"),
        description=node.text("description"),
        parameters=tuple(parameters),
        answers=tuple(_answers(schemas, node)),
        body=body,
        form=form is not None,
        authenticated=node.value.get("security", True) != [],
        effect=effect,
        done=done,
        in_doubt=node.text("x-in-doubt"),
        taken=node.text("x-taken"),
        success=node.texts("x-success"),
        rejected=node.texts("x-rejected"),
        empty_success=_empty_success(node, effect),
        nothing_found=node.wholes("x-nothing-found"),
        secret=node.flag("x-secret"),
        example=node.texts("x-python-example"),
        earlier_order=_earlier_order(node, parameters, body),
    )


def _earlier_order(node: Node, parameters: list[Parameter], body: Body | None) -> tuple[str, ...]:
    """Read the order of an earlier version: the parameters by their names on the wire, and the word body."""
    names = {parameter.wire: parameter.name for parameter in parameters} | ({"body": body.argument} if body else {})
    wanted = node.texts("x-earlier-order")
    unknown = [name for name in wanted if name not in names]
    if unknown or len(set(wanted)) < len(wanted):
        raise node.error(f"x-earlier-order must name each of its parameters once, or body, not {unknown or wanted}")
    return tuple(names[name] for name in wanted)


def _parameters(schemas: Schemas, call: _Call) -> list[Parameter]:
    """Read the parameters of a call. Its own ones replace those of the path."""
    found: dict[tuple[str, str], Parameter] = {}
    for specs in (call.shared, call.node.items("parameters")):
        parameters = [_parameter(schemas, spec) for spec in specs]
        placed = {(parameter.wire, parameter.place): parameter for parameter in parameters}
        if len(placed) < len(parameters):
            raise call.node.error("a parameter of one name is twice in one place")
        found |= placed
    named = sorted(set(_PLACEHOLDER.findall(call.path)))
    given = sorted(wire for wire, place in found if place == "path")
    if named != given:
        raise call.node.error(f"the path names {named}, and the parameters of the path are {given}")
    return list(found.values())


def _parameter(schemas: Schemas, spec: Node) -> Parameter:
    node = spec.resolved()
    wire, place = node.text("name"), node.text("in")
    if not wire:
        raise spec.error("a parameter has no name")
    node = node.at(f"{spec.where}, parameter {wire}")
    name = node.text("x-python-name") or identifier(wire)
    if place not in _PLACES:
        raise node.error(f"its place must be one of {', '.join(_PLACES)}, not {place or 'nowhere'}")
    if place == "path" and not node.flag("required"):
        raise node.error("a part of the path must be required")
    schema = node.child("schema")
    kind = schemas.value_type(schema)
    also = {branch.text("type") for branch in schema.items("anyOf")[1:]}
    return Parameter(
        name=name,
        wire=wire,
        place=place,
        kind=_kind(node, kind),
        type=kind,
        text="string" in also,
        joined=kind.item is not None and _is_joined(node),
        single="array" in also,
        known=schema.texts("x-known-values"),
        required=node.flag("required"),
        description=node.text("description"),
        example=node.value.get("example"),
        configured=place == "header" and wire.startswith("IM-"),
        shared=name.upper() if spec.reference else "",
    )


def _is_joined(node: Node) -> bool:
    """Tell whether a list is written as one value."""
    style = node.text("style", "form" if node.text("in") == "query" else "simple")
    if style not in ("form", "simple"):
        raise node.error(f"a list of style {style} cannot be written, only form and simple")
    return style == "simple" or ("explode" in node and not node.flag("explode"))


def _form_parameter(form: Node, field: Field, *, secret: bool) -> Parameter:
    return Parameter(
        name=field.name,
        wire=field.wire,
        place="form",
        kind=_kind(form.at(f"{form.where}, {field.wire}"), field.type),
        type=field.type,
        required=field.required,
        description=field.description,
        example=field.example,
        secret=secret,
    )


def _kind(node: Node, value: ValueType) -> Kind:
    """Say how the client checks and writes a parameter."""
    kind = _LISTS.get(value.item.name) if value.item else _KINDS.get(value.name)
    if kind is None:
        named = f"a list of {value.item.name}" if value.item else value.name
        raise node.error(f"{named} is not a type that a parameter can have")
    if kind == "text" and node.child("schema").text("format") == "email":
        return "email"
    return kind


def _body(schemas: Schemas, request: Node) -> Body:
    media = _media(request, _JSON)
    if media is None:
        offered = ", ".join(request.children("content", "")) or "nothing"
        raise request.error(f"it must be JSON or a form, not {offered}")
    schema = schemas.content(media.child("schema")).model
    if schema is None:
        raise request.error("it must be a named component, an object")
    examples = media.children("examples", "")
    shown = next(iter(examples.values()), media)
    return Body(
        argument=request.text("x-argument") or identifier(schema),
        schema=schema,
        description=request.text("description"),
        vendor_argument=request.text("x-vendor-argument") or None,
        example=media.value.get("example", shown.value.get("value")),
        required=request.flag("required"),
        last=request.flag("x-argument-last") or not request.flag("required"),
    )


def _answers(schemas: Schemas, node: Node) -> Iterator[Answer]:
    for status, spec in node.children("responses", f"{node.where}, answer ").items():
        answer = spec.resolved()
        if status == "default":
            continue
        if not _STATUS.fullmatch(status):
            raise answer.error("a status must be three digits, or default")
        media, schema, many = _media(answer, _JSON), None, False
        if media is not None and "schema" in media:
            kind = schemas.content(media.child("schema"))
            schema, many = (kind.item or kind).model, kind.item is not None
            if schema is None:
                raise answer.error("what it holds must be a named component, an object, or a list of such")
            if many and not 200 <= int(status) < 300:
                raise answer.error("only a success can be a list; write the error as the object that the list holds")
        yield Answer(int(status), schema, answer.text("description"), answer.text("x-hint"), many)


def _form(request: Node) -> Node | None:
    """Return the schema of a form; None when the request is something else."""
    form = None if _media(request, _JSON) else _media(request, _FORM)
    return None if form is None else form.child("schema")


def _media(node: Node, kind: re.Pattern[str]) -> Node | None:
    """Return what a request or an answer holds in the first content of a kind."""
    content = node.children("content", "")
    return next((media.at(node.where) for name, media in content.items() if kind.match(name)), None)


def _effect(node: Node, method: str) -> tuple[Effect, str]:
    """Read what an operation does at the vendor's; only a GET may leave it out."""
    said, done = node.text("x-effect", "read" if method == "GET" else ""), node.text("x-done")
    effect = _EFFECTS.get(said)
    if effect is None:
        raise node.error(f"x-effect {f'must not be {said!r}' if said else 'is missing'}: read or change")
    if effect == "change" and " was " not in done:
        raise node.error(f"x-done must say what was done, such as 'the order was placed', not {done!r}")
    if effect == "change" and not node.text("x-in-doubt"):
        raise node.error("x-in-doubt must say what to do when the outcome is not known")
    return effect, done


def _empty_success(node: Node, effect: Effect) -> dict[str, str] | None:
    """Read when an answer without content is a success. Every change must say how its answers show that it was done."""
    found = node.child("x-empty-success") if "x-empty-success" in node else None
    if effect == "change" and found is None and not node.texts("x-success"):
        raise node.error("x-success or x-empty-success must say how an answer shows that it was done")
    return None if found is None else {name: found.text(name) for name in found.value}
