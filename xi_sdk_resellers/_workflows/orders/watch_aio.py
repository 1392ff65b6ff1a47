"""Read an order again and again, and hand it out whenever it has changed, for the asyncio client."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._workflows.orders.watch import WatchState

if TYPE_CHECKING:
    from typing_extensions import Self

    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B


class AsyncOrderWatch(WatchState, AsyncIterator["OrderDetailB2B"]):
    """An order as it is at first, and each time that it has changed. Made by ``Orders.watch``.

    It is an asynchronous iterator. After an exception it can be iterated on.
    """

    def __init__(
        self,
        fetch: Callable[[], Awaitable[ApiResponse[Any]]],
        sleep: Callable[[float], Awaitable[None]],
        every: float,
        timeout: float | None,
        until: Callable[[OrderDetailB2B], bool] | None,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(every, timeout, until, clock)
        self._fetch = fetch
        self._sleep = sleep

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> OrderDetailB2B:
        while not self.over:
            pause = self.pause()
            if self.over:
                break
            if pause:
                await self._sleep(pause)
            order = self.take(await self._fetch())
            if order is not None:
                return order
        raise StopAsyncIteration


AsyncOrderWatch.__module__ = "xi_sdk_resellers.aio.orders"
