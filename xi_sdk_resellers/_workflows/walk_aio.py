"""The lazy iterator over what a search finds, for the asyncio client."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers import _display
from xi_sdk_resellers._workflows.pages import I, P
from xi_sdk_resellers._workflows.walk import WalkState

if TYPE_CHECKING:
    from typing_extensions import Self

    from xi_sdk_resellers._workflows.pages import Pager
    from xi_sdk_resellers.api_response import ApiResponse


class AsyncWalk(WalkState[P, I], AsyncIterator[I]):
    """All that a search finds, fetched page by page as it is asked for.

    It is an asynchronous iterator: each item comes once. It ends with the first page that holds nothing, or nothing
    new, whatever the vendor says about totals. After an exception the same page is asked for again, so a loop can go on
    where it was.
    """

    def __init__(
        self,
        fetch: Callable[[dict[str, Any]], Awaitable[ApiResponse[P]]],
        pager: Pager[P, I],
        sleep: Callable[[float], Awaitable[None]],
        *,
        progress: bool = False,
    ) -> None:
        super().__init__(pager, progress=progress)
        self._fetch_page = fetch
        self._sleep = sleep

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> I:
        while not self._pager.pending:
            if self._pager.over:
                self._close_bar()
                raise StopAsyncIteration
            await self._fetch()
        self._ahead = None
        self._advance(1)
        return self._pager.pending.popleft()

    async def pages(self) -> AsyncIterator[P]:
        """Walk through the pages instead of what they list: from the first one that was not fetched yet.

        Yields:
            Each page as the vendor sends it. One that holds nothing is handed out only when it is the first.
        """
        while True:
            page, self._ahead = self._ahead, None
            if page is not None:
                self._pager.pending.clear()
            elif not self._pager.over:
                page = await self._fetch(whole=True)
            if page is None:
                self._close_bar()
                return
            yield self._advance_page(page)

    async def start(self) -> Self:
        """Fetch the first page, if that has not been done, so that ``total`` and ``len()`` are known.

        Returns:
            The search itself.
        """
        if self._pager.page_number == self._pager.start_page:
            self._ahead = await self._fetch()
        return self

    @property
    def total(self) -> int | None:
        """How many there are in all, as the vendor says; None before the first page, or when it does not say.

        It may be an estimate: when more come than it said, it grows, and at the end of a walk it is what has come.
        """
        return self._pager.total

    def __len__(self) -> int:
        """Return how many the vendor says will come, from the start page on, once the first page is there."""
        length = self._pager.length
        if length is None:
            noun = self._pager.paging.noun
            raise TypeError(f"it is not known how many {noun} there are; await start() to fetch the first page")
        return length

    def __bool__(self) -> bool:
        return True

    def _repr_html_(self) -> str:
        # Nothing can be awaited here: what start() or the loop has fetched is shown.
        return _display.search_html(self._pager)

    async def _fetch(self, *, whole: bool = False) -> P | None:
        pause = self._pager.pause()
        if pause:
            await self._sleep(pause)
        answer = await self._fetch_page(self._pager.request())
        return self._taken(answer, whole=whole)
