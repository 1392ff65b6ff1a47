"""Choose what of a model is worth showing, and write it as short texts. No markup, no I/O.

A :class:`Card` is one model: a title, some facts, and the tables and cards of its parts. However large the model is,
the card stays small: everything that is long is cut, and says how much there is more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import islice
from typing import Any, Literal, Protocol, cast

from xi_sdk_resellers._display.shipments import shipped
from xi_sdk_resellers._values.answers import extra_of, fields_of, is_model, items_of, value_of

MAX_ROWS = 25
"""Rows of a table that are shown."""
MAX_PART_ROWS = 10
"""Rows of a table in one of several cards."""
MAX_CARDS = 5
MAX_FIELDS = 200
MAX_FACTS = 40
MAX_COLUMNS = 10
MAX_SECTIONS = 8
MAX_TEXT = 200
MAX_CELL = 60
NOTHING = "–"  # noqa: RUF001 - a dash for people
"""What an important column shows when there is no value."""
HIDDEN = "***"
"""What is shown instead of a secret."""


class Search(Protocol):
    """What is shown of a search that is fetched page by page."""

    @property
    def pending(self) -> Iterable[Any]:
        """Orders that were fetched and not handed out yet."""
        ...

    @property
    def arguments(self) -> Mapping[str, Any]:
        """The filters."""
        ...

    @property
    def total(self) -> int | None:
        """How many were found."""
        ...

    @property
    def next_page(self) -> int | None:
        """The page that comes next."""
        ...

    @property
    def over(self) -> bool:
        """Whether there are no more pages to fetch."""
        ...


Kind = Literal["text", "number", "status"]

_SECRET = re.compile(r"(access|refresh|id|bearer)_?token|secret|password|authorization|api_?key|^token$", re.IGNORECASE)
_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)\S*$")
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])")

_TITLES = {
    "OrderDetailB2B": ("Order", "ingram_order_number"),
    "OrderCreateResponse": ("Created for", "customer_order_number"),
    "OrderCreateResponseOrder": ("Order", "ingram_order_number"),
    "OrderModifyResponse": ("Changed order", "ingram_order_number"),
    "OrderSearchResponseOrder": ("Order", "ingram_order_number"),
    "OrderCreateRequest": ("Order request", "customer_order_number"),
    "OrderModifyRequest": ("Change request", ""),
    "AsyncOrderCreateDTO": ("Order request", "customer_order_number"),
    "AsyncOrderCreateResponse": ("Accepted for placing", "confirmation_number"),
}
_AMOUNTS = ("order_total", "purchase_order_total", "sub_order_total")
_STATUSES = ("order_status", "line_status", "sub_order_status")
_FIRST = (
    "customer_order_number",
    "ingram_order_date",
    "order_type",
    "ship_to_info",
    "end_customer_order_number",
    "end_user_info",
)
_LABELS = {
    "customer_order_number": "PO number",
    "end_customer_order_number": "End customer's PO number",
    "ingram_order_date": "Order date",
    "ingram_order_number": "Order",
    "ingram_part_number": "Part",
    "back_order_eta_date": "Backorder expected",
}
_UPPER = {"id": "ID", "url": "URL", "upc": "UPC", "uom": "unit", "vmf": "VMF", "var": ""}


def is_secret(name: str) -> bool:
    """Tell from a field's name whether its value must never be shown."""
    return _SECRET.search(name) is not None


def set_fields(model: Any) -> Iterator[tuple[str, Any]]:
    """Yield name and value of everything that was set or came, apart from nulls; secrets are masked."""
    for name in fields_of(model):
        if (value := value_of(model, name)) is not None:
            yield name, HIDDEN if is_secret(name) else value
    for name, value in extra_of(model).items():
        if value is not None and name not in model.other_spellings:
            yield name, HIDDEN if is_secret(name) else value


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    label: str
    kind: Kind
    value: Callable[[Any], object]
    always: bool = False
    """Whether the column stays when no row has anything in it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A list of parts: one row each, as far as they are shown."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    more: int
    """How many rows are left out."""


@dataclass(slots=True)
class Card:
    """One model, ready to be printed."""

    title: str
    class_name: str
    status: str = ""
    amount: str = ""
    facts: list[tuple[str, str]] = field(default_factory=lambda: [])
    sections: list[Table | Card] = field(default_factory=lambda: [])
    more: str = ""
    """What is left out, in words."""


def card(model: Any, *, part: bool = False) -> Card:
    """Choose what to show of a model.

    Args:
        model: any model.
        part: whether the card is one of several inside another.

    Returns:
        Its card.
    """
    fields = dict(islice(set_fields(model), MAX_FIELDS))
    if "records_found" in fields_of(model):
        return _page_card(model, fields)
    made = Card(_title(model, fields), type(model).__name__)
    made.amount = _take_amount(fields)
    made.status = status_text(next((fields.pop(name) for name in _STATUSES if name in fields), ""))
    facts: list[tuple[str, str]] = []
    sections: list[Table | Card] = []
    notes: list[str] = []
    for name in sorted(fields, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST)):
        found = _sections(name, fields[name], MAX_PART_ROWS if part else MAX_ROWS)
        sections += found
        if not found and (text := fact_text(fields[name])):
            facts.append((label(name), text))
        elif found and isinstance(found[0], Card) and (more := len(fields[name]) - len(found)) > 0:
            notes.append(f"{more:,} more {label(name).lower()}")
    if (more := len(facts) - MAX_FACTS + max(0, len(sections) - MAX_SECTIONS)) > 0:
        notes.append(f"{more:,} more fields")
    made.facts, made.sections = facts[:MAX_FACTS], sections[:MAX_SECTIONS]
    made.more = f"… and {', '.join(notes)}" if notes else ""
    return made


def orders_card(title: str, orders: Sequence[Any], total: int | None, facts: Sequence[tuple[str, str]] = ()) -> Card:
    """Make the card of a search: a table of orders, with what is known about it as a whole.

    Args:
        title: what the card is called.
        orders: the orders of the table.
        total: how many the search has found; None when that is not known.
        facts: what else to say.

    Returns:
        The card, without a table when there are no orders.
    """
    amount = "" if total is None else f"{total:,} order{'' if total == 1 else 's'}"
    table = _table("", ORDER_COLUMNS, orders[:MAX_ROWS], len(orders))
    return Card(title, "", "", amount, [*facts], [table] if orders else [])


def search_card(pager: Search) -> Card:
    """Make the card of a search that is fetched page by page: what comes next of it.

    Args:
        pager: where the search is.

    Returns:
        The card.
    """
    coming = list(pager.pending)
    facts = [(label(name.removesuffix("_bt")), _filter_text(value)) for name, value in pager.arguments.items()]
    made = orders_card("Order search", coming[:MAX_PART_ROWS], pager.total, facts)
    made.class_name = "OrderSearch"
    if pager.next_page is None:
        made.more = "No more orders."
    elif pager.over:
        made.more = f"{len(coming):,} orders are still to come."
    elif coming:
        made.more = f"{len(coming):,} orders are fetched; more pages come when they are asked for."
    else:
        made.more = "The next page comes when it is asked for."
    return made


def _filter_text(value: object) -> str:
    items = items_of(value) or [value]
    both = len(items) == 2 and all(isinstance(item, date) for item in items)
    return shorten((" to " if both else ", ").join(map(scalar_text, items)), MAX_TEXT)


def _page_card(page: Any, fields: dict[str, Any]) -> Card:
    """Make the card of one page of a search."""
    orders = items_of(fields.pop("orders", None))
    total = fields.pop("records_found", None)
    number, size = (scalar_text(fields.pop(name, None)) for name in ("page_number", "page_size"))
    for link in ("next_page", "previous_page"):
        fields.pop(link, None)
    facts = [("Page", f"{number}, with up to {size} orders" if size else number)] if number else []
    facts += [(label(name), text) for name, value in fields.items() if (text := fact_text(value))]
    made = orders_card("Search result", orders, total if isinstance(total, int) else None, facts[:MAX_FACTS])
    made.class_name = type(page).__name__
    made.more = "" if orders else "No orders on this page."
    return made


def label(name: str) -> str:
    """Write a field's name for people."""
    if name in _LABELS:
        return _LABELS[name]
    words = _WORD.sub("_", name).lower().removesuffix("_info").split("_")
    text = " ".join(filter(None, (_UPPER.get(word, word) for word in words)))
    return shorten(text[:1].upper() + text[1:], 40)


def scalar_text(value: object) -> str:
    """Write a single value the way people read it; the empty text for nothing."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return money_text(value)
    if isinstance(value, int):
        return str(value) if value.bit_length() < 200 else "(a huge number)"
    if value is None:
        return ""
    return str(value) if isinstance(value, (str, float, date)) else bounded_repr(value)


def money_text(value: Decimal) -> str:
    """Write an amount with thousands separated and two decimals at least."""
    if not value.is_finite() or abs(value.adjusted()) > 18 or len(value.as_tuple().digits) > 30:
        return shorten(str(value), 40)
    decimals = max(2, -cast("int", value.normalize().as_tuple().exponent))
    return f"{value:,.{decimals}f}"


def moment_text(value: object) -> str:
    """Write a moment to the minute in its own time zone; everything else as it is."""
    text = scalar_text(value)
    found = _MOMENT.match(text)
    return f"{found[1]} {found[2]}" if found else text


def status_text(value: object) -> str:
    """Write a status without its code's prefix, such as `im::`, and not in capitals."""
    text = scalar_text(value).rpartition("::")[2].replace("_", " ").strip()
    return shorten(text[:1].upper() + text[1:].lower(), 40)


def fact_text(value: object) -> str:
    """Write any value on one line, shortened."""
    return shorten(_flat(value, 3), MAX_TEXT)


def shorten(text: str, limit: int) -> str:
    """Cut a text to a number of characters, on one line."""
    flat = " ".join(text[: limit * 4].split())
    return flat if len(flat) <= limit and len(text) <= limit * 4 else f"{flat[: limit - 1].rstrip()}…"


def bounded_repr(value: object, limit: int = MAX_TEXT) -> str:
    """Write a value as Python would, cut to about a number of characters, without secrets."""
    return "".join(_repr_parts(value, [limit], 0))


def _repr_parts(value: object, left: list[int], depth: int) -> Iterator[str]:
    """Yield the parts of a value's repr until there is no room left.

    Args:
        value: anything.
        left: how many characters may still be written; counted down.
        depth: how deep the value is in the one that is shown.
    """
    if left[0] <= 0:
        yield "…"
    elif is_model(value):
        pairs = ((f"{name}=", item) for name, item in set_fields(value))
        yield from _wrapped(f"{type(value).__name__}(", pairs, ")", left, depth, 0)
    elif isinstance(value, (list, tuple)):
        items = cast("Sequence[object]", value)
        yield from _wrapped("[", (("", item) for item in items[:3]), "]", left, depth, len(items) - 3)
    elif isinstance(value, dict):
        known = cast("dict[object, object]", value)
        some = ((str(key)[:40], item) for key, item in islice(known.items(), 10))
        masked = ((f"{key!r}: ", HIDDEN if is_secret(key) else item) for key, item in some)
        yield from _wrapped("{", masked, "}", left, depth, len(known) - 10)
    else:
        text = _leaf(value)
        left[0] -= len(text)
        yield text


def _wrapped(
    start: str, pairs: Iterator[tuple[str, object]], end: str, left: list[int], depth: int, more: int
) -> Iterator[str]:
    yield start
    left[0] -= len(start) + len(end)
    first = True
    for name, item in pairs:
        if left[0] <= 0 or depth > 5:
            yield "…" if first else ", …"
            break
        yield name if first else f", {name}"
        left[0] -= len(name) + 2
        yield from _repr_parts(item, left, depth + 1)
        first = False
    else:
        if more > 0:
            yield f", … and {more:,} more"
    yield end


def _leaf(value: object) -> str:
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, str):
        return repr(value) if len(value) <= 80 else repr(f"{value[:79]}…")
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        huge = value.bit_length() > 200 if isinstance(value, int) else len(value.as_tuple().digits) > 60
        return "(a huge number)" if huge else repr(value)
    if value is None or isinstance(value, (bool, float, date)):
        return repr(value)
    return shorten(repr(value), 80)


def _title(model: object, fields: dict[str, Any]) -> str:
    for base in type(model).__mro__:
        if base.__name__ in _TITLES:
            words, name = _TITLES[base.__name__]
            return shorten(f"{words} {scalar_text(fields.pop(name, ''))}".strip(), 80)
    return type(model).__name__


def _take_amount(fields: dict[str, Any]) -> str:
    """Take the total and its currency out of the fields."""
    name = next((name for name in _AMOUNTS if name in fields), None)
    if name is None:
        return ""
    amount = scalar_text(fields.pop(name))
    currency = fields.pop("currency_code", None) or _currency_of_parts(fields.get("orders"))
    return shorten(f"{amount} {scalar_text(currency)}".strip(), 60)


def _currency_of_parts(orders: object) -> object:
    """Return the currency of the orders in an answer, when they all have the same."""
    known = items_of(orders)[:MAX_ROWS]
    found = {currency for order in known if isinstance(currency := getattr(order, "currency_code", None), str)}
    return found.pop() if len(found) == 1 else None


def _sections(name: str, value: object, rows: int) -> list[Table | Card]:
    """Make what shows a list of models: a table, or a card each; nothing when one line is enough."""
    every = items_of(value)
    items = every[:rows]
    models = [item for item in items if is_model(item)]
    if not models:
        return []
    if name == "orders" and any(hasattr(item, "lines") for item in models):
        return [card(item, part=True) for item in models[:MAX_CARDS]]
    if name == "orders":
        columns: Sequence[Column] = ORDER_COLUMNS
    elif name == "lines" or hasattr(models[0], "quantity_ordered"):
        columns = LINE_COLUMNS
    elif len(fields_of(models[0])) > 3:
        columns = _own_columns(models)
    else:
        return []
    return [_table(label(name), columns, items, len(every))]


def _table(title: str, columns: Sequence[Column], items: Sequence[object], count: int) -> Table:
    """Make a table without the columns that have nothing in them."""
    cells = [[_cell(column, item) for item in items] for column in columns]
    kept = [at for at, column in enumerate(columns) if column.always or any(cells[at])][:MAX_COLUMNS]
    rows = [[cells[at][row] or (NOTHING if columns[at].always else "") for at in kept] for row in range(len(items))]
    for row, item in zip(rows, items, strict=True):
        if row and not is_model(item):
            row[0] = shorten(_flat(item, 2), MAX_CELL)
    named = f"{title} ({count:,})" if title else ""
    return Table(named, [columns[at] for at in kept], rows, max(0, count - len(items)))


def _cell(column: Column, item: object) -> str:
    value = column.value(item)
    if column.kind == "status":
        return status_text(value)
    return shorten(moment_text(value) if isinstance(value, str) else _flat(value, 2), MAX_CELL)


def _own_columns(models: Sequence[Any]) -> list[Column]:
    """Make columns of the single values that these models have."""
    names = dict.fromkeys(name for model in models for name, value in set_fields(model) if not isinstance(value, list))
    return [_column(label(name), _kind(models, name), name) for name in names]


def _kind(models: Sequence[Any], name: str) -> Kind:
    values = [value for model in models if (value := getattr(model, name, None)) is not None]
    numbers = all(isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) for value in values)
    return "number" if numbers and values else "text"


def _column(title: str, kind: Kind, *names: str, always: bool = False) -> Column:
    """Make the column that shows the first of some fields that has a value."""
    secret = any(map(is_secret, names))

    def value(item: object) -> object:
        if not is_model(item):
            return None
        found = (getattr(item, name, None) for name in names)
        return next((HIDDEN if secret else one for one in found if one not in (None, "")), None)

    return Column(title, kind, value, always)


def _flat(value: object, depth: int) -> str:
    """Write a value and what is in it on one line, its parts joined."""
    if is_model(value):
        if depth <= 0:
            return "…"
        parts = [_flat(item, depth - 1) for _, item in islice(set_fields(value), MAX_FACTS)]
        return (" = " if hasattr(value, "attribute_name") else ", ").join(filter(None, parts))
    if isinstance(value, list):
        items = cast("list[object]", value)
        parts = [_flat(item, depth - 1) for item in items[:MAX_PART_ROWS]]
        more = [f"… and {len(items) - MAX_PART_ROWS:,} more"] if len(items) > MAX_PART_ROWS else []
        return "; ".join([*filter(None, parts), *more])
    return scalar_text(value)[: MAX_TEXT * 4]


def _shipped_day(line: object) -> str:
    days = shipped(line).shipped
    return " … ".join(dict.fromkeys(map(str, days[:1] + days[-1:])))


ORDER_COLUMNS = (
    _column("Order", "text", "ingram_order_number", always=True),
    _column("Date", "text", "ingram_order_date", always=True),
    _column("PO number", "text", "customer_order_number", always=True),
    _column("Status", "status", "order_status", always=True),
    _column("Vendor", "text", "vendor_name"),
    _column("End user", "text", "end_user_company_name"),
    _column("Total", "number", "order_total", always=True),
    _column("Currency", "text", "currency_code", "currencyCode", always=True),
)
LINE_COLUMNS = (
    _column(
        "Line",
        "text",
        "ingram_order_line_number",
        "ingram_line_number",
        "customer_line_number",
        "customer_linenumber",
    ),
    _column("Part", "text", "ingram_part_number", "vendor_part_number", always=True),
    _column("Description", "text", "part_description", "notes", "line_notes"),
    _column("Status", "status", "line_status", "add_update_delete_line"),
    _column("Ordered", "number", "quantity_ordered", "quantity"),
    _column("Backordered", "number", "quantity_back_ordered"),
    Column("Shipped", "text", _shipped_day),
    _column("Unit price", "number", "unit_price"),
    _column("Total", "number", "extended_price", "extended_unit_price"),
    _column("Code", "text", "reject_code"),
    _column("Reason", "text", "reject_reason"),
)
