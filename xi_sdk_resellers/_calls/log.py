"""What the log says about calls."""

from __future__ import annotations

from logging import DEBUG
from time import monotonic
from typing import Any

from xi_sdk_resellers._calls.messages import Answer, Failure, Request
from xi_sdk_resellers._calls.redact import redacted, without_echo
from xi_sdk_resellers._process.log import debug_log, facts, log
from xi_sdk_resellers._settings.headers import COUNTRY_CODE, CUSTOMER_NUMBER, masked
from xi_sdk_resellers.exceptions import OpenApiException


def end_call(request: Request, result: Answer | BaseException, what: str = "interrupted") -> None:
    """Say that a call is over: to the hooks, and in its one DEBUG line.

    Args:
        request: the call.
        result: its answer, or what it ends with.
        what: how the line calls an end from outside.
    """
    if isinstance(result, Answer):
        status: object = result.status
    elif isinstance(result, OpenApiException):
        status = getattr(result, "status", None) or getattr(result, "reason", None) or type(result).__name__
    else:
        status = what
    if request.hooks is not None:
        _tell_end(request, result)
    target = debug_log if request.debug else log
    if not target.isEnabledFor(DEBUG):
        return
    elapsed = monotonic() - request.began
    target.debug(
        "%s %s in %.1f ms, attempt %d [%s]", called(request), status, elapsed * 1000, request.attempts, tag(request),
        extra=call_facts(request, "call", elapsed=elapsed, **_ended(status)),
    )  # fmt: skip


def _tell_end(request: Request, result: Answer | BaseException) -> None:
    hooks = request.hooks
    assert hooks is not None
    if isinstance(result, Answer):
        hooks.tell("on_response", request, status=result.status, headers=result.headers)
    else:
        hooks.tell("on_response", request, status=getattr(result, "status", None), error=result)


def _ended(status: object) -> dict[str, object]:
    return {"status": status} if isinstance(status, int) else {"error": str(status)}


def call_facts(request: Request, event: str, **values: Any) -> dict[str, Any]:
    """Give what a line says about a call as the attributes of its record.

    Args:
        request: the call.
        event: what has happened.
        values: what is known beside that.
    """
    return facts(
        event,
        operation=request.operation.name,
        correlation_id=request.correlation_id,
        customer_order_number=request.customer_order_number,
        account=request.headers.get(CUSTOMER_NUMBER),
        country=request.headers.get(COUNTRY_CODE),
        host=request.host,
        attempts=request.attempts,
        **values,
    )


def log_bodies(request: Request, result: Answer | Failure) -> None:
    """Write headers and bodies of one attempt, redacted. Only for ``Configuration(debug=True)``."""
    debug_log.debug("request [%s] %s %s%s %s %s", tag(request), request.operation.method, request.host or "",
                    redacted(request.target), masked(request.headers), redacted(request.body),
                    extra=call_facts(request, "request"))  # fmt: skip
    if isinstance(result, Answer):
        result = without_echo(request, result)
        debug_log.debug("answer [%s] %s %s %s %s", tag(request), request.host or "", result.status,
                        masked(result.headers), redacted(result.body),
                        extra=call_facts(request, "answer", status=result.status))  # fmt: skip


def called(request: Request) -> str:
    """Name a call for the log: its method and where it goes, without the query."""
    return f"{request.operation.method} {request.host or ''}{request.path}"


def tag(request: Request) -> str:
    """Give what ties the lines of one call together."""
    return request.correlation_id or request.operation.name


def result_text(result: Answer | Failure) -> str:
    """Say in a few words what an attempt has brought."""
    if isinstance(result, Failure):
        return f"failed ({result.kind}: {' '.join(result.detail.split())})"
    if result.fault is not None:
        return f"answered {result.status}, {result.fault.kind} ({result.fault.detail})"
    return f"answered {result.status}"
