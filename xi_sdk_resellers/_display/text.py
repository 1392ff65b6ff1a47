"""Print models: one line for ``repr()``, a few for ``str()``, HTML for notebooks. Never a secret, never too much.

The models call these functions when they are shown, and import this module only then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

from xi_sdk_resellers._display.card import MAX_CARDS, Card, Table, card
from xi_sdk_resellers._display.values import bounded_repr, set_fields, shorten
from xi_sdk_resellers._values.answers import extra_of, fields_of, is_model, items_of

MAX_REPR = 2_000
"""Characters of a repr, about."""
MAX_LINE_FIELDS = 4
"""A model with more fields is not written on one line by ``str()``."""
MAX_LABEL = 26
LINE_WIDTH = 100

_NOISE = ("booleans_as_text", "one_for_list", "other_spellings", "shown_as", "__fields__", "__fields_set__")
_USEFUL = ("from_dict", "from_json", "to_dict", "to_json", "to_str")


class Shown:
    """Stands for a value in pretty printers: its repr is a text that was made for it."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def model_repr(model: Any) -> str:
    """Write a model on one line, as Python would, cut to a readable length."""
    return bounded_repr(model, MAX_REPR)


def repr_arguments(model: Any) -> Iterator[tuple[str, object]]:
    """Yield what pretty printers show: name and value of each field, long lists and texts cut."""
    for name, value in set_fields(model):
        yield name, _cut(value)


def _cut(value: object) -> object:
    if is_model(value):
        return value
    if not isinstance(value, list):
        return Shown(bounded_repr(value))
    items = cast("list[object]", value)
    more = [Shown(f"… and {len(items) - MAX_CARDS:,} more")] if len(items) > MAX_CARDS else []
    return [*(item if is_model(item) else Shown(bounded_repr(item)) for item in items[:MAX_CARDS]), *more]


def directory(model: Any, names: Sequence[str]) -> list[str]:
    """Choose the names that tab completion offers: fields, what came besides them, and the useful methods.

    Args:
        model: the model.
        names: all names that it has.

    Returns:
        The names without what pydantic adds for its own users; everything can still be called.
    """
    fields = fields_of(model)
    own = {name for base in _own_classes(model.__class__) for name in vars(base)}
    kept = {name for name in names if name in fields or name.startswith("__")}
    kept |= {name for name in own.intersection(names) if not name.startswith("model_")}
    return sorted((kept | {*filter(str.isidentifier, extra_of(model)), *_USEFUL}).difference(_NOISE))


def _own_classes(model_class: type[Any]) -> Iterator[type]:
    """Yield the classes that are not pydantic's."""
    return (base for base in model_class.__mro__ if base.__module__.partition(".")[0] not in ("pydantic", "builtins"))


def model_text(model: Any) -> str:
    """Write a model for a terminal: small ones on one line, others as a card of aligned lines."""
    pairs = [*zip(range(MAX_LINE_FIELDS + 1), set_fields(model), strict=False)]
    if len(pairs) <= MAX_LINE_FIELDS and not any(_has_parts(value) for _, (_, value) in pairs):
        return " ".join(f"{name}={bounded_repr(value)}" for _, (name, value) in pairs) or f"{type(model).__name__}()"
    return card_text(card(model))


def _has_parts(value: object) -> bool:
    return is_model(value) or any(map(is_model, items_of(value)[:1]))


def card_text(shown: Card) -> str:
    """Write a card as lines of text."""
    return "\n".join(_card_lines(shown))


def _card_lines(shown: Card) -> Iterator[str]:
    heading = [shown.title, f"[{shown.status}]" if shown.status else "", shown.amount]
    yield "  ".join(filter(None, heading))
    width = max((min(len(name), MAX_LABEL) for name, _ in shown.facts), default=0)
    for name, text in shown.facts:
        yield f"  {shorten(name, MAX_LABEL):<{width}}  {shorten(text, LINE_WIDTH - width)}"
    for section in shown.sections:
        lines = _card_lines(section) if isinstance(section, Card) else _table_lines(section)
        yield from (f"  {line}" for line in lines)
    if shown.more:
        yield f"  {shown.more}"


def _table_lines(table: Table) -> Iterator[str]:
    rows = [[column.label for column in table.columns], *table.rows]
    widths = [min(30, max(len(row[at]) for row in rows)) for at in range(len(table.columns))]
    if table.title:
        yield table.title
    for row in rows:
        cells = (
            f"{shorten(text, width):>{width}}" if column.kind == "number" else f"{shorten(text, width):<{width}}"
            for text, width, column in zip(row, widths, table.columns, strict=True)
        )
        yield f"  {'  '.join(cells)}".rstrip()
    if table.more:
        yield f"  … and {table.more:,} more"
