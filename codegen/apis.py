"""Print the endpoint classes, blocking and asyncio from the same description."""

from __future__ import annotations

import textwrap

from codegen import PACKAGE
from codegen.arguments import Argument, EarlierOrder, arguments, call_options, earlier_order
from codegen.contract import Contract, Operation
from codegen.docs import method_docstring
from codegen.lazy import LAZY, LAZY_IMPORTS
from codegen.models import HEADER, leaf
from codegen.names import class_name, snake
from codegen.operations import constant, module_of
from codegen.text import WIDTH, call, clean, docstring, imported, literal, mapping, summary

FORMS = ("", "_with_http_info", "_without_preload_content")
"""What is appended to the name of a method, for each of its three forms."""


def module_name(tag: str) -> str:
    """Name the module of an endpoint class."""
    return f"{snake(tag)}_api"


def class_of(tag: str) -> str:
    """Name the endpoint class of a tag."""
    return f"{class_name(tag)}Api"


def module(contract: Contract, tag: str, *, asynchronous: bool) -> str:
    """Print the module of one endpoint class."""
    lines = [HEADER, *docstring(_what(tag, asynchronous=asynchronous), 0), ""]
    lines += ["from __future__ import annotations", "", *_imports(contract, tag, asynchronous=asynchronous)]
    lines += _class_lines(contract, tag, asynchronous=asynchronous)
    return "\n".join([*lines, ""])


def _what(tag: str, *, asynchronous: bool) -> str:
    return summary(f"The {tag} operations" + (" for asyncio" if asynchronous else ""), "")


def _imports(contract: Contract, tag: str, *, asynchronous: bool) -> list[str]:
    operations = contract.tags[tag]
    everything = [argument for operation in operations for argument in arguments(operation)]
    overloaded = any(_overloaded(operation) for operation in operations)
    await_ = "awaited_" if asynchronous else ""
    forms = ["AsyncEndpoints" if asynchronous else "Endpoints"]
    forms += [f"{await_}with_http_info", f"{await_}without_preload_content"]
    if any(operation.body and operation.body.vendor_argument for operation in operations):
        forms.append(f"{await_}accepts_vendor_argument")
    if any(operation.earlier_order for operation in operations):
        forms.append(f"{await_}accepts_earlier_order")
    folder = f"{PACKAGE}.aio" if asynchronous else PACKAGE
    own = imported(f"{PACKAGE}._endpoints.forms", forms)
    own += imported(f"{PACKAGE}._operations.{module_of(tag)}", [constant(operation) for operation in operations])
    if overloaded:
        own += imported(f"{PACKAGE}._values.missing", ["MISSING"])
    own += imported(f"{folder}.api_client", ["ApiClient"])
    names = "".join(argument.annotation for argument in everything)
    abstract = imported("collections.abc", ["Mapping", *(["Sequence"] if "Sequence[" in names else [])], 4)
    checked = [*abstract, *(["    from datetime import date"] if "date | " in names else [])]
    checked += ["    from decimal import Decimal"] if "Decimal | " in names else []
    checked += ["    from typing import Any", ""]
    checked += [*imported("typing_extensions", ["Unpack"], 4), ""] if overloaded else []
    models = _models_used(contract, operations)
    sources = {f"{PACKAGE}.models.{family}": names for family, names in models.items()}
    sources[f"{PACKAGE}._settings.retries"] = ["Retries"]
    if overloaded:
        sources[f"{PACKAGE}._calls.options"] = ["CallOptions"]
    for source in sorted(sources):
        checked += imported(source, sources[source], 4)
    typing = ["TYPE_CHECKING", "Final", *(["overload"] if overloaded else [])]
    return [*imported("typing", typing), "", *own, "", "if TYPE_CHECKING:", *checked]


def _models_used(contract: Contract, operations: tuple[Operation, ...]) -> dict[str, list[str]]:
    """List the models, body types and enumerations in the signatures, by module."""
    models: dict[str, list[str]] = {}
    for operation in operations:
        if operation.result:
            models.setdefault(contract.schema(operation.result).family, []).append(operation.result)
        if operation.body:
            family = contract.schema(operation.body.schema).family
            models.setdefault(family, []).append(operation.body.schema)
            models.setdefault(f"bodies.{family}", []).append(f"{operation.body.schema}Dict")
        for parameter in operation.parameters:
            if leaf(parameter.type).enum:
                models.setdefault("enums", []).append(str(leaf(parameter.type).enum))
    return models


def _overloaded(operation: Operation) -> bool:
    """Tell whether something must be given that stands behind what may be left out."""
    return any(argument.default == "MISSING" for argument in arguments(operation))


def _class_lines(contract: Contract, tag: str, *, asynchronous: bool) -> list[str]:
    client = f"{PACKAGE}.aio.ApiClient" if asynchronous else f"{PACKAGE}.ApiClient"
    lines = ["", "", f"class {class_of(tag)}({'AsyncEndpoints' if asynchronous else 'Endpoints'}):"]
    lines += [f'    """{clean(_what(tag, asynchronous=asynchronous))}', "", "    Args:"]
    lines += [f"        api_client: The :class:`~{client}` that makes the calls; the default one when left out."]
    lines += ['    """', "", "    api_client: ApiClient"]
    lines += ["", "    def __init__(self, api_client: ApiClient | None = None) -> None:"]
    lines += ["        super().__init__(ApiClient.get_default() if api_client is None else api_client)"]
    for operation in contract.tags[tag]:
        lines += _method_lines(operation, asynchronous=asynchronous)
    return lines


def _method_lines(operation: Operation, *, asynchronous: bool) -> list[str]:
    name, wait, await_ = operation.name, *(("await ", "awaited_") if asynchronous else ("", ""))
    head = f"{'async def' if asynchronous else 'def'} {name}"
    returns = operation.returns
    given = arguments(operation)
    lines = [""]
    for signature in _overloads(operation, given):
        lines += ["    @overload", *call(head, ["self", *signature], 4, f" -> {returns}: ...")]
    if operation.body and operation.body.vendor_argument:
        renamed = f'("{operation.body.vendor_argument}", "{operation.body.argument}")'
        lines += [f"    @{await_}accepts_vendor_argument{renamed}"]
    if (earlier := earlier_order(operation)) is not None:
        lines += _earlier_lines(f"    @{await_}accepts_earlier_order(", earlier)
    declared = [argument.declared for argument in (*given, *call_options())]
    lines += [*call(head, ["self", *declared], 4, f" -> {returns}:"), *method_docstring(operation, given)]
    lines += _hiding(operation)
    nothing = "  # type: ignore[return-value]" if returns == "None" and not asynchronous else ""
    lines += [f"        return {wait}self._result({constant(operation)}, locals()){nothing}", ""]
    for form in FORMS[1:]:
        derived = f"    {name}{form}: Final = {await_}{form[1:]}("
        fits = len(derived) + len(name) < WIDTH
        lines += [f"{derived}{name})"] if fits else [derived, f"        {name}", "    )"]
    return lines


def _hiding(operation: Operation) -> list[str]:
    """Hide secrets before anything can fail and show the variables of this frame."""
    secret = [parameter.name for parameter in operation.parameters if parameter.secret]
    groups = [secret, ["_request_auth", "_headers"]] if secret else [["_request_auth", "_headers"]]
    return [f"        {names} = self._hidden({names})" for names in map(", ".join, groups)]


def _overloads(operation: Operation, given: list[Argument]) -> list[list[str]]:
    """List the signatures of a method that takes something behind what may be left out: by place, and by name."""
    if not _overloaded(operation):
        return []
    body, options = operation.body, "**options: Unpack[CallOptions]"
    places = [place for place, argument in enumerate(given) if argument.default == "MISSING"] or [len(given)]
    first, end = places[0], places[-1] + 1
    signatures = [[*(argument.demanded for argument in given[:end]), *_declared(given[end:]), options]]
    for name in filter(None, (body.argument, body.vendor_argument)) if body else ("",):
        late = [
            argument.demanded if argument.default == "MISSING" else argument.declared for argument in given[first:end]
        ]
        named = [*_declared(given[:first]), *(["*"] if late else []), *late, *_declared(given[end:]), options]
        if body and name != body.argument:
            named = [
                f"{name}:{each.partition(':')[2]}" if each.startswith(f"{body.argument}:") else each for each in named
            ]
        signatures.append(named)
    if (earlier := earlier_order(operation)) is not None and not earlier.known:
        by_name = {argument.name: argument for argument in given}
        moved = [by_name[name] for name in earlier.names]
        place = earlier.place + 1
        shown = [argument.demanded for argument in moved[:place]]
        signatures.append([*shown, *_declared(moved[place:]), options])
    return signatures


def _earlier_lines(head: str, earlier: EarlierOrder) -> list[str]:
    """Print the decorator that takes another order. What a body tells has a signature that the written one has not."""
    named = textwrap.wrap(" ".join(earlier.names), WIDTH - 12)
    names = [literal(f" {line}" if number else line) for number, line in enumerate(named)]
    known = f"({', '.join(literal(value.upper()) for value in earlier.known)}{',' if len(earlier.known) == 1 else ''})"
    ignored = "" if earlier.known else "  # type: ignore[misc]"
    rest = [str(earlier.place), *([known] if earlier.known else [])]
    one_line = f"{head}{', '.join([*names, *rest])})"
    if not ignored and len(names) == 1 and len(one_line) <= WIDTH:
        return [one_line]
    names[-1] += ","
    return [f"{head}{ignored}", *(f"        {name}" for name in names), *(f"        {each}," for each in rest), "    )"]


def _declared(given: list[Argument]) -> list[str]:
    return [argument.declared for argument in given]


def package_module(contract: Contract, *, asynchronous: bool) -> str:
    """Print the ``__init__.py`` of the endpoint classes, which imports each when it is first used."""
    folder = f"{PACKAGE}.aio.api" if asynchronous else f"{PACKAGE}.api"
    where = {class_of(tag): module_name(tag) for tag in contract.tags}
    lines = [HEADER, f'"""The endpoint classes{" for asyncio" if asynchronous else ""}."""', ""]
    lines += [*LAZY_IMPORTS, "", "if TYPE_CHECKING:"]
    for name in sorted(where, key=lambda name: where[name]):
        lines += imported(f"{folder}.{where[name]}", [name], 4)
    lines += ["", *mapping("_MODULES = ", {name: where[name] for name in sorted(where)}), ""]
    lines += ["__all__ = [", *(f'    "{name}",' for name in sorted(where)), "]", "", ""]
    return "\n".join([*lines, *LAZY.splitlines(), ""])
