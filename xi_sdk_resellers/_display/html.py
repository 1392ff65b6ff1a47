"""Models and searches as fragments of HTML for notebooks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, Protocol

from xi_sdk_resellers._display.card import MAX_CARDS, Card, Column, Search, Table, card, list_card, search_card
from xi_sdk_resellers._display.values import MAX_TEXT, shorten
from xi_sdk_resellers._values.answers import is_model


class Response(Protocol):
    """What is shown of an answer."""

    status_code: int
    correlation_id: str
    attempts: int
    elapsed: float
    raw_data: bytes
    data: Any

    @property
    def drift(self) -> Sequence[Any]:
        """What does not fit the contract."""
        ...


LONG_CELL = 28
"""Characters from which on a cell is broken into lines."""


FACTS_AT_ONCE = 8
"""Facts of a card in HTML that are seen before it is unfolded."""


# Letter case and spaces are folded before these are looked for.
_GOOD = ("shipped", "delivered", "invoiced", "completed", "closed")


_WAITING = ("backordered", "on hold", "hold", "partially shipped", "order hold", "processing", "pending")


_BAD = ("canceled", "cancelled", "voided", "rejected", "deleted", "failed")


_STYLE = """
.xi-card{--xi-line:color-mix(in srgb,currentColor 22%,transparent);
--xi-muted:color-mix(in srgb,currentColor 68%,transparent);color:var(--jp-content-font-color1,inherit);
font:13px/1.45 var(--jp-ui-font-family,system-ui,sans-serif);max-width:76em;margin:.3em 0}
.xi-card .xi-head{display:flex;flex-wrap:wrap;gap:.2em .8em;align-items:baseline;padding:.1em 0 .35em;
border-bottom:1px solid var(--xi-line);margin-bottom:.45em}
.xi-card .xi-head b{font-size:1.15em}
.xi-card .xi-head .xi-amount{margin-left:auto;font-weight:600;font-variant-numeric:tabular-nums}
.xi-card .xi-muted,.xi-card .xi-name,.xi-card caption{color:var(--xi-muted);font-size:.92em}
.xi-card .xi-badge{--xi-hue:var(--xi-muted);white-space:nowrap;padding:0 .55em;border-radius:1em;font-size:.92em;
background:color-mix(in srgb,var(--xi-hue) 18%,transparent);
box-shadow:inset 0 0 0 1px color-mix(in srgb,var(--xi-hue) 45%,transparent)}
.xi-card .xi-good{--xi-hue:var(--jp-success-color1,#2e9d4d)}
.xi-card .xi-waiting{--xi-hue:var(--jp-warn-color1,#e08600)}
.xi-card .xi-bad{--xi-hue:var(--jp-error-color1,#d8373b)}
.xi-card .xi-facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(15em,1fr));gap:.35em 1.4em;
margin:.3em 0}
.xi-card .xi-facts>div{min-width:0;overflow-wrap:anywhere}
.xi-card .xi-facts .xi-name{display:block;font-weight:400}
.xi-card i.xi-muted{font-style:normal}
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


def response_html(response: Response) -> str:
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


def search_html(pager: Search) -> str:
    """Write what comes next of a search as a fragment of HTML."""
    return card_html(search_card(pager))


def list_html(items: Sequence[Any]) -> str:
    """Write a list of models as a fragment of HTML: a table."""
    return card_html(list_card(items))


def card_html(shown: Card) -> str:
    """Write a card as a fragment of HTML, with the style that it needs."""
    return f"<style>{_STYLE}</style>{''.join(_card_markup(shown))}"


def _card_markup(shown: Card) -> Iterator[str]:
    yield f'<div class="xi-card"><div class="xi-head"><b>{escape(shown.title)}</b>'
    # A notebook that is not trusted strips the style: blanks keep the words apart then.
    if shown.status:
        yield f" {_badge(shown.status)}"
    if shown.class_name not in ("", shown.title):
        yield f' <i class="xi-muted">{escape(shown.class_name)}</i>'
    if shown.amount:
        yield f' <span class="xi-amount">{escape(shown.amount)}</span>'
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
        pairs = (f'<div><b class="xi-name">{escape(name)}</b> {escape(text)}</div>' for name, text in facts)
        yield f'<div class="xi-facts">{"".join(pairs)}</div>'


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
