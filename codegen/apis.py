"""Print the endpoint classes, blocking and asyncio from the same description."""

from __future__ import annotations

import json

from codegen import PACKAGE
from codegen.arguments import CALL_OPTIONS, Argument, arguments, parameter_kind
from codegen.contract import Contract, Operation, Parameter
from codegen.docs import method_docstring
from codegen.lazy import LAZY
from codegen.models import HEADER, leaf
from codegen.names import class_name, snake
from codegen.text import call, docstring, imported, mapping

FORMS = ("", "_with_http_info", "_without_preload_content")
"""What is appended to the name of a method, for each of its three forms."""


def module_name(tag: str) -> str:
    """Name the module of an endpoint class."""
    return f"{snake(tag)}_api"


def class_of(tag: str) -> str:
    """Name the endpoint class of a tag."""
    return f"{class_name(tag)}Api"


def constant(operation: Operation) -> str:
    """Name the constant that describes an operation."""
    return operation.name.upper()


def module(contract: Contract, tag: str, *, asynchronous: bool) -> str:
    """Print the module of one endpoint class."""
    operations = contract.tags[tag]
    twin = "The asyncio twin of" if asynchronous else "The operations of"
    lines = [HEADER, f'"""{twin} :class:`~{PACKAGE}.api.{module_name(tag)}.{class_of(tag)}`."""']
    if not asynchronous:
        lines = [HEADER, *docstring(f"The {tag} operations.", 0)]
    lines += ["", "from __future__ import annotations", ""]
    lines += _imports(contract, tag, asynchronous=asynchronous)
    if not asynchronous:
        for operation in operations:
            lines += ["", *_constant_lines(contract, operation)]
    lines += _class_lines(contract, tag, asynchronous=asynchronous)
    return "\n".join([*lines, ""])


def _imports(contract: Contract, tag: str, *, asynchronous: bool) -> list[str]:
    operations = contract.tags[tag]
    everything = [argument for operation in operations for argument in arguments(operation)]
    renamed = any(operation.body and operation.body.vendor_argument for operation in operations)
    overloaded = any(_overloaded(operation) for operation in operations)
    core = [] if asynchronous else ["Operation", *(["Parameter"] if any(o.parameters for o in operations) else [])]
    if any(argument.default == "MISSING" for argument in everything):
        core.append("MISSING")
    own = imported(f"{PACKAGE}._operation", core) if core else []
    if renamed:
        own += imported(f"{PACKAGE}.api._renamed", ["accepts_vendor_argument"])
    if asynchronous:
        own += imported(f"{PACKAGE}.api.{module_name(tag)}", [constant(operation) for operation in operations])
    names = "".join(argument.annotation for argument in everything)
    abstract = imported("collections.abc", ["Mapping", *(["Sequence"] if "Sequence[" in names else [])], 4)
    checked = [*abstract, *(["    from datetime import date"] if "date | " in names else [])]
    checked += ["    from typing import Any", ""]
    models: dict[str, list[str]] = {}
    for operation in operations:
        if operation.result:
            models.setdefault(contract.schema(operation.result).family, []).append(operation.result)
        if operation.body:
            models.setdefault(contract.schema(operation.body.schema).family, []).append(operation.body.schema)
            models.setdefault("bodies", []).append(f"{operation.body.schema}Dict")
        for parameter in operation.parameters:
            if leaf(parameter.type).enum:
                models.setdefault("enums", []).append(str(leaf(parameter.type).enum))
    folder = f"{PACKAGE}.aio" if asynchronous else PACKAGE
    sources = {f"{PACKAGE}.models.{family}": names for family, names in models.items()}
    sources |= {f"{PACKAGE}._retry": ["Retries"], f"{PACKAGE}.api_response": ["ApiResponse"]}
    sources |= {f"{folder}.api_client": ["ApiClient"], f"{folder}.rest": ["RESTResponse"]}
    for source in sorted(sources):
        checked += imported(source, sources[source], 4)
    typing = ["TYPE_CHECKING", *(["overload"] if overloaded else [])]
    return [*imported("typing", typing), "", *own, "", "if TYPE_CHECKING:", *checked]


def _constant_lines(contract: Contract, operation: Operation) -> list[str]:
    lines = [f"{constant(operation)} = Operation(", f'    name="{operation.name}",']
    lines += [f'    method="{operation.method}",']
    lines += [f'    path="{operation.path}",']
    if operation.parameters:
        lines += ["    parameters=("]
        for parameter in operation.parameters:
            lines += call("Parameter", _parameter_arguments(parameter), 8, ",")
        lines += ["    ),"]
    else:
        lines += ["    parameters=(),"]
    lines += ["    answers={"]
    for answer in operation.answers:
        reference = f'"{contract.schema(answer.schema).reference}"' if answer.schema else "None"
        lines.append(f"        {answer.status}: {reference},")
    lines += ["    },"]
    if operation.body:
        lines += [f'    body="{contract.schema(operation.body.schema).reference}",']
        lines += [f'    body_argument="{operation.body.argument}",']
    if operation.form:
        lines += ["    form=True,"]
    if not operation.authenticated:
        lines += ["    authenticated=False,"]
    if operation.result:
        lines += [f'    empty_answer="{contract.schema(operation.result).reference}",']
    return [*lines, ")"]


def _parameter_arguments(parameter: Parameter) -> list[str]:
    limits = parameter.type.limits
    item = leaf(parameter.type)
    result = [json.dumps(text) for text in (parameter.name, parameter.wire, parameter.place)]
    kind = parameter_kind(parameter)
    pairs: list[tuple[str, object]] = [("kind", kind if kind != "text" else None)]
    pairs += [("required", parameter.required or None), ("max_length", item.limits.max_length)]
    pairs += [("min_length", item.limits.min_length), ("pattern", item.limits.pattern)]
    pairs += [("minimum", limits.minimum), ("maximum", limits.maximum), ("enum", item.closed or None)]
    pairs += [("min_items", limits.min_items), ("max_items", limits.max_items)]
    return result + [f"{name}={_literal(value)}" for name, value in pairs if value is not None]


def _literal(value: object) -> str:
    if isinstance(value, str):
        return f'r"{value}"' if "\\" in value else json.dumps(value)
    if isinstance(value, tuple):
        items: list[str] = [json.dumps(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
        return f"({', '.join(items)},)" if len(items) == 1 else f"({', '.join(items)})"
    return repr(value)


def _overloaded(operation: Operation) -> bool:
    return any(argument.default == "MISSING" for argument in arguments(operation))


def _class_lines(contract: Contract, tag: str, *, asynchronous: bool) -> list[str]:
    client = f"{PACKAGE}.aio.ApiClient" if asynchronous else f"{PACKAGE}.ApiClient"
    lines = ["", "", f"class {class_of(tag)}:"]
    prose = f"The {tag} operations" + (" for asyncio." if asynchronous else ".")
    lines += [f'    """{prose}', "", "    Args:"]
    lines += [f"        api_client: The :class:`~{client}` that makes the calls; the default one when left out."]
    lines += ['    """']
    lines += ["", "    def __init__(self, api_client: ApiClient | None = None) -> None:"]
    lines += ["        if api_client is None:"]
    source = f"{PACKAGE}.aio.api_client" if asynchronous else f"{PACKAGE}.api_client"
    lines += [f"            from {source} import ApiClient", ""]
    lines += ["            api_client = ApiClient.get_default()", "        self.api_client: ApiClient = api_client"]
    for operation in contract.tags[tag]:
        for form in FORMS:
            lines += _method_lines(operation, form, asynchronous=asynchronous)
    return lines


def _returns(operation: Operation, form: str) -> str:
    result = operation.result or "None"
    return {"": result, "_with_http_info": f"ApiResponse[{result}]"}.get(form, "RESTResponse")


def _method_lines(operation: Operation, form: str, *, asynchronous: bool) -> list[str]:
    name = f"{operation.name}{form}"
    head = f"    {'async def' if asynchronous else 'def'} {name}"
    returns = _returns(operation, form)
    given = arguments(operation)
    lines: list[str] = []
    for signature in _overloads(operation, given):
        lines += ["", "    @overload", f"{head}(", *signature, f"    ) -> {returns}: ..."]
    lines += [""]
    if operation.body and operation.body.vendor_argument:
        lines += [f'    @accepts_vendor_argument("{operation.body.vendor_argument}", "{operation.body.argument}")']
    lines += [f"{head}(", "        self,", *(f"        {argument.declared}," for argument in (*given, *CALL_OPTIONS))]
    lines += [f"    ) -> {returns}:", *method_docstring(operation, form, given)]
    return lines + _body_lines(operation, form, given, asynchronous=asynchronous)


def _overloads(operation: Operation, given: list[Argument]) -> list[list[str]]:
    if not _overloaded(operation):
        return []
    body = operation.body
    assert body is not None
    place = [argument.name for argument in given].index(body.argument)
    before, rest = given[:place], [argument.declared for argument in given[place + 1 :]]
    typed = given[place].annotation
    named = [argument.declared for argument in before]
    ordered = [*(argument.demanded for argument in before), f"{body.argument}: {typed}", *rest]
    options = [option.declared for option in CALL_OPTIONS]
    signatures = [[*ordered, *options]]
    names = filter(None, (body.argument, body.vendor_argument))
    signatures += [[*named, "*", f"{name}: {typed}", *rest, *options] for name in names]
    return [["        self,", *(f"        {text}," for text in signature)] for signature in signatures]


def _body_lines(operation: Operation, form: str, given: list[Argument], *, asynchronous: bool) -> list[str]:
    wait = "await " if asynchronous else ""
    if not form:
        lines = [f"        response = {wait}self.{operation.name}_with_http_info("]
        lines += [f"            {argument.name}," for argument in given]
        lines += [f"            {option.name}={option.name}," for option in CALL_OPTIONS]
        return [*lines, "        )", "        return response.data"]
    called = "call" if form == "_with_http_info" else "open"
    lines = [f"        return {wait}self.api_client.{called}(", f"            {constant(operation)},"]
    body = operation.body.argument if operation.body else None
    values = [argument.name for argument in given if argument.name != body]
    given_lines = [f'                "{name}": {name},' for name in values]
    lines += ["            {", *given_lines, "            },"] if given_lines else ["            {},"]
    if body:
        lines += [f"            body={body},"]
    lines += [f"            {option.keyword}={option.name}," for option in CALL_OPTIONS]
    return [*lines, "        )"]


def package_module(contract: Contract, *, asynchronous: bool) -> str:
    """Print the ``__init__.py`` of the endpoint classes, which imports each when it is first used."""
    folder = f"{PACKAGE}.aio.api" if asynchronous else f"{PACKAGE}.api"
    where = {class_of(tag): module_name(tag) for tag in contract.tags}
    lines = [HEADER, f'"""The endpoint classes{" for asyncio" if asynchronous else ""}."""', ""]
    lines += ["from importlib import import_module", "from typing import TYPE_CHECKING, Any", "", "if TYPE_CHECKING:"]
    for name in sorted(where, key=lambda name: where[name]):
        lines += imported(f"{folder}.{where[name]}", [name], 4)
    lines += ["", *mapping("_MODULES = ", {name: where[name] for name in sorted(where)}), ""]
    lines += ["__all__ = [", *(f'    "{name}",' for name in sorted(where)), "]", "", ""]
    return "\n".join([*lines, *LAZY.splitlines(), ""])
