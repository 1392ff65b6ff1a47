"""Single values as short texts, and what must never be shown. No markup, no I/O."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import islice
from typing import Any, cast

from xi_sdk_resellers._values.answers import extra_of, fields_of, is_model, value_of

MAX_PART_ROWS = 10
"""Rows of a table in one of several cards."""


MAX_FACTS = 40


MAX_TEXT = 200


NOTHING = "–"  # noqa: RUF001 - a dash for people
"""What an important column shows when there is no value."""


HIDDEN = "***"
"""What is shown instead of a secret."""


_SECRET = re.compile(r"(access|refresh|id|bearer)_?token|secret|password|authorization|api_?key|^token$", re.IGNORECASE)


_MOMENT = re.compile(r"^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?$")


_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])")


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
    """Write a moment to the minute in its own time zone, a day as a day; everything else as it is."""
    text = scalar_text(value)
    found = _MOMENT.match(text)
    if not found:
        return text
    return found[1] if _is_day(found) else f"{found[1]} {found[2]}"


def zoned_moment_text(value: object) -> str:
    """Write a moment to the minute, with its time zone when it has one; everything else as it is."""
    text = scalar_text(value)
    found = _MOMENT.match(text)
    if not found or _is_day(found):
        return moment_text(text)
    zone = found[3] or ""
    return f"{found[1]} {found[2]} {'UTC' if zone in ('Z', '+00:00', '+0000') else zone}".rstrip()


def _is_day(found: re.Match[str]) -> bool:
    """Tell whether a moment is a day that was written with the time of its beginning."""
    return found[2] == "00:00" and not found[3]


def status_text(value: object) -> str:
    """Write a status without its code's prefix, such as `im::`, and not in capitals."""
    text = scalar_text(value).rpartition("::")[2].replace("_", " ").strip()
    return shorten(text[:1].upper() + text[1:].lower(), 40)


def fact_text(value: object) -> str:
    """Write any value on one line, shortened."""
    return shorten(flat_text(value, 3), MAX_TEXT)


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


def flat_text(value: object, depth: int) -> str:
    """Write a value and what is in it on one line, its parts joined."""
    if is_model(value):
        if depth <= 0:
            return "…"
        parts = [flat_text(item, depth - 1) for _, item in islice(set_fields(value), MAX_FACTS)]
        return (" = " if hasattr(value, "attribute_name") else ", ").join(filter(None, parts))
    if isinstance(value, list):
        items = cast("list[object]", value)
        parts = [flat_text(item, depth - 1) for item in items[:MAX_PART_ROWS]]
        more = [f"… and {len(items) - MAX_PART_ROWS:,} more"] if len(items) > MAX_PART_ROWS else []
        return "; ".join([*filter(None, parts), *more])
    return zoned_moment_text(value)[: MAX_TEXT * 4]
