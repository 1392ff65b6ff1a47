"""How prices are asked for, batch by batch: the decisions of both twins, without I/O."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from xi_sdk_resellers._operations.product_catalog import POST_PRICEANDAVAILABILITY
from xi_sdk_resellers._values.limits import read_limits
from xi_sdk_resellers._workflows.catalog.parts import Batch, Cutter, no_parts
from xi_sdk_resellers._workflows.catalog.price import Price, failed_prices, prices_of
from xi_sdk_resellers._workflows.walk import progress_bar
from xi_sdk_resellers.exceptions import (
    ApiConnectionException,
    ApiException,
    ApiValueError,
    ForbiddenException,
    OpenApiException,
    ServiceException,
    TokenException,
    TooManyRequestsException,
    UnauthorizedException,
)

if TYPE_CHECKING:
    from xi_sdk_resellers._settings.rate_budget import Grant, RateBudget
    from xi_sdk_resellers.api_response import ApiResponse

PRICES = POST_PRICEANDAVAILABILITY
"""The operation that tells prices."""
_CONCERN_ALL = (TokenException, UnauthorizedException, ForbiddenException)
"""Failures that no other batch would be spared."""
_OUTAGES = (ServiceException, ApiConnectionException)
_WAITS = 10
"""How often a batch is asked for again after the limit was used up."""
_LONGEST_WAIT = 60.0
"""The vendor counts by the minute, so that a longer wait only means that the clocks differ."""
MOST_IN_A_ROW = 3
"""After so many batches in a row that an outage has taken, the exception is raised instead of asking on."""


class Asking(NamedTuple):
    """What is asked for, besides the parts.

    Attributes:
        by: the kind of number that a text is.
        body: what the request says beside its products.
        arguments: the other arguments of the operation.
        batch_size: products in a request.
        start: the place of the first part that is wanted.
        budget: what says when the next call may be made; None when the client asks one itself.
    """

    by: str
    body: Mapping[str, Any]
    arguments: Mapping[str, Any]
    batch_size: int
    start: int
    budget: RateBudget | None

    def request(self, batch: Batch) -> dict[str, Any]:
        """Return the arguments of the call for a batch."""
        body = {**self.body, "products": [one.product for one in batch]}
        return {**self.arguments, "price_and_availability_request": body}

    def take(self) -> Grant | None:
        """Ask for a call: it may be made when there is no budget, or no wait in the grant."""
        return None if self.budget is None else self.budget.take(PRICES.name)

    def settle(self, grant: Grant | None, answer: object) -> None:
        """Tell the budget what has become of a call."""
        if self.budget is None or grant is None:
            return
        said = read_limits(getattr(answer, "headers", None) or {}, time.time())
        self.budget.settle(PRICES.name, grant.ticket, limit=said.limit, remaining=said.remaining, wait=said.soonest)

    def again_in(self, answer: object, waits: int) -> float | None:
        """Say after how many seconds a call is made again that others have left no room for; None when it is not.

        Args:
            answer: what has become of it.
            waits: how often it was waited for already.
        """
        if not isinstance(answer, TooManyRequestsException) or isinstance(answer, TokenException) or waits >= _WAITS:
            return None
        if answer.retry_at is None:
            return _LONGEST_WAIT
        left = answer.retry_at.timestamp() - time.time()
        return min(max(0.0, left), _LONGEST_WAIT)


def length_of(parts: object) -> int | None:
    """Return how many parts there are, when what was given knows it without reading them."""
    return len(cast("Sequence[object]", parts)) if isinstance(parts, (Sequence, Set)) else None


class PriceState:
    """What both twins of the walk through prices know without asking for anything."""

    def __init__(self, asking: Asking, total: int | None, *, progress: bool) -> None:
        self._asking = asking
        self._cutter = Cutter(asking.by, asking.batch_size, asking.start)
        self._pending: deque[tuple[int, Price]] = deque()
        self._batches: deque[Batch] = deque()
        """Batches that were cut and are not answered yet."""
        self._ended = False
        self._in_a_row = 0
        self._count = 0
        self._bar = progress_bar("parts") if progress else None
        if self._bar is not None:
            self._bar.total = total
        self.calls: int = 0
        """Requests that were answered or have failed for good."""
        self.refused: int = 0
        """Parts that the vendor has refused, among those that were handed out or wait to be."""
        self.failed: int = 0
        """Parts whose batch has failed, among those that were handed out or wait to be."""

    @property
    def next_part(self) -> int | None:
        """The place in ``parts`` to start from in another run: the first part that was not handed out; None at the end.

        Give it to :meth:`Catalog.prices` as ``start``, with the same parts.
        """
        if self._pending:
            return self._pending[0][0]
        if self._batches:
            return self._batches[0][0].place
        return None if self._ended else max(self._cutter.read, self._asking.start)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(next_part={self.next_part}, refused={self.refused}, failed={self.failed})"

    def _cut(self) -> bool:
        """Put the next batch with those that are asked for; say whether there was one."""
        batch = self._cutter.cut()
        if batch is None:
            self._ended = True
            if not self._cutter.read:
                raise no_parts()
            return False
        self._batches.append(batch)
        return True

    def _answered(self, answer: ApiResponse[Any] | OpenApiException) -> None:
        """Take in the outcome of the first batch: its parts become pending.

        Raises:
            OpenApiException: it concerns every batch. The same batch is asked for again when the loop goes on.
        """
        if isinstance(answer, OpenApiException):
            self._in_a_row = self._in_a_row + 1 if isinstance(answer, _OUTAGES) else 0
            hopeless = self._in_a_row >= MOST_IN_A_ROW
            if hopeless or isinstance(answer, _CONCERN_ALL) or not isinstance(answer, ApiException):
                self._in_a_row = 0
                raise answer
            found = failed_prices(self._batches[0], answer)
        else:
            self._in_a_row = 0
            found = prices_of(self._batches[0], answer.data)
        batch = self._batches.popleft()
        self.calls += 1
        self.refused += sum(one.refused for one in found)
        self.failed += sum(one.failed for one in found)
        self._pending.extend((one.place, price) for one, price in zip(batch, found, strict=True))

    def _refuse_used_up(self) -> None:
        """Refuse to make something of nothing, when everything was handed out before.

        Raises:
            ApiValueError: these prices are used up.
        """
        if self.next_part is None and self._count:
            raise ApiValueError(
                f"these prices are used up, {self._count:,} were handed out before: ask again, or use what you kept"
            )

    def _handed_out(self) -> Price:
        self._count += 1
        if self._bar is not None:
            self._bar.update(1)
        return self._pending.popleft()[1]

    def _close_bar(self) -> None:
        if self._bar is not None:
            self._bar.close()
