"""What the log says about calls."""

from __future__ import annotations

from logging import DEBUG
from time import monotonic

from xi_sdk_resellers._calls.messages import Answer, Failure, Request
from xi_sdk_resellers._calls.redact import redacted, without_echo
from xi_sdk_resellers._process.log import debug_log, log
from xi_sdk_resellers._settings.headers import masked


def log_call(request: Request, status: object) -> None:
    """Write the one DEBUG line of a call."""
    target = debug_log if request.debug else log
    if not target.isEnabledFor(DEBUG):
        return
    elapsed = (monotonic() - request.began) * 1000
    target.debug("%s %s in %.1f ms, attempt %d [%s]", called(request), status, elapsed, request.attempts, tag(request))


def log_bodies(request: Request, result: Answer | Failure) -> None:
    """Write headers and bodies of one attempt, redacted. Only for ``Configuration(debug=True)``."""
    debug_log.debug("request [%s] %s %s%s %s %s", tag(request), request.operation.method, request.host or "",
                    redacted(request.target), masked(request.headers), redacted(request.body))  # fmt: skip
    if isinstance(result, Answer):
        result = without_echo(request, result)
        debug_log.debug(
            "answer [%s] %s %s %s", tag(request), result.status, masked(result.headers), redacted(result.body)
        )


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
