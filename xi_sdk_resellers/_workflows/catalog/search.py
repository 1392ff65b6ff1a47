"""The walk through the products of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers import _display
from xi_sdk_resellers._operations.product_catalog import GET_RESELLER_V6_PRODUCTSEARCH
from xi_sdk_resellers._workflows.catalog.columns import PRODUCT_COLUMNS
from xi_sdk_resellers._workflows.pages import Paging
from xi_sdk_resellers._workflows.walk import Walk

if TYPE_CHECKING:
    import pandas
    import polars

    from xi_sdk_resellers._display.frames import Money
    from xi_sdk_resellers.models.product_search_response import ProductSearchItem, ProductSearchResponse

PRODUCT_PAGES: Paging[ProductSearchResponse, ProductSearchItem] = Paging(
    GET_RESELLER_V6_PRODUCTSEARCH, items="catalog", identity=("ingram_part_number",), noun="products"
)
"""How the search for products gives its pages."""


class ProductSearch(Walk["ProductSearchResponse", "ProductSearchItem"]):
    """All products that a search finds, fetched page by page as they are asked for. Made by :meth:`Catalog.search`.

    It is an iterator: each product comes once. It ends with the first page that holds no product, or no new one,
    whatever the vendor says about totals. After an exception the same page is asked for again, so a loop can go on
    where it was.
    """

    def to_dataframe(self, *, money: Money = "decimal") -> pandas.DataFrame:
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
        return _display.table(PRODUCT_COLUMNS, self, money=money)

    def to_polars(self, *, money: Money = "decimal") -> polars.DataFrame:
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
        return _display.polars_table(PRODUCT_COLUMNS, self, money=money)


ProductSearch.__module__ = "xi_sdk_resellers.catalog"
