"""Turn an answer's bytes into a model or into a typed exception. No I/O.

What a 2xx answer to a change means is decided in ``success``; whatever can be read of it is kept, what does not fit is
reported as drift. A read is different, since it can simply be made again and an empty result would be a lie: an answer
that is no JSON object or list, or goes on behind it, raises ApiResponseException; so does an error with status 200.
"""

from __future__ import annotations

import json
from time import monotonic
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json

from xi_sdk_resellers._calls.errors import error_of_answer
from xi_sdk_resellers._calls.log import call_facts
from xi_sdk_resellers._calls.messages import Request, body_text, utf8
from xi_sdk_resellers._calls.success import check_change, refuses, why_unreadable
from xi_sdk_resellers._modelling.listed import read
from xi_sdk_resellers._modelling.repair import FOLLOWED
from xi_sdk_resellers._process.log import log
from xi_sdk_resellers._values.answers import extra_of
from xi_sdk_resellers._values.drift import Drift
from xi_sdk_resellers._values.narrow import is_list
from xi_sdk_resellers.api_response import ApiResponse
from xi_sdk_resellers.operation import Operation

if TYPE_CHECKING:
    from xi_sdk_resellers._calls.messages import Answer


_BLANK = b" \t\r\n\0\xef\xbb\xbf\xfe\xff"
"""Bytes before the first one that counts: blanks, and what other encodings begin with."""


def response_of(request: Request, answer: Answer, *, pause_gc: bool) -> ApiResponse[Any]:
    """Decode a 2xx answer, or one that says that a search has found nothing.

    Args:
        request: what was asked.
        answer: the answer.
        pause_gc: whether decoding may pause garbage collection for a large body.

    Returns:
        The response. ``data`` is None for operations without an answer model.

    Raises:
        ApiResponseException: a read was answered with something else than what was asked for, or nothing shows that
            a change was done.
        RejectedException: the answer to a change holds a refusal.
    """
    model, drift = _decode_body(request, answer, pause_gc=pause_gc)
    if drift:
        _report(request, answer.status, drift)
    if request.operation.changes:
        check_change(request, answer, model)
    return whole_response(request, answer, model, drift)


def whole_response(request: Request, answer: Answer, data: Any, drift: tuple[Drift, ...] = ()) -> ApiResponse[Any]:
    """Put the data of an answer together with everything that is known of the call."""
    return ApiResponse(
        status_code=answer.status,
        headers=answer.headers,
        data=data,
        raw_data=answer.body,
        drift=drift,
        correlation_id=request.correlation_id or answer.headers.get("IM-CorrelationID", ""),
        attempts=request.attempts,
        elapsed=monotonic() - request.began,
    )


def _report(request: Request, status: int, drift: tuple[Drift, ...]) -> None:
    if request.hooks is not None:
        request.hooks.tell("on_drift", request, status=status, drift=drift)
    paths = ", ".join(f"{item.path or '(whole answer)'}: {item.message}" for item in drift[:5])
    more = f" and {len(drift) - 5} more" if len(drift) > 5 else ""
    log.warning(
        "%s answered outside the contract: %s%s (%s) [%s]",
        request.operation.name, paths, more, request.host, request.correlation_id,
        extra=call_facts(request, "drift", paths=[item.path for item in drift]),
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
        model, drift = read(reference, utf8(body, answer.headers), pause_gc=pause_gc)
    except (ValueError, RecursionError):
        if not operation.changes:
            raise error_of_answer(request, answer, unreadable=why_unreadable(answer)) from None
        return _salvage(answer, reference, why_unreadable(answer))
    if not operation.changes and (drift or body[:1] != b"{" or extra_of(model) or is_list(model)):
        why = _why_no_result(operation, body, model, drift)
        if why:
            raise error_of_answer(request, answer, unreadable=why)
    return model, drift


def _why_no_result(operation: Operation, body: bytes, model: Any, drift: tuple[Drift, ...]) -> str | None:
    """Say why the JSON that a read was answered with is not its result; None when it is."""
    if 204 in operation.answers and body.strip() == b"null":
        return None  # where nothing may be found, that is another way to say so
    if body.lstrip(_BLANK)[:1] not in (b"{", b"["):
        return "the answer is no JSON object"
    if any(item.path == "" and item.message == FOLLOWED for item in drift):
        return "the answer goes on after its JSON"
    parts = model if is_list(model) else [model]
    if parts and all(map(_is_error, parts)):
        return "the answer is an error"
    return None


def _is_error(model: Any) -> bool:
    """Tell whether an object that was read holds nothing but an error."""
    extra = extra_of(model)
    return bool(extra) and not model.model_fields_set - extra.keys() and refuses(dict(extra))


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
    return read(name, b"null", pause_gc=False)[0]


def _salvage(answer: Answer, reference: str | None, why: str) -> tuple[Any, tuple[Drift, ...]]:
    """Read what there is of a broken answer to a change."""
    drift = (Drift(path="", message=why, value=body_text(answer.body, answer.headers)[:1000]),)
    if reference is None:
        return None, drift

    try:
        # Digits at the end may be the first ones of a number.
        body = utf8(answer.body, answer.headers).rstrip(b"0123456789+-.eE")
        whole = json.dumps(from_json(body, allow_partial=True)).encode()
        model, more = read(reference, whole, pause_gc=False)
    except (ValueError, RecursionError):
        return read(reference, b"null", pause_gc=False)[0], drift
    return model, drift + more
