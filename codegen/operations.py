"""Print the operations as data: one module a tag, and the parameters that many of them share once."""

from __future__ import annotations

from codegen import PACKAGE
from codegen.contract import Contract, Operation, Parameter
from codegen.models import HEADER, leaf
from codegen.names import field_name, snake
from codegen.text import WIDTH, call, docstring, imported, literal, summary

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
    lines = [
        HEADER,
        *docstring(summary(f"The {tag} operations as data", ""), 0),
        "",
        "from __future__ import annotations",
        "",
    ]
    lines += imported(f"{PACKAGE}._operations.{SHARED}", shared) if shared else []
    lines += imported(f"{PACKAGE}.operation", own)
    for operation in operations:
        lines += ["", *_constant_lines(contract, operation)]
    return "\n".join([*lines, ""])


def _constant_lines(contract: Contract, operation: Operation) -> list[str]:
    fields = [literal(operation.name), literal(operation.method), literal(operation.path)]
    fields += _nested("parameters=(", [_printed(parameter) for parameter in operation.parameters], ")")
    fields += _nested("answers={", _answers(contract, operation), "}")
    effect = "" if operation.effect == "read" else operation.effect
    said = {"effect": effect, "done": operation.done, "in_doubt": operation.in_doubt, "taken": operation.taken}
    fields += [f"{name}={literal(text)}" for name, text in said.items() if text]
    fields += _signs(contract, operation)
    if operation.hints:
        fields += _nested("hints={", [f"{status}: {literal(hint)}" for status, hint in operation.hints.items()], "}")
    if operation.body:
        fields += [f'body="{contract.schema(operation.body.schema).reference}"']
        fields += [f'body_argument="{operation.body.argument}"']
        fields += [] if operation.body.required else ["body_required=False"]
    flags = {"secret=True": operation.secret, "form=True": operation.form}
    flags |= {"authenticated=False": not operation.authenticated}
    fields += [flag for flag, given in flags.items() if given]
    fields += [f"nothing_found={_literal(operation.nothing_found)}"] if operation.nothing_found else []
    return [f"{constant(operation)} = Operation(", *(f"    {field}," for field in fields), ")"]


def _answers(contract: Contract, operation: Operation) -> list[str]:
    """Print the model for each status; what several statuses have in common stands once."""
    statuses: dict[str, list[str]] = {}
    for answer in operation.answers:
        model = "None"
        if answer.schema:
            model = literal(contract.schema(answer.schema).reference + ("[]" if answer.many else ""))
        statuses.setdefault(model, []).append(str(answer.status))
    return [
        f"{common[0]}: {model}" if len(common) == 1 else f"**dict.fromkeys(({', '.join(common)}), {model})"
        for model, common in statuses.items()
    ]


def _signs(contract: Contract, operation: Operation) -> list[str]:
    """Print what an answer to a change shows: paths by the names of the models' fields."""
    signs = {"success": operation.success, "rejected": operation.rejected}
    lines: list[str] = []
    for name, paths in signs.items():
        if paths:
            lines += _nested(f"{name}=(", [literal(_path(contract, operation.result, path)) for path in paths], ")")
    if operation.empty_success is not None:
        pairs = [f"{literal(name)}: {literal(value)}" for name, value in operation.empty_success.items()]
        lines += _nested("empty_success={", pairs, "}")
    return lines


def _path(contract: Contract, model: str | None, path: str) -> str:
    """Write a path such as ``orders[].ingramOrderNumber`` by the names of the fields, also beyond what models have."""
    names: list[str] = []
    for part in path.removeprefix("[].").split("."):
        wire = part.removesuffix("[]")
        fields = contract.schema(model).fields if model else ()
        field = next((field for field in fields if field.wire == wire), None)
        names.append(f"{field.name if field else field_name(wire)}{part.removeprefix(wire)}")
        model = leaf(field.type).model if field else None
    return ".".join(names)


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
    result = [literal(text) for text in (parameter.name, parameter.wire, parameter.place)]
    pairs: list[tuple[str, object]] = [("kind", parameter.kind if parameter.kind != "text" else None)]
    pairs += [("required", parameter.required or None), ("max_length", item.limits.max_length)]
    pairs += [("min_length", item.limits.min_length), ("pattern", item.limits.pattern)]
    pairs += [("minimum", limits.minimum), ("maximum", limits.maximum), ("enum", item.closed or None)]
    pairs += [("min_items", limits.min_items), ("max_items", limits.max_items)]
    flags = ("secret", "text", "joined", "single")
    pairs += [(name, getattr(parameter, name) or None) for name in flags]
    return result + [f"{name}={_literal(value)}" for name, value in pairs if value is not None]


def _literal(value: object) -> str:
    if isinstance(value, str):
        return literal(value, raw="\\" in value)
    if isinstance(value, tuple):
        items: list[str] = [_literal(item) for item in value]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        return f"({', '.join(items)},)" if len(items) == 1 else f"({', '.join(items)})"
    return repr(value)
