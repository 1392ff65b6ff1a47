"""Make the exception for a call that failed: its class, outcome, message, fields and hint. No I/O."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._calls.messages import Request
from xi_sdk_resellers._modelling.decode import decode
from xi_sdk_resellers._modelling.load import load_model
from xi_sdk_resellers._values.narrow import is_list, is_object
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
from xi_sdk_resellers.operation import Operation

if TYPE_CHECKING:
    from datetime import datetime

    from xi_sdk_resellers._calls.messages import Answer, Failure
from xi_sdk_resellers._calls.messages import body_text, utf8
from xi_sdk_resellers._calls.redact import without_echo


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
    elif request.operation.secret:
        body = b""  # half an answer of the token endpoint may hold a token
    return kind(
        status,
        answer.reason,
        body=body_text(body, answer.headers),
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
        "effect": request.operation.done or None,
    }


def outcome_of_status(status: int) -> Outcome:
    """Say what a failed status means for a change.

    A 4xx says that the vendor did not act, apart from 408, which comes when part of a request was
    read. Everything else may come from a gateway while the vendor behind it went on.
    """
    return Outcome.REJECTED if 400 <= status < 500 and status != 408 else Outcome.UNKNOWN


def _hint_for_status(request: Request, answer: Answer) -> str | None:
    status = answer.status
    if 300 <= status < 400:
        place = answer.headers.get("Location") or "nowhere"
        return f"The answer redirects to {place[:200]}, which is not followed. Check the configured host."
    if status == 401:
        if "Authorization" not in request.headers:
            return "No credentials were sent: set access_token, or client_id and client_secret, on the Configuration."
        return "The token was not accepted: check the credentials and that they belong to this host."
    if status in request.operation.hints:
        return request.operation.hints[status]
    if status == 429:
        return "The rate limit is used up: wait until retry_at, or make fewer calls at a time."
    if outcome_of_status(status) is Outcome.UNKNOWN and request.operation.changes:
        return request.operation.in_doubt or None
    return None


def _error_model(operation: Operation, answer: Answer) -> Any:
    """Decode an error body with the contract's model of it, or with that of another error."""
    answers = operation.answers
    reference = answers.get(answer.status) or next(
        (answers[known] for known in answers if known >= 400 and answers[known]), None
    )
    if reference is None or not answer.body or answer.fault is not None:
        return None

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
        return request.operation.in_doubt or None
    if found.kind == "certificate":
        return "Give the server's authority as ssl_ca_cert or ca_cert_data; check the host name and the clock."
    if found.kind == "pool":
        return "Raise connection_pool_maxsize, or make fewer calls at a time."
    if found.kind == "proxy":
        return "Check proxy, proxy_headers and the proxy variables of the environment."
    return "Check the host and the network; the call can be made again."
