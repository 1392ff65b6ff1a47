"""Refuse a contract whose names collide in Python, are no names there, or whose objects hold themselves."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Mapping
from importlib import import_module

from codegen import PACKAGE
from codegen.apis import FORMS, class_of, module_name
from codegen.arguments import call_options
from codegen.contract import Contract, ContractError, Field, Operation, Parameter
from codegen.models import holds_itself, leaf, member_names, where_models_are
from codegen.names import IN_CLASSES, IN_MODULES, RESERVED, snake
from codegen.operations import SHARED, constant, module_of

_CLASS = re.compile(r"[A-Z][A-Za-z0-9_]*")
_CONSTANT = re.compile(r"[A-Z][A-Z0-9_]*")
_VARIABLE = re.compile(r"[a-z][a-z0-9_]*")


class _Scope:
    """The names of one kind in one place of the code, each with what took it."""

    def __init__(self, kind: str, form: re.Pattern[str], taken: Iterable[str] = ()) -> None:
        self._kind = kind
        self._form = form
        self._taken = dict.fromkeys(taken, "the package itself")

    def take(self, name: str, where: str, by: str) -> None:
        """Take a name, or say who has it already."""
        if name in self._taken:
            raise ContractError(f"{where}: the {self._kind} {name} is taken by {self._taken[name]}")
        if not self._form.fullmatch(name) or keyword.iskeyword(name):
            raise ContractError(f"{where}: {name!r} is no {self._kind} name in Python")
        self._taken[name] = by


def check(contract: Contract) -> None:
    """Check everything that is named after something in the contract.

    Raises:
        ContractError: a name cannot be had, or an object holds itself.
    """
    _check_classes(contract)
    _check_modules(contract)
    _check_members(contract)
    _check_vendor_names(contract)
    _check_shared(contract)
    identifiers = _Scope("operationId", re.compile(r".*", re.DOTALL))
    for operation in contract.operations:
        identifiers.take(operation.operation_id, operation.where, operation.where)
        _check_arguments(operation)
    for tag, operations in contract.tags.items():
        _check_methods(tag, operations)
    _check_circles(contract)


def _check_classes(contract: Contract) -> None:
    own = {name for package in (PACKAGE, f"{PACKAGE}.aio") for name in vars(import_module(package))["_MODULES"]}
    scope = _Scope("class", _CLASS, own | IN_MODULES)
    for tag, operations in contract.tags.items():
        scope.take(class_of(tag), f"{operations[0].where}, tag {tag!r}", f"the tag {tag!r}")
    for schema in contract.schemas:
        scope.take(schema.name, schema.wire, schema.wire)
    for schema in contract.bodies:
        scope.take(f"{schema.name}Dict", schema.wire, f"the plain dictionaries of {schema.wire}")
    for enum in contract.enums:
        scope.take(enum.name, enum.where, f"the values of {enum.where}")
    for vocabulary in contract.vocabularies:
        scope.take(vocabulary.name, f"x-vocabularies, {vocabulary.name}", "a vocabulary")


def _check_modules(contract: Contract) -> None:
    modules, endpoints = _Scope("module", _VARIABLE, [SHARED]), _Scope("module", _VARIABLE)
    for tag, operations in contract.tags.items():
        where = f"{operations[0].where}, tag {tag!r}"
        modules.take(module_of(tag), where, f"the tag {tag!r}")
        endpoints.take(module_name(tag), where, f"the tag {tag!r}")
    families = _Scope("module", _VARIABLE, ["bodies", "enums", "vocabularies"])
    for family, schemas in contract.families.items():
        families.take(family, schemas[0].wire, schemas[0].wire)


def _check_members(contract: Contract) -> None:
    for enum in contract.enums:
        scope = _Scope("member", _CONSTANT)
        for name, value in zip(member_names(enum), enum.values, strict=True):
            scope.take(name, f"{enum.where}, {enum.name} {value!r}", repr(value))
    for schema in contract.schemas:
        scope = _Scope("field", _VARIABLE, RESERVED)
        for field in schema.fields:
            scope.take(field.name, f"{schema.wire}.{field.wire}", f"{schema.wire}.{field.wire}")
        for field in schema.fields:
            for name in field.properties:
                scope.take(name, f"{schema.wire}.{field.wire}", f"a property of {schema.wire}.{field.wire}")
    for vocabulary in contract.vocabularies:
        scope = _Scope("member", _CONSTANT)
        for word in vocabulary.words:
            for name in (word.name, *word.aliases):
                scope.take(name, f"x-vocabularies, {vocabulary.name}.{word.name}", word.name)


def _check_vendor_names(contract: Contract) -> None:
    names, modules = _Scope("vendor class", _CLASS), _Scope("vendor module", _VARIABLE)
    own = where_models_are(contract)
    for schema in contract.schemas:
        for name in schema.vendor_names:
            names.take(name, schema.wire, schema.wire)
            modules.take(snake(name), schema.wire, schema.wire)
            if name in own and name != schema.name:
                raise ContractError(f"{schema.wire}: the vendor class {name} is another class here")


def _check_shared(contract: Contract) -> None:
    shared: dict[str, Parameter] = {}
    for operation in contract.operations:
        for parameter in operation.parameters:
            if parameter.shared and shared.setdefault(parameter.shared, parameter) != parameter:
                where = f"{operation.where}, parameter {parameter.wire}"
                raise ContractError(f"{where}: {parameter.shared} is another shared parameter, too")


def _check_methods(tag: str, operations: tuple[Operation, ...]) -> None:
    methods = _Scope("method", _VARIABLE, IN_CLASSES)
    shared = {parameter.shared for operation in operations for parameter in operation.parameters}
    constants = _Scope("constant", _CONSTANT, shared | IN_MODULES)
    for operation in operations:
        by = f"{operation.operation_id!r} of the tag {tag!r}"
        for form in FORMS:
            methods.take(f"{operation.name}{form}", operation.where, by)
        constants.take(constant(operation), operation.where, by)


def _check_arguments(operation: Operation) -> None:
    options = [option.name for option in call_options()]
    scope = _Scope("argument", _VARIABLE, ["self", "locals", *options])
    for parameter in operation.parameters:
        scope.take(parameter.name, f"{operation.where}, parameter {parameter.wire}", f"the parameter {parameter.wire}")
    if operation.body:
        scope.take(operation.body.argument, f"{operation.where}, request body", "the request body")
        if operation.body.vendor_argument:
            scope.take(operation.body.vendor_argument, f"{operation.where}, request body", "the request body")


_Edges = Mapping[str, list[tuple[str, str]]]
"""From each name to others: the field that leads there, and the name."""


def _check_circles(contract: Contract) -> None:
    wire = {schema.name: schema.wire for schema in contract.schemas}
    family = {schema.name: schema.family for schema in contract.schemas}
    objects: dict[str, list[tuple[str, str]]] = {name: [] for name in wire}
    modules: dict[str, list[tuple[str, str]]] = {name: [] for name in contract.families}
    for schema in contract.schemas:
        for field in schema.fields:
            part = leaf(field.type).model
            if part and not (holds_itself(field, schema) and _may_end(field)):
                place = f"{schema.wire}.{field.wire}"
                objects[schema.name].append((place, part))
                if family[part] != schema.family:
                    modules[schema.family].append((place, family[part]))
    if circle := _circle(objects):
        (place, _), *others = circle
        through = f", through {', '.join(other for other, _ in others)}" if others else ""
        raise ContractError(f"{place}: {wire[circle[-1][1]]} contains itself{through}")
    if circle := _circle(modules):
        names = " and ".join(name for _, name in circle)
        raise ContractError(f"{circle[0][0]}: the modules {names} need each other: one x-family would join them")


def _may_end(field: Field) -> bool:
    """Tell whether an object that holds others of its kind here can also hold none."""
    return field.type.name == "list" or not field.required


def _circle(edges: _Edges) -> list[tuple[str, str]]:
    """Find a way that comes back to where it began: its steps, or nothing."""
    done: set[str] = set()

    def visit(name: str, trail: list[tuple[str, str]]) -> list[tuple[str, str]]:
        for step in edges[name]:
            passed = [reached for _, reached in trail]
            if step[1] in passed:
                return [*trail[passed.index(step[1]) + 1 :], step]
            if step[1] not in done and (found := visit(step[1], [*trail, step])):
                return found
        done.add(name)
        return []

    for name in edges:
        if name not in done and (found := visit(name, [("", name)])):
            return found
    return []
