"""Functions of a program that are told of its calls: what they are told, and that they cannot break a call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from xi_sdk_resellers._process.log import facts, log
from xi_sdk_resellers._settings.headers import COUNTRY_CODE, CUSTOMER_NUMBER
from xi_sdk_resellers._values.drift import Drift

if TYPE_CHECKING:
    from xi_sdk_resellers.operation import Effect


class CallEvent(NamedTuple):
    """What a hook is told. It holds no secrets and no bodies."""

    operation: str
    """The method that was called, such as ``post_createorder_v6``; a good label for metrics."""
    effect: Effect
    """``read`` or ``change``."""
    method: str
    """HTTP method."""
    host: str
    """Base URL that the call goes to."""
    path: str
    """Path without the query."""
    correlation_id: str
    """The IM-CorrelationID; empty for token requests."""
    customer_order_number: str | None
    """The caller's own number, when the request carries one."""
    account: str | None
    """The customer number that the call is made for."""
    country: str | None
    """The country code that it is made for."""
    attempts: int
    """How often the call was tried so far."""
    elapsed: float
    """Seconds since the call began, waits included."""
    context: dict[str, Any]
    """The same for all events of a call: what a hook puts in, such as a span, the next one finds."""
    status: int | None = None
    """HTTP status of the answer, or of the attempt that is repeated; None when none came."""
    error: BaseException | None = None
    """What the call ends with, for ``on_response``; None when it succeeded."""
    reason: str | None = None
    """Why it is tried again, for ``on_retry``."""
    wait: float | None = None
    """Seconds until it is tried again, for ``on_retry``."""
    headers: Mapping[str, str] | None = None
    """Headers of the answer of a call that succeeded, for ``on_response``."""
    drift: tuple[Drift, ...] = ()
    """What does not fit the contract, for ``on_drift``."""


Hook: TypeAlias = Callable[[CallEvent], object]


class Hooks(NamedTuple):
    """The hooks of a Configuration."""

    on_request: Hook | None = None
    on_response: Hook | None = None
    on_retry: Hook | None = None
    on_drift: Hook | None = None

    def of_call(self) -> CallHooks:
        """Make those of one call."""
        return CallHooks(self)


_told: set[tuple[int, type[Exception]]] = set()
_MOST_TOLD = 1000


class CallHooks:
    """The hooks of one call, and what they keep for each other.

    Args:
        hooks: those of the Configuration.
    """

    __slots__ = ("_context", "_hooks")

    def __init__(self, hooks: Hooks) -> None:
        self._hooks = hooks
        self._context: dict[str, Any] = {}

    def tell(self, name: str, request: Any, **more: Any) -> None:
        """Call a hook, if there is one of that name. An exception of it is logged once and goes no further.

        Args:
            name: which one.
            request: the call.
            more: what the event tells besides the call.
        """
        hook: Hook | None = getattr(self._hooks, name)
        if hook is None:
            return
        try:
            hook(self._event(request, more))
        except Exception as error:
            if (id(hook), type(error)) in _told or len(_told) >= _MOST_TOLD:
                return
            _told.add((id(hook), type(error)))
            log.warning(
                "the hook %s has failed, which is not said again: %s: %s (%s) [%s]",
                name, type(error).__name__, error, request.host, request.correlation_id or request.operation.name,
                exc_info=error,
                extra=facts("hook", hook=name, error=type(error).__name__, operation=request.operation.name,
                            correlation_id=request.correlation_id, host=request.host),
            )  # fmt: skip

    def _event(self, request: Any, more: Mapping[str, Any]) -> CallEvent:
        operation = request.operation
        return CallEvent(
            operation=operation.name,
            effect=operation.effect,
            method=operation.method,
            host=request.host or "",
            path=request.path,
            correlation_id=request.correlation_id,
            customer_order_number=request.customer_order_number,
            account=request.headers.get(CUSTOMER_NUMBER),
            country=request.headers.get(COUNTRY_CODE),
            attempts=request.attempts,
            elapsed=monotonic() - request.began,
            context=self._context,
            **more,
        )


CallEvent.__module__ = "xi_sdk_resellers"
