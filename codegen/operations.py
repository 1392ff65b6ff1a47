"""Print the operations as data: one module a tag, and the parameters that many of them share once."""

from __future__ import annotations

import json

from codegen import PACKAGE
from codegen.contract import Contract, Operation, Parameter
from codegen.models import HEADER, leaf
from codegen.names import field_name, snake
from codegen.text import WIDTH, call, imported

FOLDER = f"{PACKAGE}/_operations"
SHARED = "parameters"
"""The module of the parameters that the contract writes once."""


def module_of(tag: str) -> str:
    """Name the module of a tag's operations."""
    return snake(tag)


def constant(operation: Operation) -> str:
    """Name the constant that describes an operation."""
    return operation.name.upper()


def files(contract: Contract) -> dict[str, str]:
    """Print every module of operations, by its path below the project."""
    result = {f"{FOLDER}/__init__.py": f'{HEADER}\n"""The operations of the contract as data, one module a tag."""\n'}
    shared = {parameter.shared: parameter for parameter in _parameters(contract) if parameter.shared}
    if shared:
        result[f"{FOLDER}/{SHARED}.py"] = _shared_module(shared)
    for tag in contract.tags:
        result[f"{FOLDER}/{module_of(tag)}.py"] = _module(contract, tag)
    return result


def _parameters(contract: Contract) -> list[Parameter]:
    return [parameter for operation in contract.operations for parameter in operation.parameters]


def _shared_module(shared: dict[str, Parameter]) -> str:
    lines = [HEADER, '"""The parameters that several operations take."""', "", "from __future__ import annotations", ""]
    lines += [*imported(f"{PACKAGE}.operation", ["Parameter"]), ""]
    for name in sorted(shared):
        lines += call(f"{name} = Parameter", _parameter_arguments(shared[name]), 0)
    return "\n".join([*lines, ""])


def _module(contract: Contract, tag: str) -> str:
    operations = contract.tags[tag]
    everything = [parameter for operation in operations for parameter in operation.parameters]
    shared = [parameter.shared for parameter in everything if parameter.shared]
    own = ["Operation", *(["Parameter"] if any(not parameter.shared for parameter in everything) else [])]
    lines = [HEADER, f'"""The {tag} operations as data."""', "", "from __future__ import annotations", ""]
    lines += imported(f"{PACKAGE}._operations.{SHARED}", shared) if shared else []
    lines += imported(f"{PACKAGE}.operation", own)
    for operation in operations:
        lines += ["", *_constant_lines(contract, operation)]
    return "\n".join([*lines, ""])


def _constant_lines(contract: Contract, operation: Operation) -> list[str]:
    fields = [f'"{operation.name}"', f'"{operation.method}"', f'"{operation.path}"']
    parameters = [_printed(parameter) for parameter in operation.parameters]
    fields += _nested("parameters=(", parameters, ")")
    references = [
        (a.status, f'"{contract.schema(a.schema).reference}"' if a.schema else "None") for a in operation.answers
    ]
    fields += _nested("answers={", [f"{status}: {reference}" for status, reference in references], "}")
    pairs: list[tuple[str, object]] = [("effect", operation.effect if operation.effect != "read" else None)]
    pairs += [("done", operation.done or None), ("in_doubt", operation.in_doubt or None)]
    fields += [f"{name}={json.dumps(value)}" for name, value in pairs if value is not None]
    fields += _signs(operation)
    if operation.hints:
        fields += _nested("hints={", [f"{status}: {json.dumps(hint)}" for status, hint in operation.hints.items()], "}")
    if operation.body:
        fields += [f'body="{contract.schema(operation.body.schema).reference}"']
        fields += [f'body_argument="{operation.body.argument}"']
    flags = (("secret", operation.secret, True), ("form", operation.form, True))
    fields += [f"{name}={value}" for name, given, value in flags if given]
    fields += ["authenticated=False"] if not operation.authenticated else []
    fields += [f'empty_answer="{contract.schema(operation.result).reference}"'] if operation.result else []
    fields += [f"nothing_found={_literal(operation.nothing_found)}"] if operation.nothing_found else []
    return [f"{constant(operation)} = Operation(", *(f"    {field}," for field in fields), ")"]


def _signs(operation: Operation) -> list[str]:
    """Print what an answer to a change shows: paths by the names of the models' fields."""
    paths = (("success", operation.success), ("rejected", operation.rejected))
    lines = [line for name, found in paths if found for line in _nested(f"{name}=(", list(map(_path, found)), ")")]
    if operation.empty_success is not None:
        pairs = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in operation.empty_success.items()]
        lines += _nested("empty_success={", pairs, "}")
    return lines


def _path(wire: str) -> str:
    """Print a path such as ``orders[].ingramOrderNumber`` by the names of the fields."""
    parts = (f"{field_name(part.removesuffix('[]'))}{'[]' * part.endswith('[]')}" for part in wire.split("."))
    return json.dumps(".".join(parts))


def _printed(parameter: Parameter) -> str:
    """Print a parameter as an item of a tuple, broken into lines when it is longer than one."""
    if parameter.shared:
        return parameter.shared
    return "\n".join(call("Parameter", _parameter_arguments(parameter), 8)).strip()


def _nested(head: str, items: list[str], tail: str) -> list[str]:
    """Print a tuple or a dictionary as one argument: on one line when it fits, else one item a line."""
    comma = "," if len(items) == 1 and tail == ")" else ""
    line = f"{head}{', '.join(items)}{comma}{tail}"
    if len(line) + 5 <= WIDTH and "\n" not in line:
        return [line]
    return ["\n".join([head, *(f"        {item}," for item in items), f"    {tail}"])]


def _parameter_arguments(parameter: Parameter) -> list[str]:
    limits = parameter.type.limits
    item = leaf(parameter.type)
    result = [json.dumps(text) for text in (parameter.name, parameter.wire, parameter.place)]
    pairs: list[tuple[str, object]] = [("kind", parameter.kind if parameter.kind != "text" else None)]
    pairs += [("required", parameter.required or None), ("max_length", item.limits.max_length)]
    pairs += [("min_length", item.limits.min_length), ("pattern", item.limits.pattern)]
    pairs += [("minimum", limits.minimum), ("maximum", limits.maximum), ("enum", item.closed or None)]
    pairs += [("min_items", limits.min_items), ("max_items", limits.max_items)]
    pairs += [("secret", parameter.secret or None)]
    return result + [f"{name}={_literal(value)}" for name, value in pairs if value is not None]


def _literal(value: object) -> str:
    if isinstance(value, str):
        return f'r"{value}"' if "\\" in value else json.dumps(value)
    if isinstance(value, tuple):
        items: list[str] = [json.dumps(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
        return f"({', '.join(items)},)" if len(items) == 1 else f"({', '.join(items)})"
    return repr(value)
