"""Operations that the contract does not have: described from what a program gives. No I/O."""

from __future__ import annotations

import json as json_module
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any, cast

from xi_sdk_resellers._calls.errors import error_of_answer
from xi_sdk_resellers._calls.messages import Answer, Request, utf8
from xi_sdk_resellers._operations.parameters import (
    IM_CORRELATION_ID,
    IM_COUNTRY_CODE,
    IM_CUSTOMER_NUMBER,
    IM_SENDER_ID,
)
from xi_sdk_resellers._values.narrow import is_mapping, is_sequence
from xi_sdk_resellers._values.text import shown
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError
from xi_sdk_resellers.operation import Effect, Kind, Operation, Parameter

IN_DOUBT = "Look whether it was done before you send it again."
_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE"})


def describe(method: str, path: str, query: object, effect: Effect | None) -> tuple[Operation, dict[str, Any]]:
    """Describe an operation by what a program says of it.

    Args:
        method: GET, POST, PUT, PATCH or DELETE.
        path: the path below the host, its values quoted already.
        query: a mapping, or pairs, of name and value; a list of values is repeated, None is left out.
        effect: what it does at the vendor's; a GET reads unless something else is said.

    Returns:
        The operation, and the arguments of its query.

    Raises:
        ApiTypeError: an argument has the wrong type.
        ApiValueError: an argument breaks a rule.
    """
    if not isinstance(method, str) or not isinstance(path, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiTypeError(f"method and path must be text, not {shown(method)} and {shown(path)}")
    method = method.upper()
    if method not in _METHODS:
        raise ApiValueError(f"method must be one of {', '.join(sorted(_METHODS))} ({shown(method)})")
    if not path.startswith("/") or path.startswith("//") or not path.isascii() or not path.isprintable() or " " in path:
        raise ApiValueError(f"path must begin with a slash and be quoted, as it stands below the host ({shown(path)})")
    if "?" in path or "#" in path:
        raise ApiValueError(f"path must not hold a query: give it as query= ({shown(path)})")
    if any(part in (".", "..") for part in path.split("/")):
        raise ApiValueError(f"path must not hold dot segments ({shown(path)})")
    if effect is None and method != "GET":
        raise ApiValueError(f"effect is missing: 'read' or 'change' decides whether a {method} may be sent again")
    if effect not in (None, "read", "change"):
        raise ApiValueError(f"effect must be 'read' or 'change' ({shown(effect)})")
    parameters, arguments = _query(query)
    changes = effect == "change"
    operation = Operation(
        f"{method} {path}",
        method,
        path,
        (IM_CUSTOMER_NUMBER, IM_COUNTRY_CODE, IM_CORRELATION_ID, IM_SENDER_ID, *parameters),
        answers={},
        effect=effect or "read",
        done="the request was carried out" if changes else "",
        in_doubt=IN_DOUBT if changes else "",
    )
    return operation, arguments


def _query(query: object) -> tuple[list[Parameter], dict[str, Any]]:
    """Describe the parameters of a query. Their names in Python are those of the wire, marked as such."""
    if query is None:
        return [], {}
    if not is_mapping(query) and not is_sequence(query):
        raise ApiTypeError(f"query must be a mapping or pairs, not {type(query).__name__}")
    values: dict[str, list[Any]] = {}
    for name, value in _pairs(query):
        if not isinstance(name, str) or not name:
            raise ApiTypeError(f"the names of a query must be text ({shown(name)})")
        items = list(value) if is_sequence(value) else [value]
        values.setdefault(name, []).extend(item for item in items if item is not None)
    parameters: list[Parameter] = []
    arguments: dict[str, Any] = {}
    for name, items in values.items():
        for at, item in enumerate(items):
            argument = f"query[{name!r}][{at}]" if len(items) > 1 else f"query[{name!r}]"
            parameters.append(Parameter(argument, name, "query", kind=_kind(item)))
            arguments[argument] = item
    return parameters, arguments


def _pairs(query: Any) -> Iterable[tuple[Any, Any]]:
    if is_mapping(query):
        return query.items()
    pairs = list(query)
    if not all(isinstance(pair, (tuple, list)) and len(cast("list[Any]", pair)) == 2 for pair in pairs):
        raise ApiTypeError("query must be a mapping or pairs of name and value")
    return pairs


def _kind(value: object) -> Kind:
    """Say how a value of a query is written."""
    value = value.value if isinstance(value, Enum) else value
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    return "date" if isinstance(value, date) else "text"


def json_body(value: Any) -> bytes:
    """Write any JSON value, models among it.

    Raises:
        ApiValueError: it holds something that JSON has no form for.
    """
    try:
        return json_module.dumps(value, default=_plain, allow_nan=False, ensure_ascii=False).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise ApiValueError(f"json cannot be written: {error}") from None


def _plain(value: Any) -> Any:
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    raise TypeError(f"a {type(value).__name__} is no JSON")


def json_answer(request: Request, answer: Answer) -> Any:
    """Read the JSON of an answer; None for none.

    Raises:
        ApiResponseException: a read was answered with something that is not JSON.
    """
    if not answer.body.strip():
        return None
    try:
        return json_module.loads(utf8(answer.body, answer.headers))
    except (ValueError, RecursionError):
        if request.operation.changes:
            return None
        raise error_of_answer(request, answer, unreadable="the answer is not valid JSON") from None
