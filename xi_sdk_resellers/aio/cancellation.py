"""Say on a CancelledError what is known about the call that was cancelled."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from xi_sdk_resellers._calls.messages import Answer
from xi_sdk_resellers._process.log import log
from xi_sdk_resellers.exceptions import Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers._calls.messages import Failure, Request
    from xi_sdk_resellers.exceptions import ApiException


class CancelledCall(NamedTuple):
    """What is known about a call whose task was cancelled."""

    outcome: Outcome
    """``NOT_SENT`` while it waited or connected, ``UNKNOWN`` once any byte may have left."""
    operation: str
    """The method that was called, such as ``post_createorder_v6``."""
    correlation_id: str | None
    """The IM-CorrelationID of the call."""
    customer_order_number: str | None
    """The caller's own order number, when the request carried one."""


def cancelled_call(error: BaseException | None) -> CancelledCall | None:
    """Find the call that a cancellation, or a timeout around it, has cut off.

    ``asyncio.timeout`` and ``asyncio.wait_for`` turn the CancelledError into a TimeoutError and keep
    it as the cause; this looks there as well.

    Args:
        error: a CancelledError, or what was raised because of one.

    Returns:
        The call, or None when no call was under way.
    """
    for _ in range(20):
        if error is None:
            break
        if isinstance(error, asyncio.CancelledError) and hasattr(error, "outcome"):
            marked = cast("Any", error)
            return CancelledCall(marked.outcome, marked.operation, marked.correlation_id, marked.customer_order_number)
        error = error.__cause__ or error.__context__
    return None


def mark(error: asyncio.CancelledError, request: Request, maybe_sent: bool, last: Answer | Failure | None) -> None:
    """Put what is known about a cancelled call on the exception that ends it.

    It stays a plain CancelledError: ``asyncio.timeout`` of Python 3.11 and 3.12 does not take a subclass for one.

    Args:
        error: what was raised in the task.
        request: the call.
        maybe_sent: whether the attempt under way may have left.
        last: what the attempt before brought.
    """
    outcome = Outcome.REJECTED if isinstance(last, Answer) else Outcome.NOT_SENT
    if maybe_sent:
        outcome = Outcome.UNKNOWN
    marked = cast("Any", error)
    marked.outcome = outcome
    marked.operation = request.operation.name
    marked.correlation_id = request.correlation_id or None
    marked.customer_order_number = request.customer_order_number
    if outcome is not Outcome.UNKNOWN or not request.operation.changes:
        return
    said = f"{request.operation.name} was cancelled on its way: the vendor may have acted. {request.operation.in_doubt}"
    if hasattr(error, "add_note"):
        marked.add_note(f"{said} correlation ID: {request.correlation_id}")
    log.warning("%s [%s]", said, request.correlation_id)


def mark_doubt(error: asyncio.CancelledError, doubt: ApiException) -> None:
    """Say on a cancellation while a change is looked for what is known about the change itself.

    Args:
        error: what was raised in the task.
        doubt: the failure after which the change may have taken effect.
    """
    marked = cast("Any", error)
    marked.outcome = Outcome.UNKNOWN
    marked.operation = doubt.operation
    marked.correlation_id = doubt.correlation_id
    marked.customer_order_number = doubt.customer_order_number


CancelledCall.__module__ = "xi_sdk_resellers.aio"
