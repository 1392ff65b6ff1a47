"""The walk through the orders of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers import _display
from xi_sdk_resellers._operations.orders import GET_RESELLERS_V6_ORDERSEARCH
from xi_sdk_resellers._workflows.pages import Paging
from xi_sdk_resellers._workflows.walk import Walk

if TYPE_CHECKING:
    import pandas
    import polars

    from xi_sdk_resellers._display.frames import Money
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse, OrderSearchResponseOrder

ORDER_PAGES: Paging[OrderSearchResponse, OrderSearchResponseOrder] = Paging(
    GET_RESELLERS_V6_ORDERSEARCH, items="orders", identity=("ingram_order_number",), noun="orders"
)
"""How the search for orders gives its pages."""


class OrderSearch(Walk["OrderSearchResponse", "OrderSearchResponseOrder"]):
    """All orders that a search finds, fetched page by page as they are asked for. Made by :meth:`Orders.search`.

    It is an iterator: each order comes once. It ends with the first page that holds no order, or no new one, whatever
    the vendor says about totals. After an exception the same page is asked for again, so a loop can go on where it was.
    """

    def to_dataframe(self, *, money: Money = "decimal") -> pandas.DataFrame:
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
        return _display.frame(self, money=money, rows="orders")

    def to_polars(self, *, money: Money = "decimal") -> polars.DataFrame:
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
        return _display.polars_frame(self, money=money, rows="orders")


OrderSearch.__module__ = "xi_sdk_resellers.orders"
