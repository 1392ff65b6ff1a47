"""Walk through the pages of an order search: the decisions, without I/O."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._values.answers import parts, text
from xi_sdk_resellers._values.dates import http_date
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse, OrderSearchResponseOrder


MAX_PAGE_SIZE = 100
# The vendor counts by the minute, so that a longer wait only means that the clocks differ.
_LONGEST_PAUSE = 60.0
_STALE_PAGES = 2


class Pager:
    """Where a search is: which page comes next, what is new on it, and when it is over.

    Args:
        arguments: the filters as arguments of the search operation.
        page_size: orders per page, 1 to 100.
        start_page: the first page to fetch, from 1.
    """

    def __init__(self, arguments: Mapping[str, Any], page_size: int, start_page: int) -> None:
        for name, value, most in (("page_size", page_size, MAX_PAGE_SIZE), ("start_page", start_page, 10**9)):
            if not isinstance(value, int) or isinstance(value, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise ApiTypeError(f"{name} must be a whole number, not {type(value).__name__}")
            if not 1 <= value <= most:
                raise ApiValueError(f"{name} must be from 1 to {most}, not {value}")
        self.arguments: dict[str, Any] = dict(arguments)
        self.page_size = page_size
        self.start_page = start_page
        self.page_number: int = start_page
        """The page that is fetched next."""
        self.total: int | None = None
        """Orders that the search has found, as its latest page says."""
        self.over: bool = False
        """Whether there are no more pages to fetch."""
        self.pending: deque[OrderSearchResponseOrder] = deque()
        """Orders that were fetched and not handed out yet."""
        self._size = page_size
        self._known: set[str] = set()
        self._last: list[str] = []
        self._stale = 0
        self._pause = 0.0

    @property
    def next_page(self) -> int | None:
        """The first page that was not handed out in full; None when all were."""
        if self.pending:
            return self.page_number - 1
        return None if self.over else self.page_number

    @property
    def length(self) -> int | None:
        """How many orders the search hands out from its start page on; None when not known yet."""
        if self.total is None:
            return None
        return max(0, self.total - (self.start_page - 1) * self._size)

    def request(self) -> dict[str, Any]:
        """Return the arguments for the next page."""
        return {**self.arguments, "page_size": self.page_size, "page_number": self.page_number}

    def pause(self) -> float:
        """Return the seconds to wait before the next page, once."""
        pause, self._pause = self._pause, 0.0
        return pause

    def take(self, answer: ApiResponse[OrderSearchResponse], now: float, *, whole: bool = False) -> OrderSearchResponse:
        """Take a page in: what is new on it becomes pending.

        Args:
            answer: the answer to :meth:`request`.
            now: the time, in seconds since 1970.
            whole: the page is handed out as it is, so that nothing of it becomes pending.

        Returns:
            The page.
        """
        page = answer.data
        orders = parts(page.orders)
        numbers = [text(order.ingram_order_number) or order.to_json() for order in orders]
        if isinstance(page.records_found, int):
            self.total = page.records_found
        elif not orders and self.total is None:
            self.total = 0
        # One order may stand twice on a page because the vendor says so; on a later page it has moved there.
        new = [order for order, number in zip(orders, numbers, strict=True) if number not in self._known]
        repeated = bool(orders) and numbers == self._last and not new
        self._known.update(numbers)
        self._stale = 0 if new else self._stale + 1
        self._last = numbers
        self.over = not orders or repeated or self._stale > _STALE_PAGES or not self._more(page, len(orders))
        self.page_number += 1
        if not whole:
            self.pending.extend(new)
        self._pause = _pause(answer, now)
        return page

    def _more(self, page: OrderSearchResponse, count: int) -> bool:
        """Tell whether another page is to be expected. Totals, links and page sizes have all been seen wrong."""
        if isinstance(page.page_size, int) and 0 < page.page_size < self._size:
            self._size = page.page_size
        if self.total is None:
            return count >= self._size
        if self.page_number == 1 and 0 < count < min(self._size, self.total):
            self._size = count  # silently fewer than were asked for, so that all pages have fewer
        return self.page_number * self._size < self.total or (count >= self._size and bool(page.next_page))


def _pause(answer: ApiResponse[OrderSearchResponse], now: float) -> float:
    """Return the seconds until the rate limit lets the next call through."""
    limit = answer.rate_limit
    if limit is None or limit.remaining is None or limit.remaining > 0 or limit.reset is None:
        return 0.0
    sent = http_date(answer.headers.get("Date") or "")
    left = limit.reset if limit.reset < 1e8 else limit.reset - (now if sent is None else sent)
    return min(max(0.0, left), _LONGEST_PAUSE)
