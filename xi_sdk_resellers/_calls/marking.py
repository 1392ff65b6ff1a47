"""Say on an exception that cuts off a call what is known about the call.

Ctrl-C, the exception of a signal handler, one that another thread injects, the cancellation of a task: none of them
knows of the call that it ends. The clients of both kinds mark it here.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from xi_sdk_resellers._calls.errors import outcome_of_status
from xi_sdk_resellers._calls.log import call_facts, tag
from xi_sdk_resellers._calls.messages import Answer, Failure
from xi_sdk_resellers._process.log import log
from xi_sdk_resellers.exceptions import Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers._calls.messages import Request


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
    log.warning(
        "%s (%s) [%s]", said, request.host, tag(request),
        extra=call_facts(request, "interrupted", outcome=str(outcome), error=type(error).__name__),
    )  # fmt: skip


def mark_doubt(
    error: BaseException, operation: str | None, correlation_id: str | None, customer_order_number: str | None
) -> None:
    """Say on an exception that cuts off a workflow that a change of it may have taken effect.

    Args:
        error: what was raised.
        operation: the method that makes the change.
        correlation_id: the IM-CorrelationID of its call.
        customer_order_number: the caller's own order number.
    """
    _note(error, Outcome.UNKNOWN, operation, correlation_id, customer_order_number)


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
