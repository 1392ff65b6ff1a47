"""Say on an exception that cuts off a call what is known about the call.

Ctrl-C, the exception of a signal handler, one that another thread injects, the cancellation of a task: none of them
knows of the call that it ends. The clients of both kinds mark it here.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from xi_sdk_resellers._calls.errors import outcome_of_status
from xi_sdk_resellers._calls.messages import Answer, Failure
from xi_sdk_resellers._process.log import log
from xi_sdk_resellers.exceptions import OpenApiException, Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers._calls.messages import Request
    from xi_sdk_resellers.exceptions import ApiException


class InterruptedCall(NamedTuple):
    """What is known about a call that was cut off."""

    outcome: Outcome
    """``NOT_SENT`` while it waited or connected, ``UNKNOWN`` once any byte may have left."""
    operation: str
    """The method that was called, such as ``post_createorder_v6``."""
    correlation_id: str | None
    """The IM-CorrelationID of the call."""
    customer_order_number: str | None
    """The caller's own order number, when the request carried one."""


def interrupted_call(error: BaseException | None) -> InterruptedCall | None:
    """Find the call that an exception from outside has cut off: Ctrl-C, a time limit, a cancellation.

    What was raised instead is looked behind: ``asyncio.timeout`` and ``asyncio.wait_for``, for example, turn a
    CancelledError into a TimeoutError and keep it as the cause.

    Args:
        error: what came out of the call, or what was raised because of it.

    Returns:
        The call, or None when no call was under way.
    """
    for _ in range(20):
        if error is None:
            break
        marked = cast("Any", error)
        if not isinstance(error, OpenApiException) and isinstance(getattr(error, "outcome", None), Outcome):
            with suppress(AttributeError):  # else somebody else's attribute
                return InterruptedCall(
                    marked.outcome, marked.operation, marked.correlation_id, marked.customer_order_number
                )
        error = error.__cause__ or error.__context__
    return None


def mark_sent(error: BaseException, maybe_sent: bool) -> None:
    """Note on an exception that cuts off one attempt whether any byte of it may have left."""
    _set(error, "outcome", Outcome.UNKNOWN if maybe_sent else Outcome.NOT_SENT)


def mark(error: BaseException, request: Request, last: Answer | Failure | None, *, under_way: bool) -> None:
    """Put what is known about a call on the exception that ends it.

    The exception stays of its class: ``asyncio.timeout`` of Python 3.11 and 3.12, for one, does not take a subclass of
    CancelledError for one.

    Args:
        error: what was raised in the call.
        request: the call.
        last: what the latest attempt that was over has brought.
        under_way: whether another attempt was being made; the transport may have said more with :func:`mark_sent`.
    """
    if under_way:
        known: object = getattr(error, "outcome", None)
        outcome = known if isinstance(known, Outcome) else Outcome.UNKNOWN
    elif isinstance(last, Answer):
        # The answer to a change that was done is lost with the call.
        outcome = outcome_of_status(last.status)
    else:
        outcome = Outcome.UNKNOWN if last is not None and last.maybe_sent else Outcome.NOT_SENT
    operation = request.operation
    _note(error, outcome, operation.name, request.correlation_id or None, request.customer_order_number)
    if outcome is not Outcome.UNKNOWN or not operation.changes:
        return
    said = f"{operation.name} was {_cut(error)} on its way: the vendor may have acted. {operation.in_doubt}"
    if hasattr(error, "add_note"):
        cast("Any", error).add_note(f"{said} correlation ID: {request.correlation_id}")
    log.warning("%s [%s]", said, request.correlation_id)


def mark_doubt(error: BaseException, doubt: ApiException) -> None:
    """Say on an exception that cuts off the look for a change what is known about the change itself.

    Args:
        error: what was raised.
        doubt: the failure after which the change may have taken effect.
    """
    _note(error, Outcome.UNKNOWN, doubt.operation, doubt.correlation_id, doubt.customer_order_number)


def _note(
    error: BaseException,
    outcome: Outcome,
    operation: str | None,
    correlation_id: str | None,
    customer_order_number: str | None,
) -> None:
    _set(error, "outcome", outcome)
    _set(error, "operation", operation)
    _set(error, "correlation_id", correlation_id)
    _set(error, "customer_order_number", customer_order_number)


def _set(error: BaseException, name: str, value: object) -> None:
    with suppress(Exception):  # an exception may refuse attributes; it must still come out as it is
        setattr(error, name, value)


def _cut(error: BaseException) -> str:
    """Say in a few words what the exception does to a call."""
    kind = type(error).__name__
    return "cancelled" if kind == "CancelledError" else f"interrupted by {kind}"


InterruptedCall.__module__ = interrupted_call.__module__ = "xi_sdk_resellers"
