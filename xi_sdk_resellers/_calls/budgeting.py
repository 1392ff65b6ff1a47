"""Ask the budget of calls before each attempt, and tell it what the answer says. No I/O: the client does the asking."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from time import monotonic, time
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._calls.errors import about
from xi_sdk_resellers._calls.messages import Answer, Failure, Request, Step
from xi_sdk_resellers._process.log import log
from xi_sdk_resellers._values.limits import read_limits
from xi_sdk_resellers.exceptions import ApiTimeoutException, Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers._settings.rate_budget import Grant, RateBudget


def take(request: Request, budget: RateBudget) -> Generator[Step, Any, str]:
    """Wait until the budget has a call left.

    Args:
        request: the call.
        budget: what counts.

    Returns:
        The ticket of the attempt.

    Raises:
        ApiTimeoutException: the call's time ends before the budget has a call left; this attempt was not sent.
    """
    while True:
        grant: Grant | None = yield Step("ask", partial(_safely, budget.take, request.operation.name))
        if grant is None or grant.wait <= 0:
            return "" if grant is None else grant.ticket
        if request.deadline is not None and monotonic() + grant.wait >= request.deadline:
            raise ApiTimeoutException(
                None,
                "the rate budget has no call left in the time of this call",
                outcome=Outcome.NOT_SENT,
                hint=f"The next call is free in {grant.wait:.1f} s: make it later, or with a longer total_timeout.",
                **about(request),
            )
        yield Step("wait", grant.wait)


def settle(request: Request, budget: RateBudget, ticket: str, result: Answer | Failure) -> Generator[Step, Any, None]:
    """Tell the budget what an answer says of the limit."""
    if not ticket or not isinstance(result, Answer):
        return
    said = read_limits(result.headers, time())
    told = partial(
        budget.settle,
        request.operation.name,
        ticket,
        limit=said.limit,
        remaining=0 if result.status == 429 and said.remaining is None else said.remaining,
        wait=said.soonest,
    )
    yield Step("ask", partial(_safely, told))


def _safely(function: Callable[..., Any], *arguments: Any) -> Any:
    """Ask a budget; one that fails never fails the call."""
    try:
        return function(*arguments)
    except Exception as error:
        log.warning("the rate budget failed, and is not asked for this call (%s)", type(error).__name__)
        return None
