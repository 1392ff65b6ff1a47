"""The lines of an order: what a product becomes when it is ordered, its number, its comment, its freight."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from xi_sdk_resellers.sandbox.world import catalogue
from xi_sdk_resellers.sandbox.world.records import PlacedLine, PlacedOrder

FREIGHT = Decimal("7.83")
COMMENT_WIDTH = 35


def new_line(
    product: catalogue.Product,
    quantity: int,
    customer_line_number: str,
    country: str,
    warehouse: str | None = None,
    *,
    there: int,
) -> PlacedLine:
    """Make an unnumbered line for a product, backordered as far as the pieces that are there do not reach."""
    place = catalogue.warehouse_for(product.part_number, warehouse)
    carrier = catalogue.carrier_for(product.part_number, product.order_type)
    return PlacedLine(
        line_number=0,
        customer_line_number=customer_line_number,
        part_number=product.part_number,
        quantity_ordered=quantity,
        quantity_backordered=max(0, quantity - there),
        unit_price=catalogue.price_in(country, product.price),
        vendor_part_number=product.vendor_part_number,
        vendor_name=product.vendor_name,
        description=product.description,
        weight=product.weight,
        warehouse_id=place.number,
        warehouse_location=place.location,
        carrier_code=carrier.code,
        carrier_name=carrier.name,
    )


def number_lines(order_number: str, lines: Sequence[PlacedLine]) -> None:
    """Give new lines their numbers and the sub-order number of their warehouse."""
    warehouses = list(dict.fromkeys(line.warehouse_id for line in lines))
    for index, line in enumerate(lines):
        line.line_number = index + 1
        line.sub_order_number = f"{order_number}-{warehouses.index(line.warehouse_id) + 1}1"


def comment_lines(order: PlacedOrder, text: str) -> list[PlacedLine]:
    """Cut a comment into lines of 35 characters, numbered behind the order's last line."""
    first = 1 + max((line.line_number for line in order.lines), default=0)
    pieces = [text[at : at + COMMENT_WIDTH].upper() for at in range(0, len(text), COMMENT_WIDTH)]
    return [PlacedLine(first + index, str(index + 1), None, notes=piece) for index, piece in enumerate(pieces)]


def freight_for(country: str, order_type: str, lines: Sequence[PlacedLine]) -> Decimal:
    """Return the freight of an order: a flat amount when the distributor ships something."""
    if order_type == catalogue.DIRECT_SHIP or not any(line.weight for line in lines):
        return Decimal(0)
    return catalogue.price_in(country, FREIGHT)
