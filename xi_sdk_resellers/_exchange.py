"""The life of a call from its first attempt to its answer, without I/O.

:func:`exchange` is a generator. It asks for what it needs by yielding a :class:`Step`, and is sent
the result. The blocking client and the asyncio client each drive it with a few lines of their own,
so that retries, tokens, redirects and outcomes are decided in one place.
"""

from __future__ import annotations

from collections.abc import Generator
from logging import DEBUG
from random import random
from time import monotonic, time
from typing import Any, Literal, NamedTuple
from urllib.parse import urljoin, urlsplit

from xi_sdk_resellers._headers import bearer, hidden
from xi_sdk_resellers._logging import log
from xi_sdk_resellers._request import Request
from xi_sdk_resellers._retry import Decision, Situation, decide, utc
from xi_sdk_resellers.api_response import Headers
from xi_sdk_resellers.exceptions import ApiException

MAX_REDIRECTS = 3
"""Redirects of a read that are followed, within one origin."""
MAX_IDLE_FOR_MUTATIONS = 10.0
"""Seconds that a connection may have been idle before it carries a POST, PUT or DELETE."""
MAX_INFORMATIONAL = 20
"""1xx answers that are skipped before the real one."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})

FaultKind = Literal["truncated", "late", "too_large", "encoding"]


class Fault(NamedTuple):
    """Why the body of an answer is not whole."""

    kind: FaultKind
    detail: str


class Answer:
    """An answer as it came from the wire.

    Attributes:
        status: HTTP status.
        reason: the reason phrase.
        headers: its headers.
        body: the body, decompressed, as far as it came.
        fault: why the body is not whole, or None.
        stream: the transport's own response, when the body was left to the caller.
    """

    __slots__ = ("body", "fault", "headers", "reason", "status", "stream")

    def __init__(
        self,
        status: int,
        reason: str,
        headers: Headers,
        body: bytes = b"",
        fault: Fault | None = None,
        stream: Any = None,
    ) -> None:
        self.status: int = status
        self.reason: str = reason
        self.headers: Headers = headers
        self.body: bytes = body
        self.fault: Fault | None = fault
        self.stream: Any = stream


FailureKind = Literal["connect", "tls", "certificate", "proxy", "pool", "timeout", "lost", "garbage"]


class Failure(NamedTuple):
    """An attempt that brought no answer."""

    kind: FailureKind
    """What failed: making the connection, TLS, the certificate, the proxy, no free connection, time, …"""
    maybe_sent: bool
    """Whether any byte of the request may have left."""
    timed_out: bool
    """Whether it was for lack of time."""
    detail: str
    """The cause, in the words of the library or system below. Holds no secrets."""
    cause: BaseException | None = None
    """What was raised."""


class Step(NamedTuple):
    """What the exchange needs next.

    ``token``: a token other than ``value`` (the one that was refused, or None); the result is the token.
    ``send``: one attempt; the result is an :class:`Answer` or a :class:`Failure`.
    ``wait``: a pause of ``value`` seconds.
    """

    action: Literal["token", "send", "wait"]
    value: Any = None


_SEND = Step("send")
_TOKEN = Step("token")


def exchange(request: Request, began: float, *, stream: bool = False) -> Generator[Step, Any, Answer]:
    """Run a call to its answer.

    Args:
        request: the prepared request.
        began: when the call began, by ``time.monotonic()``.
        stream: whether the last answer is handed out whatever its status, its body unread.

    Yields:
        What is needed next.

    Returns:
        The answer to hand to the caller: a 2xx unless ``stream`` is set.

    Raises:
        ApiException: the call failed; says with which outcome.
    """
    token: str | None = None
    refused: str | None = None
    redirects = 0
    while True:
        if request.managed_token and token is None:
            token = hidden((yield _TOKEN))
            request.headers["Authorization"] = bearer(token or "")
        request.attempts += 1
        result = yield _SEND
        if isinstance(result, Answer):
            if 200 <= result.status < 300 and (result.fault is None or not request.repeatable):
                return result
            if result.status == 401 and token is not None and refused is None:
                refused, token = token, hidden((yield Step("token", token)))
                if token != refused:
                    log.warning("%s answered 401: repeated with a new token [%s]", _name(request), _tag(request))
                    request.headers["Authorization"] = bearer(token or "")
                    continue
            if result.status in _REDIRECTS and redirects < MAX_REDIRECTS and _follow(request, result):
                redirects += 1
                continue
        decision = _decide(request, result, began)
        if decision.wait is None:
            if stream and isinstance(result, Answer):
                return result
            raise failure(request, result, decision)
        log.warning(
            "%s %s: attempt %d again in %.2f s [%s]",
            _name(request), _short(result), request.attempts + 1, decision.wait, _tag(request),
        )  # fmt: skip
        yield Step("wait", decision.wait)


def _decide(request: Request, result: Answer | Failure, began: float) -> Decision:
    """Ask the retry rule what to do about an attempt."""
    situation = Situation(
        repeatable=request.repeatable,
        attempt=request.attempts,
        elapsed=monotonic() - began,
        budget=request.total_timeout,
    )
    if isinstance(result, Failure):
        permanent = result.kind in ("certificate", "pool")
        situation = situation._replace(maybe_sent=result.maybe_sent, permanent=permanent)
    elif result.fault is not None and result.status < 300:
        situation = situation._replace(permanent=result.fault.kind not in ("truncated", "late"))
    else:
        situation = situation._replace(status=result.status, headers=result.headers)
    return decide(situation, request.retries, now=time(), chance=random())  # noqa: S311 - not for secrets


def _follow(request: Request, answer: Answer) -> bool:
    """Point a read at where a redirect leads, within its own origin. Never for mutations."""
    location = answer.headers.get("Location")
    if not location or request.operation.mutation or request.origin is None:
        return False
    try:
        base = f"{request.origin.scheme}://{request.origin.netloc}"
        there = urlsplit(urljoin(f"{base}{request.origin.base_path}{request.target}", location))
        port = there.port or (443 if there.scheme == "https" else 80)
    except ValueError:
        return False
    same = (there.scheme, there.hostname, port) == (request.origin.scheme, request.origin.host, request.origin.port)
    base_path = request.origin.base_path
    if not same or not there.path.startswith(f"{base_path}/") or not there.path.isprintable():
        return False
    request.target = there.path[len(base_path) :] + (f"?{there.query}" if there.query else "")
    return True


def failure(request: Request, result: Answer | Failure, decision: Decision) -> ApiException:
    """Make the exception for the last attempt of a call."""
    from xi_sdk_resellers._decode import error_of_answer, error_of_failure

    if isinstance(result, Failure):
        return error_of_failure(request, result)
    return error_of_answer(request, result, retry_at=utc(decision.retry_at))


def log_call(request: Request, status: object, seconds: float) -> None:
    """Write the one DEBUG line of a call."""
    if not log.isEnabledFor(DEBUG):
        return
    log.debug(
        "%s %s %s in %.1f ms, attempt %d [%s]",
        request.operation.method, request.path, status, seconds * 1000, request.attempts, _tag(request),
    )  # fmt: skip


def log_bodies(request: Request, result: Answer | Failure) -> None:
    """Write headers and bodies of one attempt, redacted. Only for ``Configuration(debug=True)``."""
    from xi_sdk_resellers._headers import masked
    from xi_sdk_resellers._redact import redacted, without_echo

    log.debug("request [%s] %s %s %s %s", _tag(request), request.operation.method, redacted(request.target),
              masked(request.headers), redacted(request.body))  # fmt: skip
    if isinstance(result, Answer):
        result = without_echo(request, result)
        log.debug("answer [%s] %s %s %s", _tag(request), result.status, masked(result.headers), redacted(result.body))


def _name(request: Request) -> str:
    return f"{request.operation.method} {request.path}"


def _tag(request: Request) -> str:
    return request.correlation_id or request.operation.name


def _short(result: Answer | Failure) -> str:
    if isinstance(result, Failure):
        return f"failed ({result.kind}: {result.detail})"
    if result.fault is not None:
        return f"answered {result.status}, {result.fault.kind} ({result.fault.detail})"
    return f"answered {result.status}"
