"""Make the exception for a call that failed: its class, outcome, message, fields and hint. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._calls.error_body import Said, read_error
from xi_sdk_resellers._calls.hints import hint_for_answer, hint_for_failure
from xi_sdk_resellers._calls.messages import Request, body_text, utf8
from xi_sdk_resellers._calls.redact import without_echo
from xi_sdk_resellers._calls.refusals import refusal
from xi_sdk_resellers._modelling.decode import decode
from xi_sdk_resellers._modelling.load import load_model
from xi_sdk_resellers._values.narrow import is_list
from xi_sdk_resellers.exceptions import (
    ApiConnectionException,
    ApiException,
    ApiResponseException,
    ApiTimeoutException,
    Outcome,
    TlsException,
    TooManyRequestsException,
    exception_class,
)
from xi_sdk_resellers.operation import Operation

if TYPE_CHECKING:
    from datetime import datetime

    from xi_sdk_resellers._calls.messages import Answer, Failure


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
    outcome = outcome_of_status(status)
    detail = unreadable or (answer.fault.detail if answer.fault else None)
    said = Said() if cannot_take else read_error(answer)
    refused = refusal(request.operation, answer, said)
    if refused == "limit":
        kind = TooManyRequestsException
    call = about(request)
    call["correlation_id"] = request.correlation_id or _their_id(answer, said)
    data, body = None, answer.body
    if not cannot_take:
        data = _error_model(request.operation, answer, said)
    elif request.operation.secret:
        body = b""  # half an answer of the token endpoint may hold a token
    return kind(
        status,
        answer.reason,
        body=body_text(body, answer.headers),
        data=data,
        headers=answer.headers,
        raw_body=body,
        message=said.message,
        fields=said.fields,
        retry_at=retry_at,
        outcome=outcome,
        hint=hint_for_answer(request, answer, refused, unknown=outcome is Outcome.UNKNOWN),
        detail=detail,
        **call,
    )


def _their_id(answer: Answer, said: Said) -> str | None:
    """Find the ID that the vendor has given to a call that was sent without one."""
    return answer.headers.get("IM-CorrelationID") or said.trace


def about(request: Request) -> dict[str, Any]:
    """Give what every exception of a call says about it."""
    return {
        "correlation_id": request.correlation_id or None,
        "customer_order_number": request.customer_order_number,
        "operation": request.operation.name,
        "method": request.operation.method,
        "path": request.path,
        "host": request.host,
        "attempts": request.attempts,
        "effect": request.operation.done or None,
    }


def outcome_of_status(status: int) -> Outcome:
    """Say what a failed status means for a change.

    A 4xx says that the vendor did not act, apart from 408, which comes when part of a request was
    read. Everything else may come from a gateway while the vendor behind it went on.
    """
    return Outcome.REJECTED if 400 <= status < 500 and status != 408 else Outcome.UNKNOWN


def _error_model(operation: Operation, answer: Answer, said: Said) -> Any:
    """Decode an error body with the contract's model of it, or with that of another error."""
    answers = operation.answers
    reference = answers.get(answer.status) or next(
        (answers[known] for known in answers if known >= 400 and answers[known]), None
    )
    if reference is None or not answer.body or answer.fault is not None:
        return None

    body = utf8(answer.body, answer.headers)
    if is_list(said.value):
        body = b'{"errors": %b}' % body  # a bare list holds what the contract has under this key
    try:
        return decode(load_model(reference), body, pause_gc=False)[0]
    except (ValueError, RecursionError):
        return None


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
        hint=hint_for_failure(request, found),
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
