"""How many pieces of a product there are: what it starts with, less what was ordered, and what was delivered since."""

from __future__ import annotations

import hashlib

from xi_sdk_resellers.sandbox.world import catalogue
from xi_sdk_resellers.sandbox.world.catalogue import Product
from xi_sdk_resellers.sandbox.world.records import PlacedLine, PlacedOrder

_PLACES = tuple(warehouse.number for warehouse in catalogue.WAREHOUSES if warehouse.number != catalogue.DOWNLOADS)


class Stock:
    """The stock of one sandbox, by product and warehouse. It is read and written with the ledger locked.

    What manufacturers ship themselves is theirs: orders do not touch it.
    """

    def __init__(self) -> None:
        self._pieces: dict[str, dict[str, int]] = {}
        self._reported: dict[str, int] = {}

    def by_warehouse(self, product: Product) -> dict[str, int]:
        """Return how many pieces each warehouse has."""
        return dict(self._pieces.get(product.part_number) or _at_first(product))

    def total(self, product: Product) -> int:
        """Return how many pieces all warehouses have together."""
        return sum(self.by_warehouse(product).values())

    def take(self, product: Product, quantity: int) -> int:
        """Set pieces aside for an order, from the product's usual warehouse first.

        Returns:
            How many of them were there.
        """
        if product.order_type == catalogue.DIRECT_SHIP:
            return quantity
        pieces = self._of(product)
        usual = catalogue.warehouse_for(product.part_number, None).number
        wanted = quantity
        for place in sorted(pieces, key=lambda place: place != usual):
            taken = min(wanted, pieces[place])
            pieces[place] -= taken
            wanted -= taken
        return quantity - wanted

    def add(self, product: Product, quantity: int, warehouse: str | None = None) -> None:
        """Put pieces into a warehouse, the product's usual one by default; a negative number takes them away."""
        pieces = self._of(product)
        place = catalogue.warehouse_for(product.part_number, warehouse).number
        pieces[place] = max(0, pieces.get(place, 0) + quantity)

    def give_back(self, line: PlacedLine, quantity: int) -> None:
        """Put back pieces that a line does not need any more."""
        product = catalogue.find_product(line.part_number or "")
        if product is not None and product.order_type != catalogue.DIRECT_SHIP and quantity > 0:
            self.add(product, quantity)

    def release(self, order: PlacedOrder) -> None:
        """Put back everything that waits for an order which is not shipped any more."""
        for line in order.products:
            self.give_back(line, line.quantity_confirmed - line.quantity_shipped)

    def changes(self) -> list[tuple[Product, int]]:
        """Return the products whose stock has changed since the last call, and how many there are now."""
        found: list[tuple[Product, int]] = []
        for number, pieces in self._pieces.items():
            product, total = catalogue.describe(number), sum(pieces.values())
            if total != self._reported.get(number, product.stock):
                self._reported[number] = total
                found.append((product, total))
        return found

    def _of(self, product: Product) -> dict[str, int]:
        return self._pieces.setdefault(product.part_number, _at_first(product))


def _at_first(product: Product) -> dict[str, int]:
    """Spread what a product starts with: most of it in its usual warehouse, something in two others."""
    usual = catalogue.warehouse_for(product.part_number, None).number
    digest = hashlib.sha256(f"stock:{product.part_number}".encode()).digest()
    others = [place for place in _PLACES if place != usual]
    shares = {others[digest[0] % len(others)]: digest[1] % 30, others[digest[2] % len(others)]: digest[3] % 20}
    pieces = {place: product.stock * share // 100 for place, share in shares.items()}
    return {usual: product.stock - sum(pieces.values())} | pieces
