"""What can be bought: every part number has one product, made from the number itself.

The same part number gives the same vendor, price, stock and weight in every sandbox, so tests
can state figures. Some numbers are fixed because the vendor's published samples use them.

These part numbers do not exist, and lines with them are rejected as `SKU-NOTFOUND`: those that
end in `MW`, those that start with `XXX`, and those that contain `NOTFOUND`. Those that end in `ZD`
exist and are discontinued, those that end in `ZN` are not for this account: neither can be bought.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

STOCK = "S"
DIRECT_SHIP = "D"
DISCONTINUED = "discontinued"
NOT_AUTHORIZED = "not authorized"
DOWNLOADS = "49"
"""The warehouse of what is not shipped."""
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Product:
    """One thing in the catalogue; the price is in US dollars."""

    part_number: str
    vendor_part_number: str
    vendor_name: str
    description: str
    price: Decimal
    order_type: str
    stock: int
    weight: float


@dataclass(frozen=True, slots=True)
class Warehouse:
    """A place that ships."""

    number: str
    location: str


@dataclass(frozen=True, slots=True)
class Carrier:
    """A company that carries."""

    code: str
    name: str


VENDORS = (
    "Apple", "APC", "Cisco", "Dell", "Epson", "HP", "Jabra", "Lenovo", "Logitech", "Microsoft", "Samsung", "Zebra",
)  # fmt: skip
KINDS = (
    ("27in monitor", "139.90", 6.1), ("Notebook 14in 16GB 512GB", "1149.00", 3.4), ("USB-C dock", "178.35", 0.8),
    ("Wireless keyboard", "61.22", 1.2), ("Access point indoor", "412.70", 1.9), ("Switch 24 port", "689.00", 7.5),
    ("UPS 1500VA", "254.99", 25.0), ("Laser printer", "329.50", 22.4), ("Headset stereo", "98.40", 0.5),
    ("Barcode scanner", "221.15", 0.6), ("Tablet 11in 128GB", "449.00", 1.1), ("Cloud subscription 1 year", "96.00", 0),
    ("Support 3 years next day", "70.84", 0), ("Server 2U", "5714.58", 48.0),
)  # fmt: skip
WAREHOUSES = (
    Warehouse("10", "Mira Loma, CA"), Warehouse("20", "Carrollton, TX"), Warehouse("30", "Millington, TN"),
    Warehouse("40", "Carol Stream, IL"), Warehouse("49", "Electronic Download"), Warehouse("80", "Jonestown, PA"),
)  # fmt: skip
CARRIERS = (Carrier("RG", "FEDEX GROUND"), Carrier("UG", "UPS GROUND"), Carrier("4M", "SMARTPOST-BM"),
            Carrier("O1", "ONTRAC"))  # fmt: skip
VIRTUAL_CARRIER = Carrier("VL", "VIRTUAL")
_CURRENCIES = {
    "US": ("USD", "1"), "CA": ("CAD", "1.36"), "MX": ("MXN", "17.2"), "BR": ("BRL", "5.1"), "GB": ("GBP", "0.79"),
    "DE": ("EUR", "0.93"), "FR": ("EUR", "0.93"), "NL": ("EUR", "0.93"), "IT": ("EUR", "0.93"), "ES": ("EUR", "0.93"),
    "AT": ("EUR", "0.93"), "BE": ("EUR", "0.93"), "CH": ("CHF", "0.89"), "SE": ("SEK", "10.5"), "PL": ("PLN", "4.0"),
    "AU": ("AUD", "1.52"), "NZ": ("NZD", "1.65"), "SG": ("SGD", "1.35"), "IN": ("INR", "83.1"), "MY": ("MYR", "4.7"),
    "AE": ("AED", "3.67"), "ZA": ("ZAR", "18.6"), "CO": ("COP", "3950"), "PE": ("PEN", "3.75"), "CL": ("CLP", "930"),
}  # fmt: skip
FIXED = {
    "DF4128": ("Logitech", "Wireless keyboard and mouse set", "61.22", STOCK, 0, 2.4),
    "RQ6000": ("Dell", "Storage array 14x600GB", "34205.10", DIRECT_SHIP, 5, 92.0),
    "4U0212": ("HP", "Printer exchange service 3 years", "70.84", DIRECT_SHIP, 999, 0.0),
    "9VL970": ("Apple", "Notebook 14in built to order", "5714.58", DIRECT_SHIP, 40, 4.7),
    "8RB884": ("Apple", "Notebook 13in 256GB", "1258.33", STOCK, 60, 4.2),
    "8RB881": ("Apple", "Notebook air 13in 512GB", "1210.42", STOCK, 60, 3.9),
    "9YG948": ("Apple", "Care plan 14in notebook", "203.13", STOCK, 0, 0.0),
    "9HG002": ("Apple", "Care plan 13in notebook", "181.25", STOCK, 0, 0.0),
    "9HF999": ("Apple", "Care plan notebook air", "144.79", STOCK, 0, 0.0),
    "1C6094": ("Samsung", "20in monitor 1080p", "89.40", STOCK, 0, 7.0),
    "2GZ200": ("Jabra", "Desk phone 16 lines", "112.55", STOCK, 250, 1.6),
}


def is_unknown(part_number: str) -> bool:
    """Say whether the catalogue lacks this part number (see the module's rule)."""
    text = part_number.upper()
    return not text or text.endswith("MW") or text.startswith("XXX") or "NOTFOUND" in text


def is_closed(part_number: str) -> str | None:
    """Say why a product that exists cannot be bought, `DISCONTINUED` or `NOT_AUTHORIZED`; None when it can."""
    text = part_number.upper()
    return DISCONTINUED if text.endswith("ZD") else NOT_AUTHORIZED if text.endswith("ZN") else None


def find_product(part_number: str) -> Product | None:
    """Return the product for a part number, or None when it does not exist or cannot be bought."""
    key = part_number.strip().upper()
    return None if is_unknown(key) or is_closed(key) else describe(key)


@lru_cache(maxsize=8192)
def describe(part_number: str) -> Product:
    """Return the product for a part number that exists, whether it can be bought or not."""
    key = part_number.strip().upper()
    digest = hashlib.sha256(key.encode()).digest()
    vendor_part = f"{digest[:4].hex().upper()}-{digest[4]:03d}"
    fixed = FIXED.get(key)
    if fixed is not None:
        vendor, description, price, order_type, stock, weight = fixed
        return Product(key, vendor_part, vendor, description, Decimal(price), order_type, stock, weight)
    kind, base, weight = KINDS[digest[5] % len(KINDS)]
    amount = (Decimal(base) * (80 + digest[6] % 60) / 100).quantize(_CENT)
    # Every tenth product ships from the vendor, every eighth of the others is out of stock.
    order_type = DIRECT_SHIP if digest[7] % 10 == 0 else STOCK
    stock = 0 if order_type == STOCK and digest[8] % 8 == 0 else 50 + digest[9]
    vendor = VENDORS[digest[10] % len(VENDORS)]
    return Product(key, vendor_part, vendor, f"{vendor} {kind}", amount, order_type, stock, weight)


@lru_cache(maxsize=4096)
def part_for_other_number(number: str) -> str:
    """Return the part number behind a vendor's or customer's own number for a product."""
    if is_unknown(number):
        return number
    return hashlib.sha256(number.strip().upper().encode()).hexdigest()[:6].upper()


def currency_of(country_code: str) -> str:
    """Return the currency that orders from this country are in (US dollars where unknown)."""
    return _CURRENCIES.get(country_code.upper(), ("USD", "1"))[0]


def price_in(country_code: str, price: Decimal) -> Decimal:
    """Convert a catalogue price to the country's currency, rounded to cents."""
    factor = _CURRENCIES.get(country_code.upper(), ("USD", "1"))[1]
    return (price * Decimal(factor)).quantize(_CENT)


def warehouse_for(part_number: str, wanted: str | None) -> Warehouse:
    """Return the warehouse that a line asks for, or the part's usual one."""
    for warehouse in WAREHOUSES:
        if warehouse.number == wanted:
            return warehouse
    if wanted:
        return Warehouse(wanted, f"Warehouse {wanted}")
    digest = hashlib.sha256(part_number.encode()).digest()
    return WAREHOUSES[digest[0] % 4]


def carrier_for(part_number: str, order_type: str) -> Carrier:
    """Return the carrier that brings this part."""
    if order_type == DIRECT_SHIP:
        return VIRTUAL_CARRIER
    digest = hashlib.sha256(part_number.encode()).digest()
    return CARRIERS[digest[1] % len(CARRIERS)]
