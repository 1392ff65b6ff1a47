"""The lazy iterator over the orders of a search, for the asyncio client."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers import _display
from xi_sdk_resellers._workflows.walk import Walk

if TYPE_CHECKING:
    import pandas

    from xi_sdk_resellers._display.frames import Money
    from xi_sdk_resellers._workflows.pages import Pager
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse, OrderSearchResponseOrder


class AsyncOrderSearch(Walk, AsyncIterator["OrderSearchResponseOrder"]):
    """All orders that a search finds, fetched page by page as they are asked for.

    It is an asynchronous iterator: each order comes once. After an exception the same page is asked
    for again, so a loop can go on where it was. Made by ``Orders.search``.
    """

    _name = "AsyncOrderSearch"

    def __init__(
        self,
        fetch: Callable[[dict[str, Any]], Awaitable[ApiResponse[OrderSearchResponse]]],
        pager: Pager,
        sleep: Callable[[float], Awaitable[None]],
        *,
        progress: bool = False,
    ) -> None:
        super().__init__(pager, progress=progress)
        self._fetch_page = fetch
        self._sleep = sleep

    def __aiter__(self) -> AsyncOrderSearch:
        return self

    async def __anext__(self) -> OrderSearchResponseOrder:
        while not self._pager.pending:
            if self._pager.over:
                self._close_bar()
                raise StopAsyncIteration
            await self._fetch()
        self._ahead = None
        self._advance(1)
        return self._pager.pending.popleft()

    async def pages(self) -> AsyncIterator[OrderSearchResponse]:
        """Walk through the pages instead of the orders: from the first one that was not fetched yet.

        Yields:
            Each page as the vendor sends it, with ``orders``, ``records_found`` and ``page_number``.
        """
        while True:
            page, self._ahead = self._ahead, None
            if page is not None:
                self._pager.pending.clear()
            elif self._pager.over:
                self._close_bar()
                return
            else:
                page = await self._fetch(whole=True)
            self._advance(len(page.orders or ()))
            yield page

    async def start(self) -> AsyncOrderSearch:
        """Fetch the first page, if that has not been done, so that ``total`` and ``len()`` are known.

        Returns:
            The search itself.
        """
        if self._pager.page_number == self._pager.start_page:
            self._ahead = await self._fetch()
        return self

    @property
    def total(self) -> int | None:
        """How many orders the vendor has found in all; None before the first page, or when it does not say."""
        return self._pager.total

    def __len__(self) -> int:
        """Return how many orders come in all, from the start page on, once the first page is there."""
        length = self._pager.length
        if length is None:
            raise TypeError("it is not known how many orders there are; await start() to fetch the first page")
        return length

    def __bool__(self) -> bool:
        return True

    def _repr_html_(self) -> str:
        # Nothing can be awaited here: what start() or the loop has fetched is shown.
        return _display.search_html(self._pager)

    async def to_dataframe(self, *, money: Money = "decimal") -> pandas.DataFrame:
        """Fetch what is left and make a pandas table of it, one row an order.

        Needs the extra: ``pip install "xi-sdk-resellers[pandas]"``.

        Args:
            money: ``"decimal"`` for exact amounts, ``"float"`` for float64.

        Returns:
            A new table with the columns of :func:`xi_sdk_resellers.dataframes.to_dataframe`.

        Raises:
            ImportError: pandas is not installed.
        """
        _display.require_pandas()
        return _display.frame([order async for order in self], money=money, rows="orders")

    async def _fetch(self, *, whole: bool = False) -> OrderSearchResponse:
        pause = self._pager.pause()
        if pause:
            await self._sleep(pause)
        answer = await self._fetch_page(self._pager.request())
        return self._taken(answer, whole=whole)


AsyncOrderSearch.__module__ = "xi_sdk_resellers.aio.orders"
