"""Walk through the pages of a search: the decisions, without I/O.

Nothing that pages say of themselves can be relied on: totals have been seen too low, too high, as text and changing
from page to page, and pages shorter than what was asked for. So a walk goes on until a page holds nothing, or nothing
new.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from xi_sdk_resellers._values.answers import parts, text
from xi_sdk_resellers._values.limits import read_limits
from xi_sdk_resellers._workflows.seen import Seen
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.operation import Operation

P = TypeVar("P")
"""A page."""
I = TypeVar("I")  # noqa: E741 - an item
"""What a page lists."""

# The vendor counts by the minute, so that a longer wait only means that the clocks differ.
_LONGEST_PAUSE = 60.0
_MARGIN = 0.25
"""Seconds at most that a short pause is longer than it was told: clocks are not exact."""
_STALE_PAGES = 2

LARGEST_TOTAL = 10_000_000
"""More than that is no count: ``list()`` would take memory for it before the first page is read."""


@dataclass(frozen=True)
class Paging(Generic[P, I]):
    """How the pages of an operation are asked for, and where they hold what.

    Attributes:
        operation: the search.
        items: the field of a page that lists the items.
        identity: the fields of an item that tell it from others.
        noun: what the items are called, in the plural.
        page_argument: the argument for the number of the page, from 1.
        size_argument: the argument for the number of items of a page; the contract says how many are allowed.
        total: the field of a page that says how many items there are in all.
        size: the field of a page that says how many items it can hold.
    """

    operation: Operation
    items: str
    identity: tuple[str, ...]
    noun: str = "items"
    page_argument: str = "page_number"
    size_argument: str = "page_size"
    total: str = "records_found"
    size: str = "page_size"

    @property
    def largest(self) -> int:
        """How many items a page can hold at most."""
        sizes = [each.maximum for each in self.operation.parameters if each.name == self.size_argument]
        return (sizes[0] if sizes else None) or 10**9


class Pager(Generic[P, I]):
    """Where a search is: which page comes next, what is new on it, and when it is over.

    Args:
        paging: how the operation gives pages.
        arguments: the filters as arguments of the operation.
        page_size: items per page.
        start_page: the first page to fetch, from 1.
        start_item: how many items of that page are passed over.

    Raises:
        ApiTypeError: a number is none.
        ApiValueError: a number is out of its range.
    """

    def __init__(
        self,
        paging: Paging[P, I],
        arguments: Mapping[str, Any],
        page_size: int,
        start_page: int,
        start_item: int = 0,
    ) -> None:
        for name, value, least, most in (
            ("page_size", page_size, 1, paging.largest),
            ("start_page", start_page, 1, 10**9),
            ("start_item", start_item, 0, paging.largest),
        ):
            if not isinstance(value, int) or isinstance(value, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise ApiTypeError(f"{name} must be a whole number, not {type(value).__name__}")
            if not least <= value <= most:
                raise ApiValueError(f"{name} must be from {least} to {most}, not {value}")
        self.paging = paging
        self.arguments: dict[str, Any] = dict(arguments)
        self.page_size = page_size
        self.start_page = start_page
        self.start_item = start_item
        self.page_number: int = start_page
        """The page that is fetched next."""
        self.total: int | None = None
        """Items that the search has found: as its latest page says, at least as many as have come, and exact in the
        end of a walk through all pages."""
        self.over: bool = False
        """Whether there are no more pages to fetch."""
        self.pending: deque[I] = deque()
        """Items that were fetched and not handed out yet."""
        self._size = page_size
        self._count = 0
        self._places: list[int] = []
        """Where the items of the latest page stand on it that became pending."""
        self._known = Seen()
        self._last: list[int] = []
        self._stale = 0
        self._pause = 0.0

    @property
    def next_page(self) -> int | None:
        """The first page that was not handed out in full; None when all were."""
        if self.pending:
            return self.page_number - 1
        return None if self.over else self.page_number

    @property
    def next_item(self) -> int:
        """How many items of :attr:`next_page` come before the first that was not handed out."""
        if self.pending:
            return self._places[-len(self.pending)]
        return self.start_item if self.page_number == self.start_page else 0

    @property
    def handed_out(self) -> int:
        """How many items were handed out so far."""
        return self._count - len(self.pending)

    @property
    def used_up(self) -> bool:
        """Whether nothing comes any more."""
        return self.over and not self.pending

    @property
    def length(self) -> int | None:
        """How many items the search hands out from its start page on; None when not known yet."""
        if self.total is None or self.total > LARGEST_TOTAL:
            return None
        return max(0, self.total - self._before)

    @property
    def _before(self) -> int:
        """How many items come before the first that is wanted."""
        return (self.start_page - 1) * self._size + self.start_item

    def request(self) -> dict[str, Any]:
        """Return the arguments for the next page."""
        paging = self.paging
        return {**self.arguments, paging.size_argument: self.page_size, paging.page_argument: self.page_number}

    def pause(self) -> float:
        """Return the seconds to wait before the next page, once."""
        pause, self._pause = self._pause, 0.0
        return pause

    def take(self, answer: ApiResponse[P], now: float, *, whole: bool = False) -> P | None:
        """Take a page in: what is new on it becomes pending.

        Args:
            answer: the answer to :meth:`request`.
            now: the time, in seconds since 1970.
            whole: the page is handed out as it is, so that nothing of it becomes pending.

        Returns:
            The page; None when it is only the end of the walk.
        """
        page = answer.data
        first = self.page_number == self.start_page
        items: list[I] = parts(getattr(page, self.paging.items, None))
        marks = [self._mark(item) for item in items]
        new = self._new(items, marks)
        repeated = not new and marks == self._last
        for mark in marks:
            self._known.add(mark)
        self._last = marks
        self._stale = 0 if new else self._stale + 1
        if first and not whole:
            new = [(place, item) for place, item in new if place >= self.start_item]
        self._count += len(new)
        self.over = not items or repeated or self._stale > _STALE_PAGES
        self._estimate(page, len(items), first=first)
        self.page_number += 1
        if not whole:
            self._places = [place for place, _ in new]
            self.pending.extend(item for _, item in new)
        self._pause = pause_of(answer, now)
        return None if self.over and not first else page

    def _mark(self, item: I) -> int:
        """Tell one item from another; by all that it says when it has no number."""
        key = tuple(text(getattr(item, name, None)) for name in self.paging.identity)
        return self._known.mark(key if any(key) else (_content(item),))

    def _new(self, items: list[I], marks: list[int]) -> list[tuple[int, I]]:
        """Choose the items that no page before has brought, with their places: others have moved here meanwhile."""
        new = [place for place, mark in enumerate(marks) if mark not in self._known]
        if len({marks[place] for place in new}) < len(new):
            # The vendor may list one number twice on a page, each time with something else.
            told = {(marks[place], _content(items[place])): place for place in reversed(new)}
            new = sorted(told.values())
        return [(place, items[place]) for place in new]

    def _estimate(self, page: P, count: int, *, first: bool) -> None:
        """Take down how many items there are, and how many a page of this server holds."""
        said = getattr(page, self.paging.total, None)
        size = getattr(page, self.paging.size, None)
        if count and isinstance(said, int):
            self.total = said
        if isinstance(size, int) and 0 < size < self._size:
            self._size = size
        if first:
            if not count:
                self.total = said if isinstance(said, int) and self.start_page > 1 else 0
            elif self.start_page == 1 and self.total is not None and count < min(self._size, self.total):
                self._size = count  # silently fewer than were asked for, so that all pages have fewer
        elif self.over and self.start_page == 1:
            self.total = self._before + self._count
        if self.total is not None and self._count:
            self.total = max(self.total, self._before + self._count)


def _content(item: Any) -> str:
    made: str = item.to_json()
    return made


def pause_of(answer: ApiResponse[Any], now: float) -> float:
    """Return the seconds until the rate limit lets the next call through."""
    said = read_limits(answer.headers, now)
    if said.remaining != 0 or said.wait is None or said.soonest is None:
        return 0.0
    return min(said.wait, said.soonest + min(_MARGIN, said.soonest / 100), _LONGEST_PAUSE)
