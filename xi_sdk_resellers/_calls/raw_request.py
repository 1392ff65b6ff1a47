"""Operations that the contract does not have: described from what a program gives. No I/O."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from xi_sdk_resellers._calls.decode import whole_response
from xi_sdk_resellers._calls.errors import error_of_answer
from xi_sdk_resellers._calls.messages import Answer, Request, utf8
from xi_sdk_resellers._calls.success import check_refusal, why_unreadable
from xi_sdk_resellers._settings.headers import CORRELATION_ID, COUNTRY_CODE, CUSTOMER_NUMBER
from xi_sdk_resellers._values.missing import MISSING
from xi_sdk_resellers._values.narrow import is_mapping, is_sequence
from xi_sdk_resellers._values.text import shown
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError
from xi_sdk_resellers.operation import ANY_JSON, Effect, Kind, Operation, Parameter

if TYPE_CHECKING:
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.configuration import Configuration

_named: list[object] = []
with suppress(ImportError):  # a contract may do without
    from xi_sdk_resellers._operations import parameters as _shared

    _named += vars(_shared).values()
_EVERYWHERE = (CUSTOMER_NUMBER, COUNTRY_CODE, CORRELATION_ID)
_IM_HEADERS = tuple(
    value if value.wire in _EVERYWHERE else value._replace(required=False)
    for value in _named
    if isinstance(value, Parameter) and value.wire.startswith("IM-")
)

IN_DOUBT = "Look whether it was done before you send it again."
_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE"})


def described(
    method: str, path: str, query: object, body: Any, effect: Effect | None
) -> tuple[Operation, dict[str, Any]]:
    """Describe an operation by what a program says of it.

    Args:
        method: GET, POST, PUT, PATCH or DELETE.
        path: the path below the host, its values quoted already.
        query: a mapping, or pairs, of name and value; a list of values is repeated, None is left out.
        body: the JSON value to send; MISSING for no body.
        effect: what it does at the vendor's; a GET reads unless something else is said.

    Returns:
        The operation, and its arguments.

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
        (*_IM_HEADERS, *parameters),
        answers={},
        effect=effect or "read",
        done="the request was carried out" if changes else "",
        in_doubt=IN_DOUBT if changes else "",
        body=None if body is MISSING else ANY_JSON,
        body_argument="json",
    )
    return operation, arguments if body is MISSING else {**arguments, "json": json_body(body)}


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
    """Write any JSON value, models among it. Bytes are taken as they are.

    Raises:
        ApiValueError: it holds something that JSON has no form for.
    """
    if isinstance(value, bytes):
        return value
    try:
        return json.dumps(value, default=_plain, allow_nan=False, ensure_ascii=False).encode()
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


def json_response(request: Request, answer: Answer) -> ApiResponse[Any]:
    """Read the JSON of a 2xx answer; its data is None when it has none.

    Raises:
        RejectedException: the answer to a change holds a refusal.
        ApiResponseException: it is cut short, no JSON, or an error.
    """
    if answer.fault is not None:
        raise error_of_answer(request, answer, unreadable=answer.fault.detail)
    value = None
    if answer.body.strip():
        try:
            value = json.loads(utf8(answer.body, answer.headers))
        except (ValueError, RecursionError):
            raise error_of_answer(request, answer, unreadable=why_unreadable(answer)) from None
    check_refusal(request, answer, value)
    return whole_response(request, answer, value)


def described_url(
    method: str, url: str, configuration: Configuration, body: Any, headers: Mapping[str, str] | None
) -> tuple[str, Operation, dict[str, Any]]:
    """Describe a request to a whole URL, as the vendor's SDK makes them.

    Nobody says what it does, so everything but a GET counts as a change. The client's own token goes to the host of
    its configuration alone.

    Returns:
        The host's base URL, the operation and its arguments.

    Raises:
        ApiValueError: the method or the URL cannot be taken.
    """
    parts = urlsplit(url)
    if method not in _METHODS:
        raise ApiValueError(f"method must be one of {', '.join(sorted(_METHODS))} ({shown(method)})")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ApiValueError(f"url must be a whole one, with its host ({shown(url)})")
    path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
    own = urlsplit(configuration.host)
    changes = method != "GET"
    operation = Operation(
        f"{method} {parts.path}",
        method,
        path,
        tuple(parameter for parameter in _IM_HEADERS if parameter.wire == CORRELATION_ID),
        answers={},
        effect="change" if changes else "read",
        done="the request was carried out" if changes else "",
        in_doubt=IN_DOUBT if changes else "",
        body=None if body is None else ANY_JSON,
        body_argument="body",
        authenticated=(parts.scheme, parts.netloc) == (own.scheme, own.netloc),
    )
    own_headers = (headers or {}).items()
    given = {name: _text(value) for name, value in own_headers if value}
    return (
        f"{parts.scheme}://{parts.netloc}",
        operation,
        {"body": None if body is None else json_body(body), "_headers": given},
    )


def _text(value: object) -> str:
    """Write a header's value as text; one that is hidden stays so."""
    return value if isinstance(value, str) else str(value)
