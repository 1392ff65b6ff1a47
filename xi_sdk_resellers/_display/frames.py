"""Tables for pandas, by the fields of what they show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timezone
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from xi_sdk_resellers._display.shipments import Shipped, shipped
from xi_sdk_resellers._values.answers import extra_of, fields_of, items_of, value_of
from xi_sdk_resellers._values.dates import day
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    import pandas

Money = Literal["decimal", "float"]


Rows = Literal["orders", "lines"]


_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?")


REJECTED = "Rejected"
"""The status of a line that the vendor has rejected and that is therefore on no order."""


class Row(NamedTuple):
    """What one row is made from."""

    order: Any
    """The order."""
    whole: Any
    """The answer that the order is part of; the order itself when it is not part of one."""
    line: Any = None
    shipped: Shipped = Shipped()
    rejected: bool = False


class Column(NamedTuple):
    """One column of a table: its name, what kind of value it holds, and how to get it."""

    name: str
    kind: Literal["text", "integer", "boolean", "moment", "instant", "money"]
    value: Callable[[Any], object]


def frame(orders: object, *, money: Money, rows: Rows | None) -> pandas.DataFrame:
    """Make a pandas table of orders or of their lines. See :func:`xi_sdk_resellers.dataframes.to_dataframe`."""
    check_options(money, rows)
    pd = require_pandas()  # before the first page of a search is fetched for nothing
    return _frame(pd, *table_of(orders, rows), money)


def check_options(money: Money, rows: Rows | None) -> None:
    """Refuse options that there are not.

    Raises:
        ApiValueError: an unknown ``money`` or ``rows``.
    """
    _check("money", money, ("decimal", "float"))
    _check("rows", rows, ("orders", "lines", None))


def table_of(orders: object, rows: Rows | None) -> tuple[Sequence[Column], list[Row]]:
    """Choose the columns of a table, and what its rows are made from.

    Args:
        orders: the orders, see :func:`xi_sdk_resellers.dataframes.to_dataframe`.
        rows: what a row stands for; None for lines where there are any.

    Raises:
        ApiTypeError: something else than orders was given.
        ApiValueError: lines are asked for of a search result, which has none.
    """
    found = [row for item in _items(orders) for row in _orders_in(item)]
    if rows is None:
        rows = "lines" if any(_has_lines(row.order) for row in found) else "orders"
    if rows == "orders":
        return ORDER_COLUMNS, found
    for row in found:
        if not _has_lines(row.order):
            raise ApiValueError(f"{type(row.order).__name__} has no lines: get the details of the order first")
    return LINE_COLUMNS, [line for row in found for line in _lines_of(row)]


def table(columns: Sequence[Column], rows: Iterable[object], *, money: Money) -> pandas.DataFrame:
    """Make a pandas table of anything.

    Args:
        columns: what it has, and how each gets its value from what a row is made from.
        rows: what the rows are made from.
        money: ``"decimal"`` for exact amounts, ``"float"`` for float64.

    Raises:
        ApiValueError: an unknown ``money``.
        ImportError: pandas is not installed.
    """
    _check("money", money, ("decimal", "float"))
    return _frame(require_pandas(), columns, [*rows], money)


def field(*names: str) -> Callable[[object], object]:
    """Get the first of some fields that has a value, from what a row is made from."""
    return lambda row: _first(row, names)


def _check(name: str, value: object, known: tuple[object, ...]) -> None:
    if value not in known:
        raise ApiValueError(f"{name} must be one of {known}, not {value!r}")


def _items(orders: object) -> Iterator[object]:
    """Yield the models in what was given; each page or answer counts as one."""
    given = orders
    if _is_order(orders) or _is_answer(orders):
        yield orders
    elif isinstance(orders, Iterable) and not isinstance(orders, (str, bytes, Mapping)):
        yield from cast("Iterable[object]", orders)
    else:
        raise _no_orders(given)


def _no_orders(item: object) -> ApiTypeError:
    return ApiTypeError(f"orders must be an order, a search result or several of them, not {type(item).__name__}")


def _orders_in(item: object) -> Iterator[Row]:
    if _is_answer(item):
        item = cast("Any", item).data
    if not _is_order(item):
        raise _no_orders(item)
    if "orders" not in fields_of(item):
        yield Row(item, item)
        return
    for order in _list(item, "orders"):
        if _is_order(order):
            yield Row(order, item)


def _is_order(item: object) -> bool:
    return not {"orders", "ingram_order_number"}.isdisjoint(fields_of(item))


def _is_answer(item: object) -> bool:
    return type(item).__name__ == "ApiResponse" and hasattr(item, "status_code")


def _has_lines(order: object) -> bool:
    return "lines" in fields_of(order)


def _list(owner: object, name: str) -> list[object]:
    return items_of(value_of(owner, name))


def _lines_of(row: Row) -> Iterator[Row]:
    for line in _list(row.order, "lines"):
        yield row._replace(line=line, shipped=shipped(line))
    for line in _list(row.order, "rejected_line_items"):
        yield row._replace(line=line, rejected=True)


def _of_order(*names: str) -> Callable[[Row], object]:
    """Get the first of some fields that has a value, from the order or the answer that it is part of."""
    return lambda row: _first(row.order, names) or _first(row.whole, names)


def _of_line(*names: str) -> Callable[[Row], object]:
    """Get the first of some fields that has a value, from the line."""
    return lambda row: _first(row.line, names)


def _first(owner: object, names: tuple[str, ...]) -> Any:
    for name in names:
        value = value_of(owner, name)
        if value is not None and value != "":
            return value
    return None


def _joined(name: str) -> Callable[[Row], object]:
    """Get the texts that the shipments of a line say, joined."""
    return lambda row: ", ".join(getattr(row.shipped, name)) or None


def _end_user(row: Row) -> object:
    info = value_of(row.order, "end_user_info") or value_of(row.whole, "end_user_info")
    return value_of(row.order, "end_user_company_name") or value_of(info, "company_name")


def _order_currency(row: Row) -> object:
    # Searches name no currency in the contract; when the vendor does send one, it is an extra key.
    return value_of(row.order, "currency_code") or extra_of(row.order).get("currencyCode")


def _currency(row: Row) -> object:
    return value_of(row.line, "currency_code") or _order_currency(row)


def _line_status(row: Row) -> object:
    return REJECTED if row.rejected else value_of(row.line, "line_status")


def _sub_orders(row: Row) -> object:
    if not _has_lines(row.order):
        return sum(1 for part in _list(row.order, "sub_orders") if value_of(part, "sub_order_number"))
    numbers = {value_of(line, "sub_order_number") for line in _list(row.order, "lines")}
    return len(numbers - {None, ""})


def _quantity_shipped(row: Row) -> object:
    return None if row.rejected else row.shipped.quantity


def _day_of(name: str, at: int) -> Callable[[Row], object]:
    """Get the first or the last of the days that the shipments of a line say."""

    def value(row: Row) -> object:
        days: tuple[Any, ...] = getattr(row.shipped, name)
        return days[at] if days else None

    return value


def _ordered_at(row: Row) -> object:
    return instant_value(_of_order("ingram_order_date", "order_modified_date")(row))


_HEAD = (
    Column("ingram_order_number", "text", _of_order("ingram_order_number")),
    Column("ingram_order_date", "moment", _of_order("ingram_order_date", "order_modified_date")),
    Column("ordered_at", "instant", _ordered_at),
    Column("customer_order_number", "text", _of_order("customer_order_number")),
    Column("end_customer_order_number", "text", _of_order("end_customer_order_number")),
    Column("order_type", "text", _of_order("order_type")),
    Column("order_status", "text", _of_order("order_status")),
)


ORDER_COLUMNS = (
    *_HEAD,
    Column("vendor_name", "text", _of_order("vendor_name")),
    Column("vendor_sales_order_number", "text", _of_order("vendor_sales_order_number")),
    Column("end_user_company_name", "text", _end_user),
    Column("order_total", "money", _of_order("order_total")),
    Column("currency_code", "text", _order_currency),
    Column("sub_orders", "integer", _sub_orders),
)


LINE_COLUMNS = (
    *_HEAD,
    Column("line_number", "text", _of_line("ingram_order_line_number", "ingram_line_number")),
    Column("customer_line_number", "text", _of_line("customer_line_number", "customer_linenumber")),
    Column("sub_order_number", "text", _of_line("sub_order_number")),
    Column("line_status", "text", _line_status),
    Column("ingram_part_number", "text", _of_line("ingram_part_number")),
    Column("vendor_part_number", "text", _of_line("vendor_part_number")),
    Column("vendor_name", "text", _of_line("vendor_name")),
    Column("part_description", "text", _of_line("part_description")),
    Column("quantity_ordered", "integer", _of_line("quantity_ordered")),
    Column("quantity_confirmed", "integer", _of_line("quantity_confirmed")),
    Column("quantity_back_ordered", "integer", _of_line("quantity_back_ordered")),
    Column("quantity_shipped", "integer", _quantity_shipped),
    Column("unit_price", "money", _of_line("unit_price")),
    Column("extended_price", "money", _of_line("extended_price", "extended_unit_price")),
    Column("tax_amount", "money", _of_line("tax_amount")),
    Column("currency_code", "text", _currency),
    Column("special_bid_number", "text", _of_line("special_bid_number")),
    Column("requested_delivery_date", "moment", _of_line("requested_deliverydate")),
    Column("promised_delivery_date", "moment", _of_line("promised_delivery_date")),
    Column("back_order_eta_date", "moment", _of_line("back_order_eta_date")),
    Column("first_shipped_date", "moment", _day_of("shipped", 0)),
    Column("last_shipped_date", "moment", _day_of("shipped", -1)),
    Column("estimated_delivery_date", "moment", _day_of("estimated_delivery", -1)),
    Column("last_delivered_date", "moment", _day_of("delivered", -1)),
    Column("carriers", "text", _joined("carriers")),
    Column("tracking_numbers", "text", _joined("tracking_numbers")),
    Column("invoice_numbers", "text", _joined("invoice_numbers")),
    Column("reject_code", "text", _of_line("reject_code")),
    Column("reject_reason", "text", _of_line("reject_reason")),
)


def require_pandas() -> Any:
    """Import pandas.

    Raises:
        ImportError: it is not installed; the message names the extra.
    """
    try:
        import pandas as pd
    except ImportError as missing:
        raise ImportError('to_dataframe() needs pandas: pip install "xi-resellers[pandas]"') from missing
    return pd


def _frame(pd: Any, columns: Sequence[Column], rows: Sequence[object], money: Money) -> pandas.DataFrame:
    values = {column: [column.value(row) for row in rows] for column in columns}
    made: pandas.DataFrame = pd.DataFrame(
        {column.name: column_array(pd, column.kind, found, money) for column, found in values.items()}
    )
    return made


def column_array(pd: Any, kind: str, values: Sequence[object], money: Money) -> Any:
    """Make one column of the type that fits its kind."""
    if kind == "text":
        return pd.array([text_value(value) for value in values], dtype="string")
    if kind == "integer":
        return pd.array([integer_value(value) for value in values], dtype="Int64")
    if kind == "boolean":
        return pd.array([truth_value(value) for value in values], dtype="boolean")
    if kind == "moment":
        import numpy as np

        return pd.Series(np.array([moment_value(value) for value in values], dtype="datetime64[us]"))
    if kind == "instant":
        return pd.Series(values, dtype="datetime64[us, UTC]")
    amounts = [amount_value(value) for value in values]
    if money == "float":
        return pd.Series([float("nan") if one is None else float(one) for one in amounts], dtype="float64")
    return pd.Series(amounts, dtype="object")


def text_value(value: object) -> str | None:
    """Read a text."""
    if isinstance(value, Enum):
        value = value.value
    return None if value is None else str(value)


def truth_value(value: object) -> bool | None:
    """Read true or false, also as text."""
    if isinstance(value, str):
        return {"true": True, "false": False, "y": True, "n": False}.get(value.strip().lower())
    return value if isinstance(value, bool) else None


def integer_value(value: object) -> int | None:
    """Read a whole number, also one that came as text or with decimals."""
    exact = amount_value(value)
    if exact is None or exact.adjusted() > 18 or exact != exact.to_integral_value() or abs(exact) >= 2**63:
        return None
    return int(exact)


def amount_value(value: object) -> Decimal | None:
    """Read an amount of money, also one that came as text."""
    if value is None or isinstance(value, bool) or not isinstance(value, (str, int, float, Decimal)):
        return None
    try:
        amount = Decimal(str(value) if isinstance(value, float) else value)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def moment_value(value: object) -> datetime | None:
    """Read a day or a moment as the clock at its place showed it."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if not isinstance(value, str) or not value.strip():
        return None
    found = _ISO.match(value)
    try:
        return datetime.fromisoformat(" ".join(filter(None, found.groups())) if found else day(value).isoformat())
    except ValueError:
        return None


def instant_value(value: object) -> datetime | None:
    """Read a moment that says its time zone, in UTC; None for one that does not, and for days."""
    found: object = value
    if isinstance(value, str) and _ISO.match(value):
        from dateutil.parser import isoparse

        try:
            found = isoparse(value.strip())
        except (ValueError, OverflowError):
            return None
    if not isinstance(found, datetime) or found.tzinfo is None:
        return None
    try:
        return found.astimezone(timezone.utc)
    except OverflowError:
        return None
