"""The walk through the orders of a search, for the asyncio client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers import _display
from xi_sdk_resellers._workflows.walk_aio import AsyncWalk

if TYPE_CHECKING:
    import pandas
    import polars

    from xi_sdk_resellers._display.frames import Money
    from xi_sdk_resellers.models.order_search_response import (  # noqa: F401 - for the class's base
        OrderSearchResponse,
        OrderSearchResponseOrder,
    )


class AsyncOrderSearch(AsyncWalk["OrderSearchResponse", "OrderSearchResponseOrder"]):
    """All orders that a search finds, fetched page by page as they are asked for. Made by ``Orders.search``.

    It is an asynchronous iterator: each order comes once. It ends with the first page that holds no order, or no new
    one, whatever the vendor says about totals. After an exception the same page is asked for again, so a loop can go on
    where it was.
    """

    async def to_dataframe(self, *, money: Money = "decimal") -> pandas.DataFrame:
        """Fetch what is left and make a pandas table of it, one row an order.

        Needs the extra: ``pip install "xi-resellers[pandas]"``.

        Args:
            money: ``"decimal"`` for exact amounts, ``"float"`` for float64.

        Returns:
            A new table with the columns of :func:`xi_sdk_resellers.dataframes.to_dataframe`.

        Raises:
            ApiValueError: the search was used up: all that it had to give was handed out before.
            ImportError: pandas is not installed.
        """
        self._refuse_used_up()
        _display.require_pandas()
        return _display.frame([order async for order in self], money=money, rows="orders")

    async def to_polars(self, *, money: Money = "decimal") -> polars.DataFrame:
        """Fetch what is left and make a polars table of it, one row an order.

        Needs the extra: ``pip install "xi-resellers[polars]"``.

        Args:
            money: ``"decimal"`` for exact amounts, ``"float"`` for Float64.

        Returns:
            A new table with the columns of :func:`xi_sdk_resellers.dataframes.to_dataframe`.

        Raises:
            ApiValueError: the search was used up: all that it had to give was handed out before.
            ImportError: polars is not installed.
        """
        self._refuse_used_up()
        _display.require_polars()
        return _display.polars_frame([order async for order in self], money=money, rows="orders")


AsyncOrderSearch.__module__ = "xi_sdk_resellers.aio.orders"
