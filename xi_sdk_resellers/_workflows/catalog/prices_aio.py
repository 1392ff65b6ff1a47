"""The lazy iterator over prices, for the asyncio client: several batches are under way at a time."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from xi_sdk_resellers import _display
from xi_sdk_resellers._workflows.catalog.asking import Asking, PriceState, length_of
from xi_sdk_resellers._workflows.catalog.columns import PRICE_COLUMNS
from xi_sdk_resellers._workflows.catalog.price import Price
from xi_sdk_resellers.exceptions import OpenApiException

if TYPE_CHECKING:
    import pandas
    import polars
    from typing_extensions import Self

    from xi_sdk_resellers._display.frames import Money
    from xi_sdk_resellers.api_response import ApiResponse

Parts: TypeAlias = "str | Iterable[Any] | AsyncIterable[Any]"
"""Part numbers, or whatever has one."""
_Fetch = Callable[[dict[str, Any]], Awaitable["ApiResponse[Any]"]]
IN_FLIGHT = 4
"""How many batches are under way at a time, unless it is said otherwise."""


class AsyncPrices(PriceState, AsyncIterator[Price]):
    """The prices of any number of parts, asked for batch by batch as they are wanted. Made by ``Catalog.prices``.

    It is an asynchronous iterator: each different part comes once, in the order in which it was given. A batch that
    fails does not stop it: its parts come with the ``error``. What no batch would be spared is raised, such as a
    refused token, and so is the third outage in a row; the same batch is then asked for again when the loop goes on.
    """

    def __init__(
        self,
        fetch: _Fetch,
        parts: Iterable[Any] | AsyncIterable[Any],
        asking: Asking,
        sleep: Callable[[float], Awaitable[None]],
        *,
        progress: bool = False,
    ) -> None:
        super().__init__(asking, length_of(parts), progress=progress)
        self._fetch = fetch
        self._parts = aiter(parts) if isinstance(parts, AsyncIterable) else iter(parts)
        self._sleep = sleep
        self._tasks: deque[asyncio.Task[ApiResponse[Any] | OpenApiException]] = deque()
        """One for each batch that was cut, in their order."""
        self._again = False
        """Whether the first batch is to be asked for once more."""
        self.in_flight: int = IN_FLIGHT
        """How many batches are under way at a time. It can be set."""

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Price:
        while not self._pending:
            if self._again:
                self._tasks.appendleft(self._task(0))
                self._again = False
            await self._start()
            if not self._tasks:
                self._close_bar()
                raise StopAsyncIteration
            answer = await asyncio.shield(self._tasks[0])
            self._tasks.popleft()
            try:
                self._answered(answer)
            except OpenApiException:
                self._again = True
                raise
        return self._handed_out()

    async def _start(self) -> None:
        """Let as many batches be under way as may be."""
        while len(self._tasks) < max(1, self.in_flight):
            if len(self._batches) == len(self._tasks) and (self._ended or not await self._read()):
                return
            self._tasks.append(self._task(len(self._tasks)))

    def _task(self, place: int) -> asyncio.Task[ApiResponse[Any] | OpenApiException]:
        asking = self._asking
        return asyncio.ensure_future(_asked(self._fetch, asking, asking.request(self._batches[place]), self._sleep))

    async def _read(self) -> bool:
        """Read parts until a batch is full, or until there are no more."""
        if isinstance(self._parts, AsyncIterator):
            async for part in self._parts:
                if self._cutter.add(part):
                    break
        else:
            for part in self._parts:
                if self._cutter.add(part):
                    break
        return self._cut()

    async def to_dataframe(self, *, money: Money = "decimal") -> pandas.DataFrame:
        """Ask for what is left and make a pandas table of it, one row a part.

        Needs the extra: ``pip install "xi-resellers[pandas]"``.

        Args:
            money: ``"decimal"`` for exact amounts, ``"float"`` for float64.

        Returns:
            A new table with a fixed set of columns.

        Raises:
            ApiValueError: all was handed out before.
            ImportError: pandas is not installed.
        """
        self._refuse_used_up()
        _display.require_pandas()
        return _display.table(PRICE_COLUMNS, [price async for price in self], money=money)

    async def to_polars(self, *, money: Money = "decimal") -> polars.DataFrame:
        """Ask for what is left and make a polars table of it, one row a part.

        Needs the extra: ``pip install "xi-resellers[polars]"``.

        Args:
            money: ``"decimal"`` for exact amounts, ``"float"`` for Float64.

        Returns:
            A new table with the columns of :meth:`to_dataframe`.

        Raises:
            ApiValueError: all was handed out before.
            ImportError: polars is not installed.
        """
        self._refuse_used_up()
        _display.require_polars()
        return _display.polars_table(PRICE_COLUMNS, [price async for price in self], money=money)


async def _asked(
    fetch: _Fetch, asking: Asking, request: dict[str, Any], sleep: Callable[[float], Awaitable[None]]
) -> ApiResponse[Any] | OpenApiException:
    """Ask for one batch until it is answered or has failed for good. A failure is returned: it is looked at in turn."""
    waits = 0
    while (pause := asking.again_in(answer := await _once(fetch, asking, request, sleep), waits)) is not None:
        waits += 1
        await sleep(pause)
    return answer


async def _once(
    fetch: _Fetch, asking: Asking, request: dict[str, Any], sleep: Callable[[float], Awaitable[None]]
) -> ApiResponse[Any] | OpenApiException:
    while (grant := asking.take()) is not None and grant.wait > 0:
        await sleep(grant.wait)
    answer: ApiResponse[Any] | OpenApiException
    try:
        answer = await fetch(request)
    except OpenApiException as error:
        answer = error
    asking.settle(grant, answer)
    return answer


AsyncPrices.__module__ = "xi_sdk_resellers.aio.catalog"
