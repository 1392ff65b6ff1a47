"""Read an order again and again, and hand it out whenever it has changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import xi_sdk_resellers.models as models
from xi_sdk_resellers._values.answers import parts
from xi_sdk_resellers._workflows.pages import pause_of
from xi_sdk_resellers._workflows.plan import check_number

if TYPE_CHECKING:
    from typing_extensions import Self

    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B


def settled(order: OrderDetailB2B) -> bool:
    """Tell whether nothing is left to wait for: all of an order has left, or nothing will come."""
    status = models.Status
    over = (status.DELIVERED, status.CANCELLED, status.CLOSED)
    left = (status.SHIPPED, status.INVOICED, *over)
    lines = [line.status for line in parts(order.lines) if line.status is not None]
    return order.status in over or (order.status in left and all(line in left for line in lines))


class WatchState:
    """What both twins of a watch know and decide, without I/O.

    Args:
        every: seconds between two calls.
        timeout: seconds after which no further call is made; None for no end.
        until: tells whether an order is the last one that matters.
        clock: seconds that pass.

    Raises:
        ApiTypeError: a number is none.
        ApiValueError: a number is too small.
    """

    def __init__(
        self,
        every: float,
        timeout: float | None,
        until: Callable[[OrderDetailB2B], bool] | None,
        clock: Callable[[], float],
    ) -> None:
        check_number("every", every, 1)
        if timeout is not None:
            check_number("timeout", timeout, 0)
        self._every = every
        self._until = until or settled
        self._clock = clock
        self._deadline = None if timeout is None else clock() + timeout
        self._pause = 0.0
        self._last: str | None = None
        self.over: bool = False
        """Whether no further call is made."""

    def pause(self) -> float:
        """Return the seconds until the next call; the watch is over when that is too late."""
        if self._deadline is not None and self._last is not None and self._clock() + self._pause > self._deadline:
            self.over = True
            return 0.0
        return self._pause

    def take(self, answer: ApiResponse[OrderDetailB2B]) -> OrderDetailB2B | None:
        """Take an answer in; return the order when it says something else than the last one."""
        self._pause = max(self._every, pause_of(answer, time.time()))
        order = answer.data
        said = order.to_json()
        if said == self._last:
            return None
        self._last = said
        self.over = self._until(order)
        return order


class OrderWatch(WatchState, Iterator["OrderDetailB2B"]):
    """An order as it is at first, and each time that it has changed. Made by :meth:`Orders.watch`.

    It is an iterator. After an exception it can be iterated on.
    """

    def __init__(
        self,
        fetch: Callable[[], ApiResponse[Any]],
        sleep: Callable[[float], None],
        every: float,
        timeout: float | None,
        until: Callable[[OrderDetailB2B], bool] | None,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(every, timeout, until, clock)
        self._fetch = fetch
        self._sleep = sleep

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> OrderDetailB2B:
        while not self.over:
            pause = self.pause()
            if self.over:
                break
            if pause:
                self._sleep(pause)
            order = self.take(self._fetch())
            if order is not None:
                return order
        raise StopIteration


OrderWatch.__module__ = "xi_sdk_resellers.orders"
