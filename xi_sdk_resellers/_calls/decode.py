"""Turn an answer's bytes into a model or into a typed exception. No I/O.

A 2xx answer to a POST, PUT or DELETE is never turned into an exception by its body: the vendor has
acted. What can be read of it is returned, what can't is reported as drift, and the raw bytes are
kept. A read is different, since it can simply be made again and an empty result would be a lie: a
2xx answer to a GET whose body is no JSON at all raises ApiResponseException.
"""

from __future__ import annotations

import json
from time import monotonic
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json

from xi_sdk_resellers._calls.errors import error_of_answer
from xi_sdk_resellers._calls.messages import Request, body_text, utf8
from xi_sdk_resellers._modelling.decode import decode
from xi_sdk_resellers._modelling.load import load_model
from xi_sdk_resellers._process.log import log
from xi_sdk_resellers._values.drift import Drift
from xi_sdk_resellers.api_response import ApiResponse
from xi_sdk_resellers.operation import Operation

if TYPE_CHECKING:
    from xi_sdk_resellers._calls.messages import Answer


def response_of(request: Request, answer: Answer, *, pause_gc: bool) -> ApiResponse[Any]:
    """Decode a 2xx answer, or one that says that a search has found nothing.

    Args:
        request: what was asked.
        answer: the answer.
        pause_gc: whether decoding may pause garbage collection for a large body.

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
        elapsed=monotonic() - request.began,
    )


def _report(request: Request, drift: tuple[Drift, ...]) -> None:
    paths = ", ".join(f"{item.path or '(whole answer)'}: {item.message}" for item in drift[:5])
    more = f" and {len(drift) - 5} more" if len(drift) > 5 else ""
    log.warning(
        "%s answered outside the contract: %s%s (%s) [%s]",
        request.operation.name, paths, more, request.host, request.correlation_id,
    )  # fmt: skip


def _decode_body(request: Request, answer: Answer, *, pause_gc: bool) -> tuple[Any, tuple[Drift, ...]]:
    operation, body = request.operation, answer.body
    if answer.status in operation.nothing_found:
        return _empty(operation, None), ()
    reference = _answer_model(operation, answer.status)
    if answer.fault is not None:
        return _salvage(answer, reference or operation.empty_answer, answer.fault.detail)
    if not body:
        if not request.operation.changes and reference is not None and answer.status != 204:
            raise error_of_answer(request, answer, unreadable="the answer is empty")
        return _empty(operation, reference), ()
    if reference is None:
        return _empty(operation, None), ()
    try:
        return decode(load_model(reference), utf8(body, answer.headers), pause_gc=pause_gc)
    except (ValueError, RecursionError):
        if not request.operation.changes:
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
    return decode(load_model(name), b"null", pause_gc=False)[0]


def _salvage(answer: Answer, reference: str | None, why: str) -> tuple[Any, tuple[Drift, ...]]:
    """Read what there is of a broken success of a mutation."""
    drift = (Drift(path="", message=why, value=body_text(answer.body, answer.headers)[:1000]),)
    if reference is None:
        return None, drift

    try:
        whole = json.dumps(from_json(utf8(answer.body, answer.headers), allow_partial=True)).encode()
        model, more = decode(load_model(reference), whole, pause_gc=False)
    except (ValueError, RecursionError):
        return decode(load_model(reference), b"null", pause_gc=False)[0], drift
    return model, drift + more


def _why_unreadable(answer: Answer) -> str:
    kind = (answer.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    start = answer.body[:200].lstrip().lower()
    if kind == "text/html" or start.startswith((b"<!doctype", b"<html")):
        return "the answer is HTML instead of JSON"
    return "the answer is not valid JSON"


# Failures.
