"""What a count of calls must offer, so that many threads, processes and hosts keep to one rate limit."""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable


class Grant(NamedTuple):
    """What a budget says about the next call."""

    wait: float
    """Seconds to wait before asking again; 0.0 when the call may be sent now, and is counted."""
    ticket: str = ""
    """Which call it is, for :meth:`RateBudget.settle`."""


@runtime_checkable
class RateBudget(Protocol):
    """Counts the calls to each endpoint, so that none is sent that the vendor would refuse with 429.

    One budget serves one application of the vendor's portal: its limit is counted by application and endpoint. Both
    methods may be called by many threads at once. A budget that fails never fails a call: the client logs it and goes
    on without.
    """

    def take(self, endpoint: str) -> Grant:
        """Take one call from what is left, if anything is left.

        Args:
            endpoint: the name of the operation.

        Returns:
            Whether the call may be sent now, or how long to wait before asking again.
        """
        ...

    def settle(
        self, endpoint: str, ticket: str, *, limit: int | None, remaining: int | None, wait: float | None
    ) -> None:
        """Learn from the answer to a call.

        Args:
            endpoint: the name of the operation.
            ticket: what :meth:`take` has said.
            limit: calls that the vendor allows in its period, as the answer says; None when it does not say.
            remaining: calls that the vendor has left; None when the answer does not say.
            wait: seconds until the vendor counts anew; None when the answer does not say.
        """
        ...


for _public in (Grant, RateBudget):
    _public.__module__ = "xi_sdk_resellers.rate_budget"
