"""The lazy iterator over what a search finds, for the blocking client."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic

from xi_sdk_resellers import _display
from xi_sdk_resellers._workflows.pages import I, P
from xi_sdk_resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from typing_extensions import Self

    from xi_sdk_resellers._workflows.pages import Pager
    from xi_sdk_resellers.api_response import ApiResponse


class WalkState(Generic[P, I]):
    """What both twins of a walk know without fetching anything."""

    def __init__(self, pager: Pager[P, I], *, progress: bool) -> None:
        self._pager = pager
        self._ahead: P | None = None
        self._bar = progress_bar(pager.paging.noun) if progress else None

    @property
    def next_page(self) -> int | None:
        """The page to resume from: the first that was not handed out in full; None at the end."""
        return self._pager.next_page

    @property
    def next_item(self) -> int:
        """How many items of :attr:`next_page` were handed out, or moved there from another page: those to pass over.

        Give both to another search as ``start_page`` and ``start_item``, with the same filters and page size.
        """
        return self._pager.next_item

    def _refuse_used_up(self) -> None:
        """Refuse to make something of nothing, when everything was handed out before.

        Raises:
            ApiValueError: the search is used up.
        """
        pager = self._pager
        if pager.used_up and pager.handed_out:
            noun = pager.paging.noun
            raise ApiValueError(
                f"this search is used up, its {pager.handed_out:,} {noun} were handed out before: search again, "
                f"or use the {noun} that you have kept"
            )

    def __repr__(self) -> str:
        name = type(self).__name__
        return f"{name}({self._pager.arguments!r}, total={self._pager.total}, next_page={self.next_page})"

    def _taken(self, answer: ApiResponse[P], *, whole: bool) -> P | None:
        page = self._pager.take(answer, time.time(), whole=whole)
        if self._bar is not None:
            self._bar.total = self._pager.length
        return page

    def _advance(self, items: int) -> None:
        if self._bar is not None:
            self._bar.update(items)

    def _advance_page(self, page: P) -> P:
        self._advance(len(getattr(page, self._pager.paging.items, None) or ()))
        return page

    def _close_bar(self) -> None:
        if self._bar is not None:
            self._bar.close()


class Walk(WalkState[P, I], Iterator[I]):
    """All that a search finds, fetched page by page as it is asked for.

    It is an iterator: each item comes once. It ends with the first page that holds nothing, or nothing new, whatever
    the vendor says about totals. After an exception the same page is asked for again, so a loop can go on where it was.
    """

    def __init__(
        self,
        fetch: Callable[[dict[str, Any]], ApiResponse[P]],
        pager: Pager[P, I],
        sleep: Callable[[float], None],
        *,
        progress: bool = False,
    ) -> None:
        super().__init__(pager, progress=progress)
        self._fetch_page = fetch
        self._sleep = sleep

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> I:
        while not self._pager.pending:
            if self._pager.over:
                self._close_bar()
                raise StopIteration
            self._fetch()
        self._ahead = None
        self._advance(1)
        return self._pager.pending.popleft()

    def pages(self) -> Iterator[P]:
        """Walk through the pages instead of what they list: from the first one that was not fetched yet.

        Yields:
            Each page as the vendor sends it. One that holds nothing is handed out only when it is the first.
        """
        while True:
            page, self._ahead = self._ahead, None
            if page is not None:
                self._pager.pending.clear()
            elif not self._pager.over:
                page = self._fetch(whole=True)
            if page is None:
                self._close_bar()
                return
            yield self._advance_page(page)

    @property
    def total(self) -> int | None:
        """How many there are in all, as the vendor says; fetches the first page when there was none yet.

        None when the vendor does not say. It may be an estimate: when more come than it said, it grows, and at the end
        of a walk it is what has come.
        """
        self._peek()
        return self._pager.total

    def __len__(self) -> int:
        """Return how many the vendor says will come, from the start page on; fetches the first page if need be."""
        self._peek()
        length = self._pager.length
        if length is None:
            raise TypeError(f"the vendor did not say how many {self._pager.paging.noun} there are")
        return length

    def __bool__(self) -> bool:
        """Tell whether the search finds anything; fetches the first page if need be."""
        self._peek()
        return bool(self._pager.pending) or self._pager.total != 0

    def _repr_html_(self) -> str:
        # Somebody wants to see what was found: the first page is fetched, and nothing is handed out.
        self._peek()
        return _display.search_html(self._pager)

    def _peek(self) -> None:
        if self._pager.page_number == self._pager.start_page:
            self._ahead = self._fetch()

    def _fetch(self, *, whole: bool = False) -> P | None:
        pause = self._pager.pause()
        if pause:
            self._sleep(pause)
        answer = self._fetch_page(self._pager.request())
        return self._taken(answer, whole=whole)


def progress_bar(noun: str) -> Any:
    """Make tqdm's bar, the widget in a notebook that can show it."""
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a notebook without widgets gets the text bar; no need to say so
            from tqdm.auto import tqdm  # type: ignore[import-untyped]
    except ImportError as error:
        raise ImportError('progress=True needs tqdm: pip install "xi-resellers[notebook]"') from error
    return tqdm(unit=f" {noun}")
