"""Choose what of a model is worth showing, and write it as short texts. No markup, no I/O.

A :class:`Card` is one model: a title, some facts, and the tables and cards of its parts. However large the model is,
the card stays small: everything that is long is cut, and says how much there is more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any, Literal, NamedTuple, Protocol

from xi_sdk_resellers._display.shipments import shipped
from xi_sdk_resellers._display.values import (
    HIDDEN,
    MAX_FACTS,
    MAX_PART_ROWS,
    MAX_TEXT,
    NOTHING,
    fact_text,
    flat_text,
    is_secret,
    label,
    moment_text,
    scalar_text,
    set_fields,
    shorten,
    status_text,
)
from xi_sdk_resellers._values.answers import fields_of, is_model, items_of

MAX_ROWS = 25
"""Rows of a table that are shown."""
MAX_CARDS = 5
MAX_FIELDS = 200
MAX_COLUMNS = 10
MAX_SECTIONS = 8
MAX_CELL = 60


class Search(Protocol):
    """What is shown of a search that is fetched page by page."""

    @property
    def pending(self) -> Iterable[Any]:
        """What was fetched and not handed out yet."""
        ...

    @property
    def paging(self) -> Any:
        """How the search gives its pages; its ``noun`` is what the search finds, in the plural."""
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

    @property
    def handed_out(self) -> int:
        """How many were handed out."""
        ...


Kind = Literal["text", "number", "status"]


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


class Column(NamedTuple):
    """One column of a table."""

    label: str
    kind: Kind
    value: Callable[[Any], object]
    always: bool = False
    """Whether the column stays when no row has anything in it."""


class Table(NamedTuple):
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


def _found_card(title: str, noun: str, found: Sequence[Any], total: int | None, facts: list[tuple[str, str]]) -> Card:
    """Make the card of a search: a table of what was found, with what is known about it as a whole.

    Args:
        title: what the card is called.
        noun: what was found, in the plural.
        found: the rows of the table.
        total: how many the search has found; None when that is not known.
        facts: what else to say.

    Returns:
        The card, without a table when nothing was found.
    """
    amount = "" if total is None else f"{total:,} {_singular(noun) if total == 1 else noun}"
    shown = found[:MAX_ROWS]
    columns = ORDER_COLUMNS if noun == "orders" else _own_columns([item for item in shown if is_model(item)])
    table = _table("", columns, shown, len(found))
    return Card(title, "", "", amount, facts, [table] if found else [])


def _singular(noun: str) -> str:
    return noun.removesuffix("s")


def search_card(pager: Search) -> Card:
    """Make the card of a search that is fetched page by page: what comes next of it.

    Args:
        pager: where the search is.

    Returns:
        The card.
    """
    coming = list(pager.pending)
    facts = [(label(name.removesuffix("_bt")), _filter_text(value)) for name, value in pager.arguments.items()]
    noun: str = pager.paging.noun
    one = _singular(noun)
    made = _found_card(f"{one.capitalize()} search", noun, coming[:MAX_PART_ROWS], pager.total, facts)
    made.class_name = f"{one.title().replace(' ', '')}Search"
    made.more = _where_it_is(pager, len(coming))
    return made


def _where_it_is(pager: Search, coming: int) -> str:
    """Say what a search has given, and what it will give."""
    shown = min(coming, MAX_PART_ROWS)
    table = f"the next {shown:,} are" if shown > 1 else "the next one is"
    loop = "A loop or to_dataframe()" if pager.paging.noun == "orders" else "A loop"
    if pager.over and not coming:
        if not pager.handed_out:
            return f"No {_singular(pager.paging.noun)} fits."
        return f"Used up: all {pager.handed_out:,} were handed out. Search again to go through them again."
    if pager.handed_out:
        shown_too = f", {table} shown" if coming else ""
        return f"{pager.handed_out:,} were handed out{shown_too}. {loop} goes on from here."
    if coming:
        return f"{table.replace('next', 'first').capitalize()} shown. {loop} gives all of them."
    return "Nothing was fetched yet."


def list_card(items: Sequence[Any]) -> Card:
    """Make the card of a list of models: a table, one row each.

    Args:
        items: the models; there is at least one.
    """
    if "ingram_order_number" in fields_of(items[0]):
        made = _found_card("Orders", "orders", items, len(items), [])
    else:
        some = items[:MAX_ROWS]
        made = Card(type(items[0]).__name__, "", "", f"{len(items):,}")
        made.sections = [_table("", _own_columns(some), some, len(items))]
    return made


def _filter_text(value: object) -> str:
    items = items_of(value) or [value]
    both = len(items) == 2 and all(isinstance(item, date) for item in items)
    return shorten((" to " if both else ", ").join(map(scalar_text, items)), MAX_TEXT)


def _page_card(page: Any, fields: dict[str, Any]) -> Card:
    """Make the card of one page of a search."""
    name = _listing(page, fields)
    found, noun = items_of(fields.pop(name, None)), name.replace("_", " ")
    total = fields.pop("records_found", None)
    number, size = (scalar_text(fields.pop(name, None)) for name in ("page_number", "page_size"))
    for link in ("next_page", "previous_page"):
        fields.pop(link, None)
    facts = [("Page", f"{number}, with up to {size} {noun}" if size else number)] if number else []
    facts += [(label(name), text) for name, value in fields.items() if (text := fact_text(value))]
    made = _found_card("Search result", noun, found, total if isinstance(total, int) else None, facts[:MAX_FACTS])
    made.class_name = type(page).__name__
    made.more = "" if found else f"No {noun} on this page."
    return made


def _listing(page: Any, fields: Mapping[str, Any]) -> str:
    """Name the field of a page that lists what was found: the first that does, or that could."""
    came = (name for name, value in fields.items() if isinstance(value, list))
    declared = (name for name, info in fields_of(page).items() if "list[" in str(getattr(info, "annotation", "")))
    return next(came, None) or next(declared, "results")


def _title(model: object, fields: dict[str, Any]) -> str:
    """Title a model as its contract says, or by the name of its class."""
    words, name = getattr(type(model), "shown_as", None) or (type(model).__name__, "")
    return shorten(f"{words} {scalar_text(fields.pop(name, ''))}".strip(), 80)


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
            row[0] = shorten(flat_text(item, 2), MAX_CELL)
    named = f"{title} ({count:,})" if title else ""
    return Table(named, [columns[at] for at in kept], rows, max(0, count - len(items)))


def _cell(column: Column, item: object) -> str:
    value = column.value(item)
    if column.kind == "status":
        return status_text(value)
    return shorten(moment_text(value) if isinstance(value, str) else flat_text(value, 2), MAX_CELL)


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
