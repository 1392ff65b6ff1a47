"""Tables of orders for pandas and polars: one row an order, or one row a line of an order.

Need an extra: ``pip install "xi-resellers[pandas]"`` or ``"xi-resellers[polars]"``. Columns and their types are always
the same, also when there is nothing to show, so that frames from different calls can be put together:

- texts are ``string``, whole numbers ``Int64``; what is missing is ``<NA>``;
- days and moments are ``datetime64[us]`` in the time zone in which the vendor wrote them, without its offset, so that
  they can be compared, subtracted and exported; what can't be read is ``NaT``;
- ``ordered_at`` is the moment of the order in UTC, ``datetime64[us, UTC]``, where the vendor wrote its offset;
- money is ``Decimal`` (exact, dtype ``object``) or, with ``money="float"``, ``float64`` (fast, for plots).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from xi_sdk_resellers._display.frames import LINE_COLUMNS, ORDER_COLUMNS, Money, Rows, frame, require_pandas
from xi_sdk_resellers._display.polars_frames import polars_frame

if TYPE_CHECKING:
    import pandas
    import polars

    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.order_create_response import OrderCreateResponse, OrderCreateResponseOrder
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.models.order_modify_response import OrderModifyResponse
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse, OrderSearchResponseOrder

    Order: TypeAlias = (
        OrderDetailB2B
        | OrderCreateResponse
        | OrderCreateResponseOrder
        | OrderModifyResponse
        | OrderSearchResponse
        | OrderSearchResponseOrder
    )
    Orders: TypeAlias = Order | ApiResponse[Any] | Iterable[Order | ApiResponse[Any]]


__all__ = ["LINE_COLUMNS", "ORDER_COLUMNS", "Money", "Rows", "require_pandas", "to_dataframe", "to_polars"]


def to_dataframe(orders: Orders, *, money: Money = "decimal", rows: Rows | None = None) -> pandas.DataFrame:
    """Make a pandas table of orders or of their lines.

    Args:
        orders: details of an order, the answer to a creation or a change, a search result, or any iterable of them,
            such as ``Orders.search(...)``; an ApiResponse stands for its data.
        money: ``"decimal"`` for exact amounts, ``"float"`` for float64.
        rows: ``"orders"`` for one row an order, ``"lines"`` for one row a line, rejected lines included. None takes
            lines for everything that has lines, and orders for search results and for an iterable without anything.

    Returns:
        A new table with a fixed set of columns.

    Raises:
        ApiTypeError: something else than orders was given.
        ApiValueError: lines are asked for of a search result, which has none; or an unknown ``money`` or ``rows``.
        ImportError: pandas is not installed.
    """
    return frame(orders, money=money, rows=rows)


def to_polars(orders: Orders, *, money: Money = "decimal", rows: Rows | None = None) -> polars.DataFrame:
    """Make a polars table of orders or of their lines, with the columns of :func:`to_dataframe`.

    Texts are ``String``, whole numbers ``Int64``, days and moments ``Datetime``, money is ``Decimal`` with as many
    decimals as the amounts have; what is missing is null.

    Args:
        orders: as for :func:`to_dataframe`.
        money: ``"decimal"`` for exact amounts, ``"float"`` for ``Float64``.
        rows: as for :func:`to_dataframe`.

    Returns:
        A new table with a fixed set of columns.

    Raises:
        ApiTypeError: something else than orders was given.
        ApiValueError: lines are asked for of a search result, which has none; or an unknown ``money`` or ``rows``.
        ImportError: polars is not installed.
    """
    return polars_frame(orders, money=money, rows=rows)
