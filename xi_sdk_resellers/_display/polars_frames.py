"""Tables for polars: the same columns and rows as those for pandas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._display.frames import (
    Column,
    Money,
    Rows,
    amount_value,
    check_options,
    integer_value,
    moment_value,
    table_of,
    text_value,
    truth_value,
)

if TYPE_CHECKING:
    import polars

_DIGITS = 38
"""Digits that an amount can have in polars."""


def polars_frame(orders: object, *, money: Money, rows: Rows | None) -> polars.DataFrame:
    """Make a polars table of orders or of their lines. See :func:`xi_sdk_resellers.dataframes.to_polars`."""
    check_options(money, rows)
    pl = require_polars()  # before the first page of a search is fetched for nothing
    return _frame(pl, *table_of(orders, rows), money)


def polars_table(columns: Sequence[Column], rows: Iterable[object], *, money: Money) -> polars.DataFrame:
    """Make a polars table of anything. See :func:`xi_sdk_resellers._display.frames.table`."""
    check_options(money, None)
    return _frame(require_polars(), columns, [*rows], money)


def _frame(pl: Any, columns: Sequence[Column], rows: Sequence[object], money: Money) -> polars.DataFrame:
    series = [_series(pl, column.name, column.kind, [column.value(row) for row in rows], money) for column in columns]
    made: polars.DataFrame = pl.DataFrame(series)
    return made


def require_polars() -> Any:
    """Import polars.

    Raises:
        ImportError: it is not installed; the message names the extra.
    """
    try:
        import polars as pl
    except ImportError as missing:
        raise ImportError('to_polars() needs polars: pip install "xi-resellers[polars]"') from missing
    return pl


def _series(pl: Any, name: str, kind: str, values: Sequence[object], money: Money) -> Any:
    """Make one column of the type that fits its kind."""
    if kind == "text":
        return pl.Series(name, [text_value(value) for value in values], dtype=pl.String)
    if kind == "integer":
        return pl.Series(name, [integer_value(value) for value in values], dtype=pl.Int64)
    if kind == "boolean":
        return pl.Series(name, [truth_value(value) for value in values], dtype=pl.Boolean)
    if kind == "moment":
        return pl.Series(name, [moment_value(value) for value in values], dtype=pl.Datetime("us"))
    if kind == "instant":
        return pl.Series(name, values, dtype=pl.Datetime("us", "UTC"))
    amounts = [amount_value(value) for value in values]
    if money == "float":
        return pl.Series(name, [None if one is None else float(one) for one in amounts], dtype=pl.Float64)
    scale = max([2, *(_decimals(one) for one in amounts if one is not None)])
    return pl.Series(name, [_fitting(one, scale) for one in amounts], dtype=pl.Decimal(_DIGITS, scale))


def _decimals(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    return min(-exponent, _DIGITS // 2) if isinstance(exponent, int) and exponent < 0 else 0


def _fitting(amount: Decimal | None, scale: int) -> Decimal | None:
    """Leave out an amount that no column of polars can hold."""
    if amount is None or (amount and amount.adjusted() + scale >= _DIGITS):
        return None
    return round(amount, scale)
