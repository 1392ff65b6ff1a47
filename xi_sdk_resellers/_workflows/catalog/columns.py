"""What the tables of the catalog hold: prices, and products that a search has found."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from xi_sdk_resellers._display.frames import Column, field
from xi_sdk_resellers._values.answers import value_of


def _of_product(name: str) -> Callable[[object], object]:
    """Get a field of what the answer says of a part."""
    return lambda price: value_of(getattr(price, "product", None), name)


PRICE_COLUMNS = (
    Column("part", "text", attrgetter("part")),
    Column("ingram_part_number", "text", _of_product("ingram_part_number")),
    Column("vendor_part_number", "text", _of_product("vendor_part_number")),
    Column("upc", "text", _of_product("upc")),
    Column("vendor_name", "text", _of_product("vendor_name")),
    Column("description", "text", _of_product("description")),
    Column("price", "money", attrgetter("price")),
    Column("list_price", "money", attrgetter("list_price")),
    Column("currency", "text", attrgetter("currency")),
    Column("available", "boolean", attrgetter("available")),
    Column("quantity", "integer", attrgetter("quantity")),
    Column("eta", "moment", attrgetter("eta")),
    Column("refused", "boolean", attrgetter("refused")),
    Column("reason", "text", attrgetter("reason")),
)
"""One row a part."""

PRODUCT_COLUMNS = (
    Column("ingram_part_number", "text", field("ingram_part_number")),
    Column("vendor_part_number", "text", field("vendor_part_number")),
    Column("upc", "text", field("upc_code")),
    Column("vendor_name", "text", field("vendor_name")),
    Column("description", "text", field("description")),
    Column("category", "text", field("category")),
    Column("sub_category", "text", field("sub_category")),
    Column("product_type", "text", field("product_type")),
    Column("type", "text", field("type")),
    Column("authorized_to_purchase", "boolean", field("authorized_to_purchase")),
    Column("has_discounts", "boolean", field("has_discounts")),
    Column("discontinued", "boolean", field("discontinued")),
    Column("new_product", "boolean", field("new_product")),
    Column("direct_ship", "boolean", field("direct_ship")),
    Column("end_user_required", "boolean", field("end_user_required")),
    Column("replacement_sku", "text", field("replacement_sku")),
)
"""One row a product."""
