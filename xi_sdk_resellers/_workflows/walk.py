"""The lazy iterator over the orders of a search, for the blocking client."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers import _display

if TYPE_CHECKING:
    import pandas

    from xi_sdk_resellers._display.frames import Money
    from xi_sdk_resellers._workflows.pages import Pager
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse, OrderSearchResponseOrder


class Walk:
    """What both twins of a walk know without fetching anything."""

    _name = "OrderSearch"

    def __init__(self, pager: Pager, *, progress: bool) -> None:
        self._pager = pager
        self._ahead: OrderSearchResponse | None = None
        self._bar = progress_bar() if progress else None

    @property
    def next_page(self) -> int | None:
        """The page to resume from: the first that was not handed out in full; None at the end."""
        return self._pager.next_page

    def __repr__(self) -> str:
        return f"{self._name}({self._pager.arguments!r}, total={self._pager.total}, next_page={self.next_page})"

    def _taken(self, answer: ApiResponse[OrderSearchResponse], *, whole: bool) -> OrderSearchResponse:
        page = self._pager.take(answer, time.time(), whole=whole)
        if self._bar is not None:
            self._bar.total = self._pager.length
        return page

    def _advance(self, orders: int) -> None:
        if self._bar is not None:
            self._bar.update(orders)

    def _close_bar(self) -> None:
        if self._bar is not None:
            self._bar.close()


class OrderSearch(Walk, Iterator["OrderSearchResponseOrder"]):
    """All orders that a search finds, fetched page by page as they are asked for.

    It is an iterator: each order comes once. After an exception the same page is asked for again, so
    a loop can go on where it was. Made by :meth:`Orders.search`.
    """

    def __init__(
        self,
        fetch: Callable[[dict[str, Any]], ApiResponse[OrderSearchResponse]],
        pager: Pager,
        sleep: Callable[[float], None],
        *,
        progress: bool = False,
    ) -> None:
        super().__init__(pager, progress=progress)
        self._fetch_page = fetch
        self._sleep = sleep

    def __iter__(self) -> OrderSearch:
        return self

    def __next__(self) -> OrderSearchResponseOrder:
        while not self._pager.pending:
            if self._pager.over:
                self._close_bar()
                raise StopIteration
            self._fetch()
        self._ahead = None
        self._advance(1)
        return self._pager.pending.popleft()

    def pages(self) -> Iterator[OrderSearchResponse]:
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
                page = self._fetch(whole=True)
            self._advance(len(page.orders or ()))
            yield page

    @property
    def total(self) -> int | None:
        """How many orders the vendor has found in all; fetches the first page when there was none yet.

        None when the vendor does not say.
        """
        self._peek()
        return self._pager.total

    def __len__(self) -> int:
        """Return how many orders come in all, from the start page on; fetches the first page if need be."""
        self._peek()
        length = self._pager.length
        if length is None:
            raise TypeError("the vendor did not say how many orders there are")
        return length

    def __bool__(self) -> bool:
        """Tell whether the search finds any order; fetches the first page if need be."""
        self._peek()
        return bool(self._pager.pending) or self._pager.total != 0

    def _repr_html_(self) -> str:
        # Somebody wants to see what was found: the first page is fetched, and nothing is handed out.
        self._peek()
        return _display.search_html(self._pager)

    def to_dataframe(self, *, money: Money = "decimal") -> pandas.DataFrame:
        """Fetch what is left and make a pandas table of it, one row an order.

        Needs the extra: ``pip install "xi-sdk-resellers[pandas]"``.

        Args:
            money: ``"decimal"`` for exact amounts, ``"float"`` for float64.

        Returns:
            A new table with the columns of :func:`xi_sdk_resellers.dataframes.to_dataframe`.

        Raises:
            ImportError: pandas is not installed.
        """
        return _display.frame(self, money=money, rows="orders")

    def _peek(self) -> None:
        if self._pager.page_number == self._pager.start_page:
            self._ahead = self._fetch()

    def _fetch(self, *, whole: bool = False) -> OrderSearchResponse:
        pause = self._pager.pause()
        if pause:
            self._sleep(pause)
        answer = self._fetch_page(self._pager.request())
        return self._taken(answer, whole=whole)


def progress_bar() -> Any:
    """Make tqdm's bar, the widget in a notebook that can show it."""
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a notebook without widgets gets the text bar; no need to say so
            from tqdm.auto import tqdm  # type: ignore[import-untyped]
    except ImportError as error:
        raise ImportError('progress=True needs tqdm: pip install "xi-sdk-resellers[notebook]"') from error
    return tqdm(unit=" orders")


OrderSearch.__module__ = "xi_sdk_resellers.orders"
