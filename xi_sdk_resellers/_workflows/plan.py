"""Workflows as generators that do no I/O themselves.

A plan yields what it wants done, a :class:`Call`, a :class:`Wait` or a :class:`Do`, and is sent the answer or has
the exception thrown into it. :func:`run` does it with a blocking client; the asyncio twin has the
same loop with ``await``.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from os import urandom
from typing import Any, NamedTuple, TypeAlias, TypeVar

from xi_sdk_resellers._settings.headers import CORRELATION_ID, COUNTRY_CODE, CUSTOMER_NUMBER, SENDER_ID
from xi_sdk_resellers._values.hidden import hidden
from xi_sdk_resellers._values.narrow import is_mapping
from xi_sdk_resellers.exceptions import ApiException, ApiTypeError, ApiValueError, OpenApiException, Outcome
from xi_sdk_resellers.operation import Operation

R = TypeVar("R")

ALSO_NEEDED = ("xi_sdk_resellers._modelling.base", "xi_sdk_resellers._workflows.orders.confirmation")
"""What plans import late, in the middle of their calls; it is loaded before the first one."""


class Call(NamedTuple):
    """Call an operation with these arguments, and send back its ApiResponse."""

    operation: Operation
    arguments: Mapping[str, Any]
    within: float | None = None
    """Seconds that the call may take at most, attempts and waits included; None for its own limits alone."""


class Wait(NamedTuple):
    """Sleep for so many seconds."""

    seconds: float


class Do(NamedTuple):
    """Call a function that may block, such as one that writes to a disk, and send back its result."""

    function: Callable[[], Any]


Step: TypeAlias = "Call | Wait | Do"
Plan: TypeAlias = Generator[Step, Any, R]


def check_number(name: str, value: object, least: int) -> None:
    """Refuse what is no number, or too small a one.

    Raises:
        ApiTypeError: it is no number.
        ApiValueError: it is too small.
    """
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise ApiTypeError(f"{name} must be a number, not {type(value).__name__}")
    if not value >= least:
        raise ApiValueError(f"{name} must be at least {least}, not {value}")


GRACE = 0.5
"""Seconds beyond the end of a workflow's time in which it still looks what has become of a change."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a workflow tries. Its time begins when this is made.

    Attributes:
        attempts: how often the change may be sent, first time included.
        lookup_wait: seconds to look for a change that may have happened.
        timeout: seconds that the whole workflow may take.
        clock: seconds on a clock that never goes back.
        began: when it began, by that clock.

    Raises:
        ApiValueError: there is not one attempt, or a time is negative.
    """

    attempts: int
    lookup_wait: float
    timeout: float
    clock: Callable[[], float]
    began: float = field(init=False)

    def __post_init__(self) -> None:
        for name, least in (("attempts", 1), ("lookup_wait", 0), ("timeout", 0)):
            check_number(name, getattr(self, name), least)
        object.__setattr__(self, "began", self.clock())

    @property
    def left(self) -> float:
        """Seconds that are left, never less than none."""
        return max(0.0, self.began + self.timeout - self.clock())

    def change(self, operation: Operation, arguments: Mapping[str, Any], *, then_look: bool = True) -> Call:
        """Make the call of a change. It leaves a part of the time for looking what has become of it."""
        left = self.left
        return Call(operation, arguments, left - min(self.lookup_wait, left / 4) if then_look else left)

    def read(self, operation: Operation, arguments: Mapping[str, Any]) -> Call | None:
        """Make the call of a read; None when the time is over. It may take a moment longer than a change."""
        left = self.began + self.timeout + GRACE - self.clock()
        return Call(operation, arguments, left) if left > 0 else None


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
    finally:
        plan.close()


def given(value: R) -> Plan[R]:
    """Make a plan without steps."""
    return value
    yield  # what makes it a plan


def do_nothing() -> Plan[None]:
    """Make a plan that does nothing."""
    return given(None)


def as_it_is(request: R) -> Plan[R]:
    """Make a plan that leaves a request as it is."""
    return given(request)


def im_headers(
    im_customer_number: str | None,
    im_country_code: str | None,
    im_correlation_id: str | None,
    im_sender_id: str | None,
    headers: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Gather the IM-* arguments that every call of a workflow takes, and its other headers.

    Args:
        im_customer_number: see the methods.
        im_country_code: see the methods.
        im_correlation_id: see the methods.
        im_sender_id: see the methods.
        headers: more headers; IM-* ones among them count where the argument was left out.
    """
    found: dict[str, Any] = {
        "im_customer_number": im_customer_number,
        "im_country_code": im_country_code,
        "im_correlation_id": im_correlation_id,
        "im_sender_id": im_sender_id,
    }
    if headers is not None:
        found["_headers"] = headers = hidden(headers)
        for name, value in headers.items() if is_mapping(headers) else ():
            argument = _ARGUMENTS.get(str(name).lower())
            if argument is not None and value is not None and found[argument] is None:
                found[argument] = str(value)
    return found


def call_options(timeout: float | None = None, headers: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Write the options of a workflow's method as those of a call; only what is given."""
    given = {"_request_timeout": timeout, "_headers": headers}
    return {name: value for name, value in given.items() if value is not None}


_ARGUMENTS = {
    name.lower(): argument
    for name, argument in (
        (CUSTOMER_NUMBER, "im_customer_number"),
        (COUNTRY_CODE, "im_country_code"),
        (CORRELATION_ID, "im_correlation_id"),
        (SENDER_ID, "im_sender_id"),
    )
}


def correlated(headers: dict[str, Any]) -> dict[str, Any]:
    """Give the calls of a workflow one correlation ID, unless they have one."""
    return {**headers, "im_correlation_id": headers["im_correlation_id"] or urandom(16).hex()}


def account_of(client: Any, headers: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """Find the customer number and the country that calls are made for, as they find their headers.

    Args:
        client: the client that makes them.
        headers: their IM-* arguments.
    """
    configuration, defaults = client.configuration, client.default_headers
    account = headers.get("im_customer_number") or defaults.get("IM-CustomerNumber")
    country = headers.get("im_country_code") or defaults.get("IM-CountryCode")
    account, country = account or configuration.im_customer_number, country or configuration.im_country_code
    return str(account) if account else None, str(country).upper() if country else None


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
