"""Print the docstrings of endpoint methods."""

from __future__ import annotations

from codegen.arguments import Argument, call_options
from codegen.contract import Operation, Parameter, ValueType
from codegen.text import clean, summary, wrap

STATUS_ERRORS = {
    400: "BadRequestException",
    401: "UnauthorizedException",
    403: "ForbiddenException",
    404: "NotFoundException",
    405: "MethodNotAllowedException",
    409: "ConflictException",
    422: "UnprocessableEntityException",
    429: "TooManyRequestsException",
    500: "ServiceException",
}
"""The exception for each status that the contract documents."""


def limits_text(kind: ValueType, description: str) -> str:
    """Say what the limits of a value are, unless its description does already."""
    limits, item = kind.limits, kind.item or kind
    said: list[str] = []
    if item.limits.max_length and str(item.limits.max_length) not in description:
        said.append(f"At most {item.limits.max_length} characters.")
    if kind.name == "integer" and limits.minimum is not None:
        upper = "" if limits.maximum is None else f" to {limits.maximum}"
        said.append(f"From {limits.minimum}{upper}.")
    if item.closed:
        said.append(f"One of {', '.join(f'`{value}`' for value in item.closed)}.")
    if item.name == "date":
        said.append("Each a date, a datetime or text." if kind.item else "A date, a datetime or text.")
    return " ".join(said)


def parameter_text(parameter: Parameter) -> str:
    """Describe one argument: what it is, its limits, and where its value comes from when left out."""
    prose = parameter.description.strip()
    said = [prose if prose[-1:] in {".", "?"} else f"{prose}."] if prose else []
    said.append(limits_text(parameter.type, prose))
    if parameter.name == "im_correlation_id":
        said.append("Made when left out.")
    elif parameter.configured:
        said.append("The Configuration's when left out.")
    return " ".join(part for part in said if part)


def method_docstring(operation: Operation, given: list[Argument]) -> list[str]:
    """Print the docstring of the written form of a method; the others take theirs from it."""
    lines = [f'        """{clean(summary(operation.summary, operation.operation_id))}']
    source = f"Source: `{operation.method} {operation.path}` (`{operation.operation_id}`)."
    lines += ["", *wrap(f"{operation.description.strip()} {source}", 8)]
    lines += ["", *_arguments(operation, given)]
    if operation.result:
        lines += ["", "        Returns:", *wrap(_result(operation), 12)]
    return [*lines, "", *_raises(operation), '        """']


def _arguments(operation: Operation, given: list[Argument]) -> list[str]:
    described = {parameter.name: parameter_text(parameter) for parameter in operation.parameters}
    if operation.body:
        prose = operation.body.description.strip()
        schema = operation.body.schema
        described[operation.body.argument] = f"{prose} A :class:`{schema}`, or a mapping, checked like one."
    lines = ["        Args:"]
    for argument in given:
        lines += wrap(f"{argument.name}: {described[argument.name] or 'As the contract says.'}", 12, 4)
    for option in call_options():
        lines += wrap(f"{option.name}: {option.prose}", 12, 4)
    return lines


def _result(operation: Operation) -> str:
    good = next((answer.description for answer in operation.answers if answer.status < 300), "")
    what = f"A list of :class:`{operation.result}`." if operation.returns.startswith("list[") else ""
    return f"{what or f'The :class:`{operation.result}`.'} {good}".strip()


def _raises(operation: Operation) -> list[str]:
    lines = ["        Raises:"]
    lines += wrap("ApiValueError: An argument is missing or malformed; nothing was sent.", 12, 4)
    for answer in operation.answers:
        name = STATUS_ERRORS.get(answer.status)
        if name:
            lines += wrap(f"{name}: {answer.status}. {answer.description}".strip(), 12, 4)
    return lines + wrap("ApiConnectionException: No complete answer came.", 12, 4)
