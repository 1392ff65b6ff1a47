"""The life of a call from its first attempt to its answer, without I/O.

:func:`exchange` is a generator. It asks for what it needs by yielding a :class:`Step`, and is sent
the result. The blocking client and the asyncio client each drive it with a few lines of their own,
so that retries, tokens, redirects and outcomes are decided in one place.
"""

from __future__ import annotations

from collections.abc import Generator
from random import random
from time import monotonic, time
from typing import Any
from urllib.parse import urljoin, urlsplit

from xi_sdk_resellers._calls.budgeting import settle, take
from xi_sdk_resellers._calls.errors import error_of_answer, error_of_failure
from xi_sdk_resellers._calls.hints import no_tls, wants_tls
from xi_sdk_resellers._calls.log import call_facts, called, result_text, tag
from xi_sdk_resellers._calls.messages import Answer, Failure, Request, Step
from xi_sdk_resellers._calls.refusals import Refusal, refusal
from xi_sdk_resellers._calls.retry import Decision, Situation, decide
from xi_sdk_resellers._process.log import log
from xi_sdk_resellers._settings.headers import bearer
from xi_sdk_resellers._values.dates import utc
from xi_sdk_resellers._values.hidden import hidden
from xi_sdk_resellers.exceptions import ApiException

MAX_REDIRECTS = 3
"""Redirects of a read that are followed, within one origin."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REPEATING = frozenset({307, 308})
"""Redirects that keep method and body. Behind the others a POST would have to become a GET."""


_SEND = Step("send")
_TOKEN = Step("token")


def exchange(request: Request, *, stream: bool = False) -> Generator[Step, Any, Answer]:
    """Run a call to its answer.

    Args:
        request: the prepared request.
        stream: whether the last answer is handed out whatever its status, its body unread.

    Yields:
        What is needed next.

    Returns:
        The answer to hand to the caller: a 2xx, or what says that a search found nothing; any when ``stream`` is set.

    Raises:
        ApiException: the call failed; says with which outcome.
    """
    token: str | None = None
    refused: str | None = None
    redirects = 0
    if request.hooks is not None:
        request.hooks.tell("on_request", request)
    while True:
        if request.managed_token and token is None:
            token = hidden((yield _TOKEN))
            request.headers["Authorization"] = bearer(token or "")
        ticket = "" if request.budget is None else (yield from take(request, request.budget))
        request.attempts += 1
        behind: Refusal | None = None
        result = yield _SEND
        if request.budget is not None:
            yield from settle(request, request.budget, ticket, result)
        if isinstance(result, Answer):
            if 200 <= result.status < 300 and (result.fault is None or request.operation.changes):
                return result
            behind = _behind(request, result)
            if behind == "nothing_found":
                return result
            if result.status == 401 and token is not None and refused is None and behind is None:
                refused, token = token, hidden((yield Step("token", token)))
                if token != refused:
                    log.warning("%s answered 401: repeated with a new token [%s]", called(request), tag(request),
                                extra=call_facts(request, "token_refused", status=401))  # fmt: skip
                    _tell_retry(request, result, 0.0)
                    request.headers["Authorization"] = bearer(token or "")
                    continue
            if result.status in _REDIRECTS and redirects < MAX_REDIRECTS and _follow(request, result):
                redirects += 1
                continue
        decision = _decide(request, result, limited=behind == "limit")
        if decision.wait is None:
            if stream and isinstance(result, Answer):
                return result
            raise failure(request, result, decision)
        log.warning(
            "%s %s: attempt %d again in %.2f s [%s]",
            called(request), result_text(result), request.attempts + 1, decision.wait, tag(request),
            extra=call_facts(request, "retry", wait=decision.wait, status=getattr(result, "status", None)),
        )  # fmt: skip
        _tell_retry(request, result, decision.wait)
        yield Step("wait", decision.wait)


def _tell_retry(request: Request, result: Answer | Failure, wait: float) -> None:
    if request.hooks is not None:
        status = result.status if isinstance(result, Answer) else None
        request.hooks.tell("on_retry", request, status=status, reason=result_text(result), wait=wait)


def _behind(request: Request, answer: Answer) -> Refusal | None:
    """Tell what is behind the status of a 4xx."""
    if not 400 <= answer.status < 500:
        return None
    return refusal(request.operation, answer)


def _hopeless(request: Request, found: Failure) -> bool:
    """Tell whether a failure would only happen again."""
    if found.kind in ("certificate", "pool"):
        return True
    return no_tls(found) or wants_tls(request, found)


def _decide(request: Request, result: Answer | Failure, *, limited: bool) -> Decision:
    """Ask the retry rule what to do about an attempt."""
    situation = Situation(
        repeatable=not request.operation.changes,
        attempt=request.attempts,
        elapsed=monotonic() - request.began,
        budget=request.total_timeout,
    )
    if isinstance(result, Failure):
        situation = situation._replace(maybe_sent=result.maybe_sent, permanent=_hopeless(request, result))
    elif result.fault is not None and result.status < 300:
        situation = situation._replace(permanent=result.fault.kind not in ("truncated", "late"))
    else:
        situation = situation._replace(status=result.status, headers=result.headers, limited=limited)
    return decide(situation, request.retries, now=time(), chance=random())  # noqa: S311 - not for secrets


def _follow(request: Request, answer: Answer) -> bool:
    """Point a read at where a redirect leads, within its own origin. Never for changes."""
    location = answer.headers.get("Location")
    if not location or request.operation.changes or request.origin is None:
        return False
    if answer.status not in _REPEATING and request.operation.method != "GET":
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
    if isinstance(result, Failure):
        return error_of_failure(request, result)
    return error_of_answer(request, result, retry_at=utc(decision.retry_at))
