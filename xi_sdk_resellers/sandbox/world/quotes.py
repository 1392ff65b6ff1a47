"""Quotes: what was offered, for how long, and how much of it can still be ordered.

A sandbox has a hundred quotes of the last year, the same in every sandbox but for their dates, and these:

- `QUO-10985-C4C3F7` demands nothing and is ordered as a whole.
- `QUO-10926-Y8G1B3` may be ordered in parts, of at least 2 pieces.
- `QUO-14551943-D2Y9L9` is Cisco's, which demands one fact: a number of authorization.
- `QUO-15210077-C5D4F2` is Cisco's, too, and demands facts with choices about the order, and facts about its lines.
- `QUO-33804127-S5T2K8` is a subscription of Microsoft's, which demands facts with choices.
- `QUO-10637-W4M3G1` is over: it expired yesterday.
"""

from __future__ import annotations

import hashlib
import random
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, NamedTuple

from xi_sdk_resellers.sandbox.world import catalogue, demands
from xi_sdk_resellers.sandbox.world.settings import Settings

DAY = 86400
KEPT_DAYS = 365
"""How old a quote may be and still be found."""
ACTIVE = "Active"
READY = "Ready to Order"
_LETTERS = "BCDFGKLMNQRSTWXYZ"
_CENT = Decimal("0.01")
_LIST = Decimal("1.25")
"""List prices, as a multiple of the catalogue's."""
_CUSTOMERS = ("Alder Clinic", "Birch & Sons", "Cedar Valley Schools", "Dogwood Law", "Elm Street Bank", "Fir Logistics")


@dataclass(slots=True)
class QuoteLine:
    """One line of a quote."""

    number: str
    product: catalogue.Product
    quantity: int
    remaining: int
    unit_price: Decimal
    list_price: Decimal
    minimum: int = 1
    notes: str = ""


def _no_lines() -> list[QuoteLine]:
    return []


def _nothing() -> dict[str, Any]:
    return {}


@dataclass(slots=True)
class Quote:
    """One quote."""

    number: str
    name: str
    vendor: str
    created_at: float
    modified_at: float
    currency_code: str
    expires_on: date | None = None
    status: str = ACTIVE
    revision: int = 0
    special_bid: str | None = None
    in_parts: bool = False
    subscription: bool = False
    account: str = ""
    """The customer number of the account that it is for; empty for that of the sandbox."""
    demanding: str = ""
    """Whose demands hold, when they are not the manufacturer's usual ones."""
    need: str = ""
    created_by: str = "Ingram Micro"
    end_user: dict[str, Any] = field(default_factory=_nothing)
    lines: list[QuoteLine] = field(default_factory=_no_lines)

    @property
    def guid(self) -> str:
        """An ID that belongs to the number."""
        return str(uuid.UUID(hashlib.md5(self.number.encode(), usedforsecurity=False).hexdigest()))

    @property
    def total(self) -> Decimal:
        """What everything in it costs."""
        return sum((line.unit_price * line.quantity for line in self.lines), Decimal(0))

    @property
    def list_total(self) -> Decimal:
        """What everything in it costs without discounts."""
        return sum((line.list_price * line.quantity for line in self.lines), Decimal(0))

    @property
    def of_order(self) -> tuple[demands.Demand, ...]:
        """What the manufacturer demands about an order of it."""
        return () if self.subscription else demands.of_order(self.demanding or self.vendor)

    @property
    def of_subscription(self) -> tuple[demands.Demand, ...]:
        """What the manufacturer demands about a subscription."""
        return demands.of_subscription(self.vendor) if self.subscription else ()

    def of_line(self, line: QuoteLine) -> tuple[demands.Demand, ...]:
        """Return what the manufacturer demands about a line of it."""
        return () if self.subscription else demands.of_line(self.demanding or line.product.vendor_name)


def day_of(moment: float) -> date:
    """Return the day of a moment, in UTC."""
    return datetime.fromtimestamp(moment, timezone.utc).date()


class _Fixed(NamedTuple):
    number: str
    name: str
    vendor: str
    parts: tuple[tuple[str, int], ...]
    days_old: int
    expires_in: int | None = 30
    in_parts: bool = False
    subscription: bool = False
    special_bid: str | None = None
    demanding: str = ""


_FIXED = (
    _Fixed("QUO-10985-C4C3F7", "Test Quote - 999", "Jabra", (("2GZ200", 3), ("8RB884", 2)), 4, None),
    _Fixed("QUO-10926-Y8G1B3", "Q3", "Logitech", (("2GZ200", 10),), 6, in_parts=True, special_bid="TEST-9771006-1923"),
    _Fixed("QUO-14551943-D2Y9L9", "Spare parts", "Cisco", (("C5K700", 4),), 3, demanding=demands.AUTHORIZED),
    _Fixed("QUO-15210077-C5D4F2", "Network of the branch", "Cisco", (("C1K700", 2), ("C2K700", 1)), 2),
    _Fixed("QUO-33804127-S5T2K8", "Mailboxes", "Microsoft", (("M1K700", 25),), 1, subscription=True),
    _Fixed("QUO-10637-W4M3G1", "Test1", "Epson", (("2GZ200", 1),), 20, -1),
)


class QuoteBook:
    """The quotes of a sandbox; the seeded ones are made when they are first asked for.

    Args:
        settings: What the sandbox was started with.
        account: Returns the customer number that a request is answered for: it sees its own quotes only.
    """

    def __init__(self, settings: Settings, account: Callable[[], str]) -> None:
        self._settings = settings
        self._account = account
        self._quotes: dict[str, Quote] | None = None
        self._made = 0

    @property
    def all(self) -> list[Quote]:
        """All quotes of the account."""
        return [quote for quote in self._book().values() if self._shown(quote)]

    def find(self, number: str) -> Quote | None:
        """Return the quote with this number, whatever its letter case; None when there is none."""
        quote = self._book().get(number.strip().upper())
        return quote if quote is not None and self._shown(quote) else None

    def add(self, quote: Quote) -> None:
        """Write a quote."""
        self._book()[quote.number.upper()] = quote

    def next_number(self) -> str:
        """Return a new number, such as `QUO-19104665-K1B3Y6`."""
        self._made += 1
        return _number(19_100_000 + self._made)

    def _shown(self, quote: Quote) -> bool:
        return (quote.account or self._settings.customer_number) == self._account()

    def _book(self) -> dict[str, Quote]:
        if self._quotes is None:
            now, country = self._settings.clock(), self._settings.country_code
            seeded = [*(_fixed(spec, now, country) for spec in _FIXED), *_past(now, country)]
            self._quotes = {quote.number: quote for quote in seeded}
        return self._quotes


def quote_line(number: int, product: catalogue.Product, quantity: int, country: str, minimum: int = 1) -> QuoteLine:
    """Make a line; quotes cost a tenth less than the catalogue."""
    usual = catalogue.price_in(country, product.price)
    return QuoteLine(
        number=str(number),
        product=product,
        quantity=quantity,
        remaining=quantity,
        unit_price=(usual * Decimal("0.9")).quantize(_CENT),
        list_price=(usual * _LIST).quantize(_CENT),
        minimum=minimum,
    )


def lines_of(parts: Sequence[tuple[str, int]], country: str, vendor: str = "", minimum: int = 1) -> list[QuoteLine]:
    """Make the lines of a quote, of one manufacturer when it is given."""
    lines: list[QuoteLine] = []
    for index, (part, quantity) in enumerate(parts):
        product = catalogue.find_product(part)
        assert product is not None, "seeded part numbers exist"
        if vendor in ("Cisco", "Microsoft"):
            product = of_vendor(product, vendor)
        lines.append(quote_line(index + 1, product, quantity, country, minimum))
    return lines


def of_vendor(product: catalogue.Product, vendor: str) -> catalogue.Product:
    """Return a product of this manufacturer whose part number begins like that of another one.

    Microsoft has products that weigh nothing: subscriptions.
    """
    found: catalogue.Product | None = product
    number = 0
    while found is None or found.vendor_name != vendor or (vendor == "Microsoft" and found.weight):
        number += 1
        found = catalogue.find_product(f"{product.part_number[:2]}{number:04d}")
    return found


def _fixed(spec: _Fixed, now: float, country: str) -> Quote:
    return Quote(
        number=spec.number,
        name=spec.name,
        vendor=spec.vendor,
        created_at=now - spec.days_old * DAY,
        modified_at=now - spec.days_old * DAY,
        currency_code=catalogue.currency_of(country),
        expires_on=None if spec.expires_in is None else day_of(now) + timedelta(days=spec.expires_in),
        special_bid=spec.special_bid,
        in_parts=spec.in_parts,
        subscription=spec.subscription,
        demanding=spec.demanding,
        end_user={"companyName": "End User3", "countryCode": country},
        lines=lines_of(spec.parts, country, spec.vendor, 2 if spec.in_parts else 1),
    )


def _past(now: float, country: str) -> list[Quote]:
    """Return the quotes of the last year and a bit: a third of them of the last 30 days."""
    dice = random.Random("quotes")  # noqa: S311 - repeatable on purpose
    quotes: list[Quote] = []
    for index in range(100):
        age = dice.uniform(0.1, 29.5) if index % 3 == 0 else dice.uniform(31, KEPT_DAYS + 30)
        parts = [(f"{dice.choice('ABCDEFGH')}{dice.randrange(40):02d}{dice.choice('KLP')}7", dice.randrange(1, 20))]
        parts += [(f"{dice.choice('ABCDEFGH')}{dice.randrange(40):02d}{dice.choice('KLP')}7", 1)] * dice.randrange(4)
        lines = lines_of(parts, country)
        created = now - age * DAY
        quotes.append(
            Quote(
                number=_number(11_000_000 + index * 7919),
                name=f"Offer {index + 1}",
                vendor=lines[0].product.vendor_name,
                created_at=created,
                modified_at=created,
                currency_code=catalogue.currency_of(country),
                expires_on=None if index % 4 == 0 else day_of(created) + timedelta(days=400),
                special_bid=f"{dice.randrange(10**7):07d}-{dice.randrange(10**4):04d}" if index % 5 == 0 else None,
                end_user={"companyName": dice.choice(_CUSTOMERS), "countryCode": country},
                lines=lines,
            )
        )
    return quotes


def _number(count: int) -> str:
    digest = hashlib.sha256(str(count).encode()).digest()
    tail = "".join(f"{_LETTERS[digest[at] % len(_LETTERS)]}{digest[at + 1] % 10}" for at in (0, 2, 4))
    return f"QUO-{count}-{tail}"
