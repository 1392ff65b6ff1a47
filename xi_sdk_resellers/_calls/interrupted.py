"""Find out what is known about a call that something from outside has cut off."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, NamedTuple, cast

from xi_sdk_resellers.exceptions import OpenApiException, Outcome


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


InterruptedCall.__module__ = interrupted_call.__module__ = "xi_sdk_resellers"
