"""The Python arguments of an operation's methods: names, types, order and defaults."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from codegen import PACKAGE
from codegen.contract import Operation, Parameter


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


_ANNOTATIONS = {"text": "str", "integer": "int", "boolean": "bool", "date": "date | str"}


def parameter_annotation(parameter: Parameter) -> str:
    """Print the type of a parameter, without ``| None``."""
    kind = parameter.type
    item = kind.item or kind
    plain = f"{item.enum} | str" if item.enum else _ANNOTATIONS[item.name]
    return f"Sequence[{plain}]" if kind.item else plain


def arguments(operation: Operation) -> list[Argument]:
    """List the arguments in order: what must be given, what the Configuration may supply, the body, the rest."""
    body = operation.body
    needed = [parameter for parameter in operation.parameters if parameter.required and not parameter.configured]
    configured = [parameter for parameter in operation.parameters if parameter.required and parameter.configured]
    optional = [parameter for parameter in operation.parameters if not parameter.required]
    result = [Argument(parameter.name, parameter_annotation(parameter)) for parameter in needed]
    for parameter in configured:
        typed = f"{parameter_annotation(parameter)} | None"
        result.append(Argument(parameter.name, typed, "None"))
    if body:
        typed = f"{body.schema} | {body.schema}Dict"
        result.append(Argument(body.argument, typed, "MISSING" if configured else None))
    result += [Argument(parameter.name, f"{parameter_annotation(parameter)} | None", "None") for parameter in optional]
    return result
