"""The parts whose prices are asked for: what people give, each once, cut into batches. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

from xi_sdk_resellers._values.answers import is_model, text, value_of
from xi_sdk_resellers._values.narrow import is_mapping
from xi_sdk_resellers._values.tables import plain
from xi_sdk_resellers._workflows.seen import Seen
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

PartNumberKind = Literal["ingram_part_number", "vendor_part_number", "customer_part_number", "upc", "plan_id"]
"""Which kind of number names a product."""

WIRES: Mapping[str, str] = {
    "ingram_part_number": "ingramPartNumber",
    "vendor_part_number": "vendorPartNumber",
    "customer_part_number": "customerPartNumber",
    "upc": "upc",
    "plan_id": "planID",
}
"""The keys of the wire for each kind of number."""

MOST = 50
"""How many products one request may name."""


class Wanted(NamedTuple):
    """One product that is asked for."""

    place: int
    """Its place in what was given, from 0."""
    kind: str
    number: str
    product: Mapping[str, Any]
    """How the request names it."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others: answers are matched by it."""
        return self.kind, key_of(self.kind, self.number)


Batch: TypeAlias = "list[Wanted]"


def key_of(kind: str, number: object) -> str:
    """Write a number as it is compared: upper-cased, without blanks around it; a UPC without leading zeros."""
    given = text(number)
    key = given.upper()
    if kind == "upc":
        return key.lstrip("0")
    return given if key == given else key  # no second text for each of a million parts


def check_kind(by: object) -> None:
    """Refuse a kind of number that there is not.

    Raises:
        ApiValueError: there is no such kind.
    """
    if by not in WIRES:
        raise ApiValueError(f"by must be one of {', '.join(WIRES)}, not {by!r}")


def check_size(batch_size: object, start: object) -> None:
    """Refuse a size or a start that makes no sense.

    Raises:
        ApiTypeError: it is no whole number.
        ApiValueError: it is out of its range.
    """
    for name, value, least, most in (("batch_size", batch_size, 1, MOST), ("start", start, 0, 10**12)):
        if not isinstance(value, int) or isinstance(value, bool):
            raise ApiTypeError(f"{name} must be a whole number, not {type(value).__name__}")
        if not least <= value <= most:
            raise ApiValueError(f"{name} must be from {least} to {most}, not {value}")


def as_iterable(parts: Any, by: str) -> Any:
    """Return what was given as something to iterate over; one part alone counts as a list of it.

    Args:
        parts: what was given. A list or the like is looked through before anything is sent.
        by: the kind of number that a text is.

    Raises:
        ApiTypeError: it is nothing of the kind.
        ApiValueError: it is empty, or something in it names no product.
    """
    alone = isinstance(parts, str) or is_mapping(parts) or is_model(parts)
    given: Any = [parts] if alone else parts
    if not hasattr(given, "__iter__") and not hasattr(given, "__aiter__"):
        raise ApiTypeError(f"parts must be part numbers, not {type(parts).__name__}")
    if hasattr(given, "__len__") and hasattr(given, "__getitem__"):
        for place, item in enumerate(given):
            wanted(item, place, by)
        if not len(given):
            raise no_parts()
    return given


def no_parts() -> ApiValueError:
    """Make the error of having nothing to ask for."""
    return ApiValueError("parts is empty: give at least one part number")


def wanted(item: object, place: int, by: str) -> Wanted:
    """Read one part: a number, a mapping as the request has it, a product of a search, or an earlier result.

    Args:
        item: what was given.
        place: its place, from 0.
        by: the kind of number that a text is.

    Raises:
        ApiTypeError: it is nothing of the kind.
        ApiValueError: it has no number.
    """
    item = plain(item)
    if is_mapping(item):
        named = [(kind, text(item.get(wire, item.get(kind)))) for kind, wire in WIRES.items()]
        product = {WIRES.get(key, key): value for key, value in item.items()}
    elif is_model(item) or hasattr(item, "part_kind"):
        kind = getattr(item, "part_kind", None)
        named = [(kind, text(getattr(item, "part", None)))] if kind else _numbers(item, by)
        product = {}
    elif isinstance(item, str) or (isinstance(item, int) and not isinstance(item, bool)):
        named, product = [(by, text(item))], {}
    else:
        raise ApiTypeError(f"parts[{place}] must be a part number, not {type(item).__name__}")
    kind, number = next(((kind, number) for kind, number in named if number), (by, ""))
    if not number:
        raise ApiValueError(f"parts[{place}] has no part number")
    return Wanted(place, kind, number, product or {WIRES[kind]: number})


def _numbers(model: object, by: str) -> list[tuple[str, str]]:
    """List the numbers that a model has, the wanted kind first."""
    kinds = [by, *(kind for kind in WIRES if kind != by)]
    names = {"upc": ("upc", "upc_code")}
    return [(kind, text(value_of(model, name))) for kind in kinds for name in names.get(kind, (kind,))]


class Cutter:
    """Reads parts, drops what came before, and cuts the rest into batches.

    Args:
        by: the kind of number that a text is.
        size: how many products a batch has.
        start: the place of the first part that is wanted; those before only count as asked for.
    """

    def __init__(self, by: str, size: int, start: int) -> None:
        self.read: int = 0
        """How many parts were read."""
        self.distinct: int = 0
        """How many different parts were wanted."""
        self._by = by
        self._size = size
        self._start = start
        self._known = Seen()
        """The numbers that were read: all that is kept of them."""
        self._batch: Batch = []

    def add(self, item: object) -> bool:
        """Take a part, and say whether a batch is full.

        Raises:
            ApiTypeError: it is no part.
            ApiValueError: it has no number.
        """
        one = wanted(item, self.read, self._by)
        self.read += 1
        if self._known.add(self._known.mark(one.key)) and one.place >= self._start:
            self.distinct += 1
            self._batch.append(one)
        return len(self._batch) >= self._size

    def cut(self) -> Batch | None:
        """Return what was gathered; None when there is nothing."""
        batch, self._batch = self._batch, []
        return batch or None
