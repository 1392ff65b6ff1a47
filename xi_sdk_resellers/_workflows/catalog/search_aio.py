"""The walk through the products of a search, for the asyncio client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers import _display
from xi_sdk_resellers._workflows.catalog.columns import PRODUCT_COLUMNS
from xi_sdk_resellers._workflows.walk_aio import AsyncWalk

if TYPE_CHECKING:
    import pandas
    import polars

    from xi_sdk_resellers._display.frames import Money
    from xi_sdk_resellers.models.product_search_response import (  # noqa: F401 - for the class's base
        ProductSearchItem,
        ProductSearchResponse,
    )


class AsyncProductSearch(AsyncWalk["ProductSearchResponse", "ProductSearchItem"]):
    """All products that a search finds, fetched page by page as they are asked for. Made by ``Catalog.search``.

    It is an asynchronous iterator: each product comes once. It ends with the first page that holds no product, or no
    new one, whatever the vendor says about totals. After an exception the same page is asked for again, so a loop can
    go on where it was.
    """

    async def to_dataframe(self, *, money: Money = "decimal") -> pandas.DataFrame:
        """Fetch what is left and make a pandas table of it, one row a product.

        Needs the extra: ``pip install "xi-resellers[pandas]"``.

        Args:
            money: taken for the sake of other tables; products have no prices.

        Returns:
            A new table with a fixed set of columns.

        Raises:
            ApiValueError: all was handed out before.
            ImportError: pandas is not installed.
        """
        self._refuse_used_up()
        _display.require_pandas()
        return _display.table(PRODUCT_COLUMNS, [product async for product in self], money=money)

    async def to_polars(self, *, money: Money = "decimal") -> polars.DataFrame:
        """Fetch what is left and make a polars table of it, one row a product.

        Needs the extra: ``pip install "xi-resellers[polars]"``.

        Args:
            money: taken for the sake of other tables; products have no prices.

        Returns:
            A new table with the columns of :meth:`to_dataframe`.

        Raises:
            ApiValueError: all was handed out before.
            ImportError: polars is not installed.
        """
        self._refuse_used_up()
        _display.require_polars()
        return _display.polars_table(PRODUCT_COLUMNS, [product async for product in self], money=money)


AsyncProductSearch.__module__ = "xi_sdk_resellers.aio.catalog"
