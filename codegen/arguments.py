"""The Python arguments of an operation's methods: names, types, order and defaults."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from codegen import PACKAGE
from codegen.contract import ContractError, Operation, Parameter


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a generated method."""

    name: str
    annotation: str
    default: str | None = None
    prose: str = ""
    """What it is, for the options of a call."""

    @property
    def declared(self) -> str:
        """The argument as the method declares it."""
        return f"{self.name}: {self.annotation}" + (f" = {self.default}" if self.default is not None else "")

    @property
    def demanded(self) -> str:
        """The argument without its default."""
        return f"{self.name}: {self.annotation}"


_OPTIONS = Path(__file__).resolve().parent.parent / PACKAGE / "_calls" / "options.py"


@cache
def call_options() -> tuple[Argument, ...]:
    """List what every call takes besides its own arguments, as the package itself declares it."""
    tree = ast.parse(_OPTIONS.read_text(encoding="utf-8"))
    declared = next(node for node in tree.body if isinstance(node, ast.ClassDef)).body
    found: list[Argument] = []
    for node, after in pairwise(declared):
        match node, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name), annotation=kind),
                ast.Expr(value=ast.Constant(value=str(prose))),
            ):
                typed = ast.unparse(kind)
                found.append(Argument(name, typed, "None" if "None" in typed else "0", prose))
            case _:
                pass
    return tuple(found)


_ANNOTATIONS = {
    "text": "str",
    "integer": "int",
    "number": "float",
    "decimal": "Decimal | float",
    "boolean": "bool",
    "date": "date | str",
}


def parameter_annotation(parameter: Parameter) -> str:
    """Print the type of a parameter, without ``| None``."""
    kind = parameter.type
    item = kind.item or kind
    plain = f"{item.enum} | str" if item.enum else _ANNOTATIONS[item.name]
    if parameter.single:
        return f"{plain} | Sequence[{plain}]"
    if parameter.text:
        plain = f"{plain} | str"
    return f"Sequence[{plain}]" if kind.item else plain


def arguments(operation: Operation) -> list[Argument]:
    """List the arguments in the contract's order: first what is required, the body behind it, then the rest.

    What the Configuration supplies may be left out, so that what must be given and stands behind it has a default that
    means nothing.
    """
    result: list[Argument] = []
    left_out = False
    for parameter in (parameter for parameter in operation.parameters if parameter.required):
        typed = parameter_annotation(parameter)
        left_out = left_out or parameter.configured
        if parameter.configured:
            result.append(Argument(parameter.name, f"{typed} | None", "None"))
        else:
            result.append(Argument(parameter.name, typed, "MISSING" if left_out else None))
    optional = [parameter for parameter in operation.parameters if not parameter.required]
    rest = [Argument(parameter.name, f"{parameter_annotation(parameter)} | None", "None") for parameter in optional]
    return (
        [*result, *rest, *_body(operation, required=left_out or bool(rest))]
        if _is_last(operation)
        else [
            *result,
            *_body(operation, required=left_out),
            *rest,
        ]
    )


@dataclass(frozen=True, slots=True)
class EarlierOrder:
    """Another order in which a method takes its arguments, and how calls are told apart."""

    names: tuple[str, ...]
    place: int
    """The first place that another argument had."""
    known: tuple[str, ...]
    """The values at that place that say so; empty when a body does."""


def earlier_order(operation: Operation) -> EarlierOrder | None:
    """Say in what other order an operation takes its arguments.

    Raises:
        ContractError: nothing tells it from the order of today.
    """
    names = operation.earlier_order
    if not names:
        return None
    today = [argument.name for argument in arguments(operation)]
    place = next((at for at, (name, now) in enumerate(zip(names, today, strict=False)) if name != now), len(names))
    moved = names[place] if place < len(names) else ""
    known = next((parameter.known for parameter in operation.parameters if parameter.name == moved), ())
    is_body = operation.body is not None and operation.body.argument == moved
    if not is_body and not known:
        raise ContractError(
            f"{operation.where}: nothing tells x-earlier-order from the order of today: where it first differs there "
            "must be the body, or a parameter with x-known-values"
        )
    return EarlierOrder(names, place, known)


def _is_last(operation: Operation) -> bool:
    return operation.body is not None and operation.body.last


def _body(operation: Operation, *, required: bool) -> list[Argument]:
    body = operation.body
    if body is None:
        return []
    typed = f"{body.schema} | {body.schema}Dict"
    if not body.required:
        return [Argument(body.argument, f"{typed} | None", "None")]
    return [Argument(body.argument, typed, "MISSING" if required else None)]
