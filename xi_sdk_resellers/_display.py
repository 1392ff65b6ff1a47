"""Print models: one line for ``repr()``, a few for ``str()``, HTML for notebooks. Never a secret, never too much.

The models call these functions when they are shown, and import this module only then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, cast

from xi_sdk_resellers._card import (
    MAX_CARDS,
    MAX_TEXT,
    Card,
    Column,
    Table,
    bounded_repr,
    card,
    search_card,
    set_fields,
    shorten,
)
from xi_sdk_resellers._fields import extra_of, fields_of, is_model, items_of

if TYPE_CHECKING:
    from xi_sdk_resellers._search import Pager
    from xi_sdk_resellers.api_response import ApiResponse

MAX_REPR = 2_000
"""Characters of a repr, about."""
MAX_LINE_FIELDS = 4
"""A model with more fields is not written on one line by ``str()``."""
MAX_LABEL = 26
LINE_WIDTH = 100
LONG_CELL = 28
"""Characters from which on a cell is broken into lines."""
FACTS_AT_ONCE = 8
"""Facts of a card in HTML that are seen before it is unfolded."""

_NOISE = ("other_spellings", "__fields__", "__fields_set__")
_USEFUL = ("from_dict", "from_json", "to_dict", "to_json", "to_str")
# Letter case and spaces are folded before these are looked for.
_GOOD = ("shipped", "delivered", "invoiced", "completed", "closed")
_WAITING = ("backordered", "on hold", "hold", "partially shipped", "order hold", "processing", "pending")
_BAD = ("canceled", "cancelled", "voided", "rejected", "deleted", "failed")


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


_STYLE = """
.xi-card{--xi-line:color-mix(in srgb,currentColor 22%,transparent);
--xi-muted:color-mix(in srgb,currentColor 68%,transparent);color:var(--jp-content-font-color1,inherit);
font:13px/1.45 var(--jp-ui-font-family,system-ui,sans-serif);max-width:76em;margin:.3em 0}
.xi-card .xi-head{display:flex;flex-wrap:wrap;gap:.2em .8em;align-items:baseline;padding:.1em 0 .35em;
border-bottom:1px solid var(--xi-line);margin-bottom:.45em}
.xi-card .xi-head b{font-size:1.15em}
.xi-card .xi-head .xi-amount{margin-left:auto;font-weight:600;font-variant-numeric:tabular-nums}
.xi-card .xi-muted,.xi-card dt,.xi-card caption{color:var(--xi-muted);font-size:.92em}
.xi-card .xi-badge{--xi-hue:var(--xi-muted);white-space:nowrap;padding:0 .55em;border-radius:1em;font-size:.92em;
background:color-mix(in srgb,var(--xi-hue) 18%,transparent);
box-shadow:inset 0 0 0 1px color-mix(in srgb,var(--xi-hue) 45%,transparent)}
.xi-card .xi-good{--xi-hue:var(--jp-success-color1,#2e9d4d)}
.xi-card .xi-waiting{--xi-hue:var(--jp-warn-color1,#e08600)}
.xi-card .xi-bad{--xi-hue:var(--jp-error-color1,#d8373b)}
.xi-card.xi-card dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(15em,1fr));gap:.35em 1.4em;
margin:.3em 0;width:auto}
.xi-card dl>div{min-width:0}
.xi-card.xi-card dt,.xi-card.xi-card dd{display:block;float:none;width:auto;margin:0;padding:0;font-weight:400}
.xi-card.xi-card dd{overflow-wrap:anywhere}
.xi-card.xi-card details,.xi-card.xi-card summary{all:revert}
.xi-card.xi-card summary{cursor:pointer;color:var(--xi-muted);font-size:.92em}
.xi-card.xi-card summary::before,.xi-card.xi-card summary::after{display:none}
.xi-card .xi-scroll{overflow-x:auto;margin:.5em 0}
.xi-card.xi-card table{border-collapse:collapse;margin:0;width:100%;font-size:1em;border:0;color:inherit;
table-layout:auto}
.xi-card.xi-card caption{text-align:left;caption-side:top;padding:.1em 0;font-weight:600}
.xi-card.xi-card tr{background:none}
.xi-card.xi-card th,.xi-card.xi-card td{text-align:left;vertical-align:top;padding:.22em .6em;border:0;
border-bottom:1px solid var(--xi-line);white-space:nowrap}
.xi-card.xi-card th{font-weight:600}
.xi-card.xi-card .xi-long{white-space:normal;min-width:14em;overflow-wrap:anywhere}
.xi-card.xi-card .xi-number{text-align:right;font-variant-numeric:tabular-nums}
.xi-card .xi-card{margin:.6em 0 .6em .9em}
""".strip()


def model_html(model: Any) -> str:
    """Write a model as a fragment of HTML for notebooks: escaped, without scripts, for light and dark pages."""
    return card_html(card(model))


def response_html(response: ApiResponse[Any]) -> str:
    """Write an answer with its status, and the model in it, as a fragment of HTML."""
    shown = Card(f"{response.status_code}", "ApiResponse")
    shown.facts = [("Correlation ID", response.correlation_id), ("Attempts", str(response.attempts))]
    shown.facts += [("Seconds", f"{response.elapsed:.3f}"), ("Bytes", f"{len(response.raw_data):,}")]
    if response.drift:
        paths = ", ".join(drift.path for drift in response.drift[:MAX_CARDS])
        shown.facts.append((f"Drift ({len(response.drift):,})", shorten(paths, MAX_TEXT)))
    if is_model(response.data):
        shown.sections.append(card(response.data))
    return card_html(shown)


def search_html(pager: Pager) -> str:
    """Write what comes next of a search as a fragment of HTML."""
    return card_html(search_card(pager))


def card_html(shown: Card) -> str:
    """Write a card as a fragment of HTML, with the style that it needs."""
    return f"<style>{_STYLE}</style>{''.join(_card_markup(shown))}"


def _card_markup(shown: Card) -> Iterator[str]:
    yield f'<div class="xi-card"><div class="xi-head"><b>{escape(shown.title)}</b>'
    if shown.status:
        yield _badge(shown.status)
    if shown.class_name not in ("", shown.title):
        yield f'<span class="xi-muted">{escape(shown.class_name)}</span>'
    if shown.amount:
        yield f'<span class="xi-amount">{escape(shown.amount)}</span>'
    yield "</div>"
    yield from _facts_markup(shown.facts[:FACTS_AT_ONCE])
    if more := shown.facts[FACTS_AT_ONCE:]:
        yield f"<details><summary>{len(more)} more fields</summary>"
        yield from _facts_markup(more)
        yield "</details>"
    for section in shown.sections:
        yield from _card_markup(section) if isinstance(section, Card) else _table_markup(section)
    if shown.more:
        yield f'<div class="xi-muted">{escape(shown.more)}</div>'
    yield "</div>"


def _facts_markup(facts: Sequence[tuple[str, str]]) -> Iterator[str]:
    if facts:
        pairs = (f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>" for name, text in facts)
        yield f"<dl>{''.join(pairs)}</dl>"


def _table_markup(table: Table) -> Iterator[str]:
    yield '<div class="xi-scroll"><table class="xi-table">'
    if table.title:
        yield f"<caption>{escape(table.title)}</caption>"
    heads = (f'<th scope="col"{_align(column)}>{escape(column.label)}</th>' for column in table.columns)
    yield f"<thead><tr>{''.join(heads)}</tr></thead><tbody>"
    for row in table.rows:
        cells = (
            f"<td{_align(column, text)}>{_badge(text) if column.kind == 'status' else escape(text)}</td>"
            for column, text in zip(table.columns, row, strict=True)
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"
    if table.more:
        yield f'<div class="xi-muted">… and {table.more:,} more</div>'
    yield "</div>"


def _align(column: Column, text: str = "") -> str:
    if column.kind == "number":
        return ' class="xi-number"'
    return ' class="xi-long"' if len(text) > LONG_CELL else ""


def _badge(status: str) -> str:
    if not status:
        return ""
    folded = status.lower()
    hue = next((hue for hue, words in _HUES if folded in words), "")
    return f'<span class="xi-badge{hue}">{escape(status)}</span>'


_HUES = ((" xi-good", _GOOD), (" xi-waiting", _WAITING), (" xi-bad", _BAD))
