"""Workflows as generators that do no I/O themselves.

A plan yields what it wants done, a :class:`Call` or a :class:`Wait`, and is sent the answer or has
the exception thrown into it. :func:`run` does it with a blocking client; the asyncio twin has the
same loop with ``await``.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from os import urandom
from typing import Any, TypeAlias, TypeVar

from xi_sdk_resellers.exceptions import ApiException, ApiTypeError, ApiValueError, OpenApiException, Outcome
from xi_sdk_resellers.operation import Operation

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Call:
    """Call an operation with these arguments, and send back its ApiResponse."""

    operation: Operation
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wait:
    """Sleep for so many seconds."""

    seconds: float


Step: TypeAlias = "Call | Wait"
Plan: TypeAlias = Generator[Step, Any, R]


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a workflow tries.

    Attributes:
        attempts: how often the change may be sent, first time included.
        lookup_wait: seconds to look for a change that may have happened.
        timeout: seconds after which no new step is begun.
        clock: seconds on a clock that never goes back.

    Raises:
        ApiValueError: there is not one attempt, or a time is negative.
    """

    attempts: int
    lookup_wait: float
    timeout: float
    clock: Callable[[], float]

    def __post_init__(self) -> None:
        for name, least in (("attempts", 1), ("lookup_wait", 0), ("timeout", 0)):
            value: object = getattr(self, name)
            if not isinstance(value, (int, float)) or isinstance(value, bool):
                raise ApiTypeError(f"{name} must be a number, not {type(value).__name__}")
            if not value >= least:
                raise ApiValueError(f"{name} must be at least {least}, not {value}")


def run(plan: Plan[R], perform: Callable[[Step], Any]) -> R:
    """Carry out a plan.

    Args:
        plan: the plan, not started.
        perform: does one step and returns its result, or raises.

    Returns:
        What the plan returns.
    """
    try:
        step = next(plan)
        while True:
            try:
                result = perform(step)
            except OpenApiException as error:  # noqa: PERF203 - one step is one call over the network
                step = plan.throw(error)
            else:
                step = plan.send(result)
    except StopIteration as done:
        answer: R = done.value
        return answer


def im_headers(
    im_customer_number: str | None, im_country_code: str | None, im_correlation_id: str | None, im_sender_id: str | None
) -> dict[str, Any]:
    """Gather the IM-* arguments that every call of a workflow takes."""
    return {
        "im_customer_number": im_customer_number,
        "im_country_code": im_country_code,
        "im_correlation_id": im_correlation_id,
        "im_sender_id": im_sender_id,
    }


def correlated(headers: dict[str, Any]) -> dict[str, Any]:
    """Give the calls of a workflow one correlation ID, unless they have one."""
    return {**headers, "im_correlation_id": headers["im_correlation_id"] or urandom(16).hex()}


def delays(total: float) -> Generator[float, None, None]:
    """Yield growing waits, half a second doubled up to eight, that add up to ``total`` seconds."""
    delay = 0.5
    while total > 0:
        delay = min(delay, total)
        yield delay
        total -= delay
        delay = min(delay * 2, 8.0)


def in_doubt(error: OpenApiException) -> bool:
    """Tell whether the call, or one of its attempts, may have had an effect in spite of the error.

    A rejection counts when the client had sent the request before, or when it may come from a gateway
    that let the request through: that is rare, and looking costs one search.
    """
    if isinstance(error, ApiException) and error.outcome is Outcome.REJECTED:
        return error.attempts > 1 or error.status in (401, 429)
    return error.outcome is Outcome.UNKNOWN


def unresolved(error: ApiException, hint: str) -> ApiException:
    """Mark an exception: the outcome stays unknown, and this was tried and can be done now."""
    error.outcome = Outcome.UNKNOWN
    error.hint = hint
    return error
