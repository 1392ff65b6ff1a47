"""Turn an answer's bytes into a model or into a typed exception. No I/O.

A 2xx answer to a POST, PUT or DELETE is never turned into an exception by its body: the vendor has
acted. What can be read of it is returned, what can't is reported as drift, and the raw bytes are
kept. A read is different, since it can simply be made again and an empty result would be a lie: a
2xx answer to a GET whose body is no JSON at all raises ApiResponseException.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._logging import log
from xi_sdk_resellers._narrow import is_list, is_object
from xi_sdk_resellers._operation import Drift, Operation
from xi_sdk_resellers._request import Request, load_model
from xi_sdk_resellers.api_response import ApiResponse, Headers
from xi_sdk_resellers.exceptions import (
    ApiConnectionException,
    ApiException,
    ApiResponseException,
    ApiTimeoutException,
    FieldProblem,
    Outcome,
    TlsException,
    exception_class,
)

if TYPE_CHECKING:
    from datetime import datetime

    from xi_sdk_resellers._exchange import Answer, Failure

_BOM = b"\xef\xbb\xbf"


def response_of(request: Request, answer: Answer, *, pause_gc: bool, elapsed: float) -> ApiResponse[Any]:
    """Decode a 2xx answer.

    Args:
        request: what was asked.
        answer: the answer; its status is 2xx.
        pause_gc: whether decoding may pause garbage collection for a large body.
        elapsed: seconds that the call took.

    Returns:
        The response. ``data`` is None for operations without an answer model.

    Raises:
        ApiResponseException: a read was answered with something that is not JSON.
    """
    model, drift = _decode_body(request, answer, pause_gc=pause_gc)
    if drift:
        _report(request, drift)
    return ApiResponse(
        status_code=answer.status,
        headers=answer.headers,
        data=model,
        raw_data=answer.body,
        drift=drift,
        correlation_id=request.correlation_id or answer.headers.get("IM-CorrelationID", ""),
        attempts=request.attempts,
        elapsed=elapsed,
    )


def _report(request: Request, drift: tuple[Drift, ...]) -> None:
    paths = ", ".join(f"{item.path or '(whole answer)'}: {item.message}" for item in drift[:5])
    more = f" and {len(drift) - 5} more" if len(drift) > 5 else ""
    log.warning(
        "%s answered outside the contract: %s%s [%s]", request.operation.name, paths, more, request.correlation_id
    )


def _decode_body(request: Request, answer: Answer, *, pause_gc: bool) -> tuple[Any, tuple[Drift, ...]]:
    operation, body = request.operation, answer.body
    reference = _answer_model(operation, answer.status)
    if answer.fault is not None:
        return _salvage(answer, reference or operation.empty_answer, answer.fault.detail)
    if not body:
        if request.repeatable and reference is not None and answer.status != 204:
            raise error_of_answer(request, answer, unreadable="the answer is empty")
        return _empty(operation, reference), ()
    if reference is None:
        return _empty(operation, None), ()
    from xi_sdk_resellers.models._base import decode

    try:
        return decode(load_model(reference), utf8(body, answer.headers), pause_gc=pause_gc)
    except (ValueError, RecursionError):
        if request.repeatable:
            raise error_of_answer(request, answer, unreadable=_why_unreadable(answer)) from None
        return _salvage(answer, reference, _why_unreadable(answer))


def _answer_model(operation: Operation, status: int) -> str | None:
    """Choose the model of a success; a status the contract does not list uses the first one."""
    answers = operation.answers
    if status in answers:
        return answers[status]
    return next((answers[known] for known in answers if 200 <= known < 300), None)


def _empty(operation: Operation, reference: str | None) -> Any:
    """Build the result of a success without a body."""
    name = operation.empty_answer or reference
    if name is None:
        return None
    from xi_sdk_resellers.models._base import decode

    return decode(load_model(name), b"null", pause_gc=False)[0]


def _salvage(answer: Answer, reference: str | None, why: str) -> tuple[Any, tuple[Drift, ...]]:
    """Read what there is of a broken success of a mutation."""
    drift = (Drift(path="", message=why, value=_text(answer.body, answer.headers)[:1000]),)
    if reference is None:
        return None, drift
    from pydantic_core import from_json

    from xi_sdk_resellers.models._base import decode

    try:
        whole = json.dumps(from_json(utf8(answer.body, answer.headers), allow_partial=True)).encode()
        model, more = decode(load_model(reference), whole, pause_gc=False)
    except (ValueError, RecursionError):
        return decode(load_model(reference), b"null", pause_gc=False)[0], drift
    return model, drift + more


def utf8(body: bytes, headers: Headers) -> bytes:
    """Give JSON bytes as UTF-8 without a byte order mark, whatever they came as."""
    if body.startswith(_BOM):
        return body[len(_BOM) :]
    charset = _charset(headers)
    if charset is None and body[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return body
    return _text(body, headers).encode("utf-8", "replace")


def _charset(headers: Headers) -> str | None:
    """Return the declared charset when it is another one than UTF-8."""
    kind = headers.get("Content-Type")
    if kind is None or kind == "application/json" or "charset" not in kind.lower():
        return None
    declared = kind.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    return None if declared in ("", "utf-8", "utf8") else declared


def _text(body: bytes, headers: Headers) -> str:
    """Decode a body for reading: by its mark, its declared charset, else UTF-8. Never raises."""
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return body.decode("utf-16", "replace")
    try:
        return body.decode(_charset(headers) or "utf-8-sig", "replace")
    except (LookupError, UnicodeError):
        return body.decode("utf-8", "replace")


def _why_unreadable(answer: Answer) -> str:
    kind = (answer.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    start = answer.body[:200].lstrip().lower()
    if kind == "text/html" or start.startswith((b"<!doctype", b"<html")):
        return "the answer is HTML instead of JSON"
    return "the answer is not valid JSON"


# Failures.


def error_of_answer(
    request: Request, answer: Answer, *, retry_at: datetime | None = None, unreadable: str | None = None
) -> ApiException:
    """Make the exception for an answer that is no success.

    Args:
        request: what was asked.
        answer: the answer.
        retry_at: when the vendor takes the call again, if it said so.
        unreadable: why a 2xx answer to a read cannot be taken.

    Returns:
        The exception, to be raised. It does not repeat the secrets of the request.
    """
    from xi_sdk_resellers._redact import without_echo

    answer = without_echo(request, answer)
    status = answer.status
    cannot_take = unreadable is not None or not 400 <= status <= 599
    kind = ApiResponseException if cannot_take else exception_class(status)
    if cannot_take and answer.fault is not None and answer.fault.kind == "late":
        kind = ApiTimeoutException
    detail = unreadable or (answer.fault.detail if answer.fault else None)
    message: str | None = None
    fields: tuple[FieldProblem, ...] = ()
    data, body = None, answer.body
    if not cannot_take:
        message, fields = error_details(answer)
        data = _error_model(request.operation, answer)
    elif not request.operation.authenticated:
        body = b""  # half an answer of the token endpoint may hold a token
    return kind(
        status,
        answer.reason,
        body=_text(body, answer.headers),
        data=data,
        headers=answer.headers,
        raw_body=body,
        message=message,
        fields=fields,
        retry_at=retry_at,
        outcome=outcome_of_status(status),
        hint=_hint_for_status(request, answer),
        detail=detail,
        **about(request),
    )


def about(request: Request) -> dict[str, Any]:
    """Give what every exception of a call says about it."""
    return {
        "correlation_id": request.correlation_id or None,
        "customer_order_number": request.customer_order_number,
        "operation": request.operation.name,
        "method": request.operation.method,
        "path": request.path,
        "attempts": request.attempts,
    }


def outcome_of_status(status: int) -> Outcome:
    """Say what a failed status means for a mutation.

    A 4xx says that the vendor did not act, apart from 408, which comes when part of a request was
    read. Everything else may come from a gateway while the vendor behind it went on.
    """
    return Outcome.REJECTED if 400 <= status < 500 and status != 408 else Outcome.UNKNOWN


_LOOK_FIRST = "Look the order up before you send it again: it may have been taken."


def _hint_for_status(request: Request, answer: Answer) -> str | None:
    status = answer.status
    if 300 <= status < 400:
        place = answer.headers.get("Location") or "nowhere"
        return f"The answer redirects to {place[:200]}, which is not followed. Check the configured host."
    if status == 401:
        if "Authorization" not in request.headers:
            return "No credentials were sent: set access_token, or client_id and client_secret, on the Configuration."
        return "The token was not accepted: check the credentials and that they belong to this host."
    if status == 405:
        return "Only an order on customer hold can be changed, released or cancelled."
    if status == 429:
        return "The rate limit is used up: wait until retry_at, or make fewer calls at a time."
    if outcome_of_status(status) is Outcome.UNKNOWN and not request.repeatable:
        return _LOOK_FIRST
    return None


def _error_model(operation: Operation, answer: Answer) -> Any:
    """Decode an error body with the contract's model of it, or with that of another error."""
    answers = operation.answers
    reference = answers.get(answer.status) or next(
        (answers[known] for known in answers if known >= 400 and answers[known]), None
    )
    if reference is None or not answer.body or answer.fault is not None:
        return None
    from xi_sdk_resellers.models._base import decode

    try:
        return decode(load_model(reference), utf8(answer.body, answer.headers), pause_gc=False)[0]
    except (ValueError, RecursionError):
        return None


def error_details(answer: Answer) -> tuple[str | None, tuple[FieldProblem, ...]]:
    """Find the vendor's message and the fields that it complains about, in any of its shapes.

    Args:
        answer: an answer that is no success.

    Returns:
        The message, or None; and the fields, often none.
    """
    try:
        found: Any = json.loads(utf8(answer.body, answer.headers))
    except (ValueError, RecursionError):
        return None, ()
    entries = _entries(found)
    messages = [text for entry in entries if (text := _message(entry)) is not None]
    fields = tuple(problem for entry in entries for problem in _fields(entry.get("fields")))
    return "; ".join(dict.fromkeys(messages)) or None, fields


def _entries(found: Any) -> list[dict[str, Any]]:
    """List the objects that may hold a message: the body itself, and what it wraps."""
    if is_list(found):
        return [entry for item in found[:20] for entry in _entries(item)]
    if not is_object(found):
        return []
    wrapped = [found[name] for name in ("errors", "error", "fault") if isinstance(found.get(name), (dict, list))]
    return [found, *(entry for item in wrapped for entry in _entries(item))]


def _message(entry: dict[str, Any]) -> str | None:
    for name in ("message", "messaage", "faultstring", "error_description", "ErrorDescription", "error", "detail"):
        text = entry.get(name)
        if isinstance(text, str) and text.strip():
            return text.strip()
    return None


def _fields(found: Any) -> list[FieldProblem]:
    if isinstance(found, dict):
        found = [found]
    if not is_list(found):
        return []
    problems: list[FieldProblem] = []
    for item in found[:50]:
        if is_object(item):
            field, message = item.get("field"), item.get("message")
            problems.append(
                FieldProblem(
                    None if field is None else str(field), None if message is None else str(message), item.get("value")
                )
            )
    return problems


_REASONS = {
    "connect": "no connection could be made",
    "tls": "no encrypted connection could be made",
    "certificate": "the server's certificate is not trusted",
    "proxy": "the proxy did not connect",
    "pool": "no connection was free in time",
    "timeout": "no answer in time",
    "lost": "the connection broke before the answer came",
    "garbage": "the answer is not HTTP",
}


def error_of_failure(request: Request, found: Failure) -> ApiException:
    """Make the exception for an attempt that brought no answer.

    Args:
        request: what was asked.
        found: what happened on the last attempt.

    Returns:
        The exception, to be raised; its cause is what the layer below raised.
    """
    if found.timed_out:
        kind: type[ApiException] = ApiTimeoutException
    elif found.kind in ("tls", "certificate"):
        kind = TlsException
    else:
        kind = ApiResponseException if found.kind == "garbage" else ApiConnectionException
    outcome = Outcome.UNKNOWN if found.maybe_sent else Outcome.NOT_SENT
    error = kind(
        None,
        _REASONS[found.kind],
        outcome=outcome,
        hint=_hint_for_failure(request, found),
        detail=found.detail,
        **about(request),
    )
    error.__cause__ = _without_frames(found.cause)
    return error


def _without_frames(error: BaseException | None) -> BaseException | None:
    """Take the frames off a cause and off all that is below it.

    The local variables of those frames hold the request's headers and body, and so tokens and secrets. Error trackers
    collect local variables of every frame they can reach.
    """
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        item = waiting.pop()
        if isinstance(item, BaseException) and id(item) not in seen:
            seen.add(id(item))
            item.__traceback__ = None
            waiting += (item.__cause__, item.__context__, *item.args)
    return error


def _hint_for_failure(request: Request, found: Failure) -> str | None:
    if found.maybe_sent:
        return None if request.repeatable else _LOOK_FIRST
    if found.kind == "certificate":
        return "Give the server's authority as ssl_ca_cert or ca_cert_data; check the host name and the clock."
    if found.kind == "pool":
        return "Raise connection_pool_maxsize, or make fewer calls at a time."
    if found.kind == "proxy":
        return "Check proxy, proxy_headers and the proxy variables of the environment."
    return "Check the host and the network; the call can be made again."
