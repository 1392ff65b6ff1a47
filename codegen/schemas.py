"""Read the schemas of the contract: types of values, objects, enumerations, and who reaches them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from codegen import PACKAGE
from codegen.contract import (
    ContractError,
    Direction,
    Enumeration,
    Field,
    Limits,
    Schema,
    TypeName,
    ValueType,
    Vocabulary,
    Word,
)
from codegen.document import Json, Node
from codegen.names import class_name, field_name, snake, unique

_ROOT = Path(__file__).resolve().parent.parent
_COMPONENTS = "#/components/schemas/"
_DIRECTIONS: dict[str, Direction] = {"request": "request", "answer": "answer", "both": "both"}
_PLAIN: dict[str, TypeName] = {"integer": "integer", "boolean": "boolean"}
_NUMBERS = frozenset({"integer", "number"})
_AMOUNTS = frozenset({"integer", "number", "decimal"})


class Schemas:
    """Reads schemas, and keeps the enumerations that it meets.

    Args:
        root: the document.
        forms: the schemas that describe forms: their fields become arguments, so that no model is needed.
    """

    def __init__(self, root: Node, forms: frozenset[str]) -> None:
        self._components = root.child("components").children("schemas", "")
        self._forms = forms
        self._vocabularies = {
            name: _vocabulary(name, node) for name, node in root.children("x-vocabularies", "x-vocabularies, ").items()
        }
        self._enums: dict[str, Enumeration] = {}
        self._named: dict[str, str] = {}
        self.one_in_list: set[str] = set()
        """The models that may also come as the one item of a list."""

    def content(self, node: Node) -> ValueType:
        """Read the type of a body, or of an answer: an object, a list, or one object that may stand in a list."""
        kind = self.value_type(node)
        for branch in node.items("anyOf")[1:]:
            if branch.text("type") == "array":
                if kind.model is None or self.value_type(branch).item != kind:
                    raise node.error("of an object and a list, the object must come first and be what the list holds")
                self.one_in_list.add(kind.model)
        return kind

    def enums(self) -> tuple[Enumeration, ...]:
        """Return every enumeration that was met.

        Raises:
            ContractError: one was named and has no values anywhere.
        """
        for name, where in self._named.items():
            if name not in self._enums:
                raise ContractError(f"{where}: {name} has no values anywhere")
        return tuple(self._enums.values())

    def models(self, directions: dict[str, Direction]) -> tuple[Schema, ...]:
        """Read every named object that is no form."""
        return tuple(
            self.schema(name, node, directions.get(name, "both"))
            for name, node in self._components.items()
            if name not in self._forms and node.reference is None and _is_object(node)
        )

    def schema(self, name: str, node: Node, direction: Direction) -> Schema:
        """Read one object."""
        properties = node.children("properties", f"{name}.")
        required = set(node.texts("required"))
        said = node.text("x-direction", direction)
        chosen = _DIRECTIONS.get(said)
        if chosen is None:
            raise node.error(f"x-direction must be one of {', '.join(_DIRECTIONS)}, not {said}")
        names = unique([spec.text("x-python-name") or field_name(wire) for wire, spec in properties.items()])
        shown = node.texts("x-shown-as")
        if shown and (len(shown) != 2 or shown[1] not in {"", *names}):
            raise node.error("x-shown-as must be what people call it, and the Python name of a field or nothing")
        return Schema(
            name=class_name(name),
            wire=name,
            family=node.text("x-family") or snake(name),
            direction=chosen,
            description=node.text("description"),
            fields=tuple(
                self._field(python_name, wire, spec, required=wire in required)
                for python_name, (wire, spec) in zip(names, properties.items(), strict=True)
            ),
            vendor_names=node.texts("x-vendor-name"),
            table=node.flag("x-table"),
            shown_as=shown,
            mixins=self._mixins(node),
        )

    def _mixins(self, node: Node) -> tuple[str, ...]:
        named = node.texts("x-mixins")
        for name in named:
            if not _ROOT.joinpath(PACKAGE, "_modelling", "mixins", f"{snake(name)}.py").is_file():
                raise node.error(f"x-mixins: there is no {PACKAGE}._modelling.mixins.{snake(name)}")
        return named

    def vocabularies(self) -> tuple[Vocabulary, ...]:
        """Read the vocabularies of the contract."""
        return tuple(self._vocabularies.values())

    def _read_as(self, spec: Node) -> tuple[str, str] | None:
        named = spec.child("x-read-as").value
        if not named:
            return None
        (name, vocabulary), *others = named.items()
        if others or vocabulary not in self._vocabularies:
            raise spec.error(f"x-read-as must name one property and its vocabulary, not {dict(named)}")
        return name, vocabulary

    def _field(self, name: str, wire: str, spec: Node, *, required: bool) -> Field:
        branches = spec.items("anyOf")
        return Field(
            name=name,
            wire=wire,
            type=self.value_type(spec),
            required=required,
            description=spec.text("description"),
            example=spec.value.get("example"),
            other_spellings=spec.texts("x-other-spellings"),
            one_for_list=bool(branches) and branches[0].text("type") == "array",
            deprecated=spec.flag("deprecated"),
            several=spec.text("x-several"),
            boolean_as_text=spec.flag("x-boolean-as-text"),
            read_as=self._read_as(spec),
        )

    def value_type(self, node: Node) -> ValueType:
        """Read the type of a value."""
        if node.reference is not None:
            target = node.resolved()
            if _is_object(target):
                return ValueType("model", model=self._model(node, target))
            return self.value_type(target)
        for combined in ("allOf", "anyOf", "oneOf"):
            if branches := node.items(combined):  # the first decides; the others are what else was seen on the wire
                first = self.value_type(branches[0])
                return replace(first, also=self._also(first, branches[1:]))
        kind = node.text("type")
        if kind in _PLAIN:
            return ValueType(_PLAIN[kind], limits=_limits(node))
        if kind == "array":
            return ValueType("list", item=self.value_type(node.child("items")), limits=_limits(node))
        if kind == "string":
            name: TypeName = "date" if node.text("format") == "date" else "text"
            closed = () if node.flag("x-open") else node.texts("enum")
            return ValueType(name, enum=self._enum(node), closed=closed, limits=_limits(node))
        if kind == "number":
            return ValueType("decimal" if node.text("format") == "decimal" else "number", limits=_limits(node))
        if kind in {"object", ""} and "properties" not in node:
            return ValueType("object" if kind else "any")
        raise node.error(f"{kind or 'what has properties'} must be a named component")

    def _also(self, first: ValueType, branches: Iterable[Node]) -> ValueType | None:
        """Read the other type of what may be text or a number; None when it may not."""
        wanted = _NUMBERS if first.name == "text" else {"string"} if first.name in _AMOUNTS else frozenset[str]()
        return next((self.value_type(branch) for branch in branches if branch.text("type") in wanted), None)

    def _model(self, node: Node, target: Node) -> str:
        if target.name in self._forms:
            raise node.error(f"{target.name} is a form, so it cannot be part of JSON, too")
        if self._components.get(target.name, node).value is not target.value:
            raise node.error(f"{node.reference} is an object: it must stand below {_COMPONENTS}")
        return class_name(target.name)

    def _enum(self, node: Node) -> str | None:
        name = node.text("x-enum-name")
        values = node.texts("enum") or node.texts("x-known-values")
        if not name:
            return None
        self._named.setdefault(name, node.where)
        if values:  # elsewhere the name alone may stand
            earlier = self._enums.setdefault(name, Enumeration(name, values, node.where))
            if set(earlier.values) != set(values):
                raise node.error(f"{name} has other values at {earlier.where}")
        return name


def _is_object(node: Node) -> bool:
    return node.text("type") == "object" or "properties" in node


def _limits(node: Node) -> Limits:
    return Limits(
        min_length=node.whole("minLength"),
        max_length=node.whole("maxLength"),
        pattern=None if node.flag("x-open") else node.text("pattern") or None,
        minimum=node.whole("minimum"),
        maximum=node.whole("maximum"),
        min_items=node.whole("minItems"),
        max_items=node.whole("maxItems"),
    )


def _vocabulary(name: str, node: Node) -> Vocabulary:
    words = tuple(
        Word(
            name=word,
            value=spec.text("value") or word,
            description=spec.text("description"),
            spellings=spec.texts("spellings"),
            aliases=spec.texts("aliases"),
        )
        for word, spec in node.children("words", f"{node.where}.").items()
    )
    if not words:
        raise node.error("it has no words")
    return Vocabulary(name, node.text("description"), words)


def directions(calls: Iterable[Node]) -> dict[str, Direction]:
    """Find out for every named schema whether requests, answers or both reach it."""
    sent: set[str] = set()
    got: set[str] = set()
    for call in calls:
        _reach(call, call.value.get("requestBody"), sent)
        _reach(call, call.value.get("responses"), got)
    found = {ref: "both" if ref in sent & got else "request" if ref in sent else "answer" for ref in sent | got}
    return {ref.removeprefix(_COMPONENTS): cast("Direction", direction) for ref, direction in found.items()}


def _reach(call: Node, value: Any, found: set[str]) -> None:
    """Collect the references below a value, and below what they lead to."""
    if isinstance(value, list):
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            _reach(call, item, found)
    elif isinstance(value, dict):
        node = cast("Json", value)
        reference = node.get("$ref")
        if isinstance(reference, str) and reference not in found:
            found.add(reference)
            with suppress(ContractError):  # what reads it can name the place better
                _reach(call, Node(node, call.where, call.root).resolved().value, found)
        for below in node.values():
            _reach(call, below, found)
