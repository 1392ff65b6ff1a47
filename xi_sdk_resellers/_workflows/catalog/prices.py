"""The lazy iterator over prices, for the blocking client."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from xi_sdk_resellers import _display
from xi_sdk_resellers._workflows.catalog.asking import Asking, PriceState, length_of
from xi_sdk_resellers._workflows.catalog.columns import PRICE_COLUMNS
from xi_sdk_resellers._workflows.catalog.price import Price
from xi_sdk_resellers.exceptions import ApiTypeError, OpenApiException

if TYPE_CHECKING:
    import pandas
    import polars
    from typing_extensions import Self

    from xi_sdk_resellers._display.frames import Money
    from xi_sdk_resellers.api_response import ApiResponse


Parts: TypeAlias = "str | Iterable[Any]"
"""Part numbers, or whatever has one."""


class Prices(PriceState, Iterator[Price]):
    """The prices of any number of parts, asked for batch by batch as they are wanted. Made by :meth:`Catalog.prices`.

    It is an iterator: each different part comes once, in the order in which it was given. A batch that fails does not
    stop it: its parts come with the ``error``. What no batch would be spared is raised, such as a refused token, and
    so is the third outage in a row; the same batch is then asked for again when the loop goes on.
    """

    def __init__(
        self,
        fetch: Callable[[dict[str, Any]], ApiResponse[Any]],
        parts: Iterable[Any],
        asking: Asking,
        sleep: Callable[[float], None],
        *,
        progress: bool = False,
    ) -> None:
        if not isinstance(parts, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ApiTypeError(f"parts must be something to iterate over, not {type(parts).__name__}")
        super().__init__(asking, length_of(parts), progress=progress)
        self._fetch = fetch
        self._parts = iter(parts)
        self._sleep = sleep

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Price:
        while not self._pending:
            if not self._batches and not self._read():
                self._close_bar()
                raise StopIteration
            self._ask()
        return self._handed_out()

    def _read(self) -> bool:
        """Read parts until a batch is full, or until there are no more."""
        for part in self._parts:
            if self._cutter.add(part):
                break
        return self._cut()

    def _ask(self) -> None:
        """Ask for the first batch, until it is answered or has failed for good."""
        waits = 0
        while (pause := self._asking.again_in(answer := self._once(), waits)) is not None:
            waits += 1
            self._sleep(pause)
        self._answered(answer)

    def _once(self) -> ApiResponse[Any] | OpenApiException:
        asking = self._asking
        while (grant := asking.take()) is not None and grant.wait > 0:
            self._sleep(grant.wait)
        answer: ApiResponse[Any] | OpenApiException
        try:
            answer = self._fetch(asking.request(self._batches[0]))
        except OpenApiException as error:
            answer = error
        asking.settle(grant, answer)
        return answer

    def to_dataframe(self, *, money: Money = "decimal") -> pandas.DataFrame:
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
        return _display.table(PRICE_COLUMNS, self, money=money)

    def to_polars(self, *, money: Money = "decimal") -> polars.DataFrame:
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
        return _display.polars_table(PRICE_COLUMNS, self, money=money)


Prices.__module__ = "xi_sdk_resellers.catalog"
