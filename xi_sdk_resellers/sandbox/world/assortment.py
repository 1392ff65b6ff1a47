"""What the catalog lists: a few thousand of the part numbers that can be bought, made when they are first asked for.

The list is the same in every sandbox. It holds the fixed products, those of seeded orders, and made-up ones. One in
forty may not be bought by the account (its number ends in `ZN`), one in a hundred is discontinued (`ZD`). Other part
numbers can be bought all the same: the list is only what a search finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from xi_sdk_resellers.sandbox.world import catalogue
from xi_sdk_resellers.sandbox.world.catalogue import Product
from xi_sdk_resellers.sandbox.world.traits import Traits, part_of_customer, traits_of

_MADE_UP = 2600
_LETTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Listed:
    """One product of the list."""

    product: Product
    traits: Traits
    authorized: bool = True
    discontinued: bool = False


@lru_cache(maxsize=1)
def listed() -> tuple[Listed, ...]:
    """Return everything that the catalog lists, in the order of a search."""
    return tuple(find(number) for number in _part_numbers())


@lru_cache(maxsize=8192)
def find(part_number: str) -> Listed:
    """Return a product whose part number is known to exist, listed or not."""
    product = catalogue.describe(part_number)
    refused = catalogue.is_closed(product.part_number)
    return Listed(
        product,
        traits_of(product),
        authorized=refused != catalogue.NOT_AUTHORIZED,
        discontinued=refused == catalogue.DISCONTINUED,
    )


def part_for_upc(upc: str) -> str | None:
    """Return the part number of a listed product by its UPC, leading zeros or not; None when none has it."""
    return _by_upc().get(upc.strip().lstrip("0"))


def part_for_vendor_number(number: str) -> str | None:
    """Return the part number of a listed product by the manufacturer's number; None when none has it."""
    return _by_vendor_number().get(number.strip().upper())


def part_for_other_number(number: str) -> str:
    """Return the part number behind a manufacturer's or the customer's own number for a product.

    Numbers that no listed product has lead to a product, too, always to the same.
    """
    return part_for_vendor_number(number) or part_of_customer(number) or catalogue.part_for_other_number(number)


@lru_cache(maxsize=1)
def _by_upc() -> dict[str, str]:
    return {entry.traits.upc.lstrip("0"): entry.product.part_number for entry in listed()}


@lru_cache(maxsize=1)
def _by_vendor_number() -> dict[str, str]:
    return {catalogue.describe(number).vendor_part_number: number for number in _part_numbers()}


def _part_numbers() -> Iterator[str]:
    yield from catalogue.FIXED
    for letter in "ABCDEFGH":
        for number in range(40):
            yield from (f"{letter}{number:02d}{end}7" for end in "KLP")
    for index in range(_MADE_UP):
        ending = "ZD" if index % 100 == 50 else "ZN" if index % 40 == 7 else _LETTERS[index % 34] + _LETTERS[index % 10]
        yield f"{1000 + index}{ending}"
