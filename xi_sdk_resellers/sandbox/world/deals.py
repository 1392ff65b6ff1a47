"""Special bids, always the same ones for the same day; orders use them up."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from xi_sdk_resellers.sandbox.world import catalogue
from xi_sdk_resellers.sandbox.world.records import PlacedOrder
from xi_sdk_resellers.sandbox.world.renewals import END_USERS

COUNT = 60
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class DealLine:
    """One article of a deal: how many of it are granted, and what it costs with and without the deal."""

    product: catalogue.Product
    approved: int
    list_price: Decimal
    standard_price: Decimal


@dataclass(frozen=True, slots=True)
class Deal:
    """One special bid."""

    number: str
    version: str
    end_user: str
    vendor: str
    start: date
    end: date
    comments: str
    lines: tuple[DealLine, ...]

    @property
    def list_total(self) -> Decimal:
        """What everything that is granted costs at list prices."""
        return sum((line.list_price * line.approved for line in self.lines), Decimal(0))

    def remaining(self, line: DealLine, orders: Iterable[PlacedOrder]) -> int:
        """Return how many units of a line no order has used up yet; orders name the deal as their special bid."""
        used = sum(
            ordered.quantity_ordered
            for order in orders
            if not (order.cancelled or order.voided)
            for ordered in order.products
            if ordered.part_number == line.product.part_number
            and self.number in (ordered.special_bid_number, order.special_bid_number)
        )
        return max(0, line.approved - used)


def seed_deals(today: date, country: str) -> list[Deal]:
    """Make the deals of an account, those that run out last in front."""
    dice = random.Random("deals")  # noqa: S311 - a made-up past, not a secret
    made = [_deal(dice, index, today, country) for index in range(COUNT)]
    return sorted(made, key=lambda deal: (deal.end, deal.number), reverse=True)


def _deal(dice: random.Random, index: int, today: date, country: str) -> Deal:
    # A few numbers hold spaces, as the vendor's own sample does.
    number = f"TEST-RESEU DISC{index}" if index % 10 == 0 else f"{12345600 + index}"
    vendor = dice.choice(catalogue.VENDORS)
    end = today + timedelta(days=dice.randrange(-60, 300))
    return Deal(
        number=number,
        version=str(dice.randrange(1, 4)),
        end_user=dice.choice(END_USERS),
        vendor=vendor,
        start=end - timedelta(days=dice.choice((90, 180, 365))),
        end=end,
        comments=dice.choice(("", "", "Education only")),
        lines=tuple(_line(dice, country, vendor) for _ in range(dice.randrange(1, 4))),
    )


def _line(dice: random.Random, country: str, vendor: str) -> DealLine:
    while True:
        product = catalogue.find_product(f"{dice.choice('ABCDEFGH')}{dice.randrange(40):02d}{dice.choice('KLP')}7")
        if product is not None and product.vendor_name == vendor:
            break
    price = catalogue.price_in(country, product.price)
    standard = (price * dice.randrange(85, 97) / 100).quantize(_CENT)
    return DealLine(product, dice.choice((5, 10, 25, 100)), price, standard)
