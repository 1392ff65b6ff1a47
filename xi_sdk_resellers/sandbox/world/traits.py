"""What the catalog tells of a product besides what orders know: made from its part number, like the product itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from xi_sdk_resellers.sandbox.world import catalogue
from xi_sdk_resellers.sandbox.world.catalogue import Product

CATEGORIES = {
    "monitor": ("Displays", "LCD Monitors"), "Notebook": ("Computers", "Notebooks & Tablets"),
    "dock": ("Accessories", "Docking Stations"), "keyboard": ("Accessories", "Input Devices"),
    "Access point": ("Networking", "Wireless"), "Switch": ("Networking", "Switches"), "UPS": ("Power", "UPS"),
    "printer": ("Printers", "Laser Printers"), "Headset": ("Accessories", "Audio"),
    "scanner": ("Point of Sale", "Scanners"), "Tablet": ("Computers", "Notebooks & Tablets"),
    "Cloud": ("Software", "Subscriptions"), "Support": ("Services", "Warranties"), "Server": ("Computers", "Servers"),
}  # fmt: skip
OTHER_CATEGORY = ("Accessories", "Other")
_LIST_CLASSES = "AAAABBBBCCCNSAB"
_CUSTOMERS_OWN = "MY-"


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits of one product; prices are in US dollars."""

    upc: str
    customer_part_number: str | None
    vendor_number: str
    category: str
    subcategory: str
    product_class: str
    list_price: Decimal
    advertised_price: Decimal
    bid: str | None
    bid_discount: Decimal
    reserved: int
    is_new: bool

    @property
    def has_discounts(self) -> bool:
        """Whether there is a special price for it."""
        return self.bid is not None


@lru_cache(maxsize=8192)
def traits_of(product: Product) -> Traits:
    """Return the traits of a product."""
    digest = hashlib.sha256(f"traits:{product.part_number}".encode()).digest()
    category, subcategory = next(
        (found for word, found in CATEGORIES.items() if word.lower() in product.description.lower()), OTHER_CATEGORY
    )
    listed = (product.price * (112 + digest[0] % 35) / 100).quantize(Decimal(1)) + Decimal("0.99")
    letter = "X" if product.order_type == catalogue.DIRECT_SHIP else _LIST_CLASSES[digest[1] % len(_LIST_CLASSES)]
    discounted = digest[2] % 5 == 0
    return Traits(
        upc=_upc(digest),
        customer_part_number=f"{_CUSTOMERS_OWN}{product.part_number}" if digest[3] % 3 == 0 else None,
        vendor_number=vendor_number(product.vendor_name),
        category=category,
        subcategory=subcategory,
        product_class=letter,
        list_price=listed,
        advertised_price=(listed * Decimal("0.9")).quantize(Decimal("0.01")) if digest[4] % 4 == 0 else Decimal(0),
        bid=f"BID{int.from_bytes(digest[5:7], 'big'):05d}" if discounted else None,
        bid_discount=(product.price * (3 + digest[7] % 10) / 100).quantize(Decimal("0.01")),
        reserved=10 + digest[8] % 40 if digest[9] % 7 == 0 else 0,
        is_new=letter == "N",
    )


def vendor_number(vendor: str) -> str:
    """Return the distributor's number of a manufacturer."""
    return f"{int(hashlib.sha256(vendor.encode()).hexdigest()[:6], 16) % 10_000:04d}"


def part_of_customer(number: str) -> str | None:
    """Return the part number behind a number of the customer's own, such as `MY-DF4128`; None when it has no such."""
    key = number.strip().upper()
    return key.removeprefix(_CUSTOMERS_OWN) if key.startswith(_CUSTOMERS_OWN) else None


def next_delivery(product: Product, today: date) -> tuple[date, int]:
    """Return the day of the next delivery of a product that ran out, and how many pieces it brings."""
    digest = hashlib.sha256(f"delivery:{product.part_number}".encode()).digest()
    return today + timedelta(days=3 + digest[0] % 40), 20 * (1 + digest[1] % 10)


def _upc(digest: bytes) -> str:
    """Make a number of twelve digits with a proper check digit."""
    digits = f"0{int.from_bytes(digest[16:22], 'big') % 10**10:010d}"
    odd, even = sum(map(int, digits[::2])), sum(map(int, digits[1::2]))
    return f"{digits}{-(3 * odd + even) % 10}"
