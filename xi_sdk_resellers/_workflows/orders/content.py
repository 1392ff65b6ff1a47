"""Hashes and counts of what a request asks for: enough to tell whether two requests are the same. No I/O."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from xi_sdk_resellers._values.answers import parts, text
from xi_sdk_resellers._workflows.orders.finding import whole

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.base import Model
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B


class Content(NamedTuple):
    """What is written down of a request."""

    digest: str
    """A hash of all of it."""
    lines: int
    pieces: int
    parts: str
    """A hash of part numbers and quantities; empty when a line names no part of the vendor's."""


def content_of(request: Model) -> Content:
    """Take down what a request asks for.

    The same values give the same hash, whether they were given as numbers or as text, to v6 or to v7.
    """
    wire: Any = json.loads(request.to_json(), parse_float=Decimal)
    said = json.dumps(_canonical(wire), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    lines: list[Any] = list(getattr(request, "lines", None) or ())
    quantities = [(text(line.ingram_part_number), whole(line.quantity)) for line in lines]
    pieces = sum(quantity for _, quantity in quantities if quantity is not None)
    quoted = getattr(request, "quote_number", None)
    return Content(short_hash(said), len(lines), pieces, "" if quoted else _hash_of_parts(quantities))


def parts_of(details: Sequence[OrderDetailB2B]) -> str:
    """Hash the part numbers and quantities of orders like those of a request."""
    lines = [line for order in details for line in parts(order.lines) if text(line.ingram_part_number)]
    return _hash_of_parts([(text(line.ingram_part_number), whole(line.quantity_ordered)) for line in lines])


def _hash_of_parts(quantities: Iterable[tuple[str, int | None]]) -> str:
    counted: Counter[str] = Counter()
    for part, quantity in quantities:
        if not part or quantity is None:
            return ""
        counted[part.upper()] += quantity
    return short_hash(json.dumps(sorted(counted.items()))) if counted else ""


def short_hash(said: str) -> str:
    """Hash a text."""
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _canonical(value: object) -> object:
    """Write a JSON value so that what means the same is the same."""
    if isinstance(value, dict):
        found = {str(key): _canonical(item) for key, item in cast("dict[str, object]", value).items()}
        return {key: item for key, item in found.items() if item not in ("", [], {})}
    if isinstance(value, list):
        return [_canonical(item) for item in cast("list[object]", value)]
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal)):
        plain = f"{Decimal(value):f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return str(value).strip()
