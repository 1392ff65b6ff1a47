"""Contracts that run out, always the same ones for the same day."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from xi_sdk_resellers.sandbox.world import catalogue
from xi_sdk_resellers.sandbox.world.quotes import DAY, Quote, QuoteLine
from xi_sdk_resellers.sandbox.world.records import PlacedOrder

COUNT = 114
OPEN = "Open"
CLOSED = "Closed"
ORDERED = "Ordered"
END_USERS = (
    "ABC Technologies", "Asbury Church", "Blue Harbor Clinic", "City of Lenexa", "Delta Freight", "Elm Street Schools",
    "First Bank of Omaha", "Green Valley Farms",
)  # fmt: skip
_OPEN_STATES = ("Ready to order", "Quote pending", "Notification sent", "Future", "Quote requested")
_CLOSED_STATES = (ORDERED, "Expired", "EOL", "Void", "Cancelled", "Other")


@dataclass(frozen=True, slots=True)
class RenewalLine:
    """One article of a renewal."""

    product: catalogue.Product
    quantity: int
    unit_price: Decimal


@dataclass(frozen=True, slots=True)
class Renewal:
    """One contract that runs out, as it was when the sandbox first looked."""

    number: int
    customer_order_number: str
    purchase_order_number: str
    end_user: str
    vendor: str
    sub_status: str
    start: date
    end: date
    invoiced: date
    notification: str
    quote_number: str
    serial_numbers: tuple[str, ...]
    lines: tuple[RenewalLine, ...]

    @property
    def value(self) -> Decimal:
        """What all lines cost together."""
        return sum((line.unit_price * line.quantity for line in self.lines), Decimal(0))

    def state(self, orders: Iterable[PlacedOrder]) -> tuple[str, str]:
        """Return whether it is open or closed, and its state in words: an order of its quote closes it."""
        sub_status = self.sub_status
        if self.quote_number and any(
            order.quote_number == self.quote_number for order in orders if not (order.cancelled or order.voided)
        ):
            sub_status = ORDERED
        return (OPEN if sub_status in _OPEN_STATES else CLOSED), sub_status

    def quote(self, now: float, country: str) -> Quote:
        """Return the quote for it, at its prices; nothing is left of it when the renewal was ordered."""
        left = 0 if self.sub_status == ORDERED else 1
        return Quote(
            number=self.quote_number,
            name=f"Renewal {self.number}",
            vendor=self.vendor,
            created_at=now - DAY,
            modified_at=now - DAY,
            currency_code=catalogue.currency_of(country),
            expires_on=self.end,
            end_user={"companyName": self.end_user, "countryCode": country},
            lines=[
                QuoteLine(
                    str(number), line.product, line.quantity, line.quantity * left, line.unit_price, line.unit_price
                )
                for number, line in enumerate(self.lines, 1)
            ],
        )


def seed_renewals(today: date, country: str) -> list[Renewal]:
    """Make the renewals of an account, those that run out first in front."""
    dice = random.Random("renewals")  # noqa: S311 - a made-up past, not a secret
    made = [_renewal(dice, 4239001 + index, today, country) for index in range(COUNT)]
    return sorted(made, key=lambda renewal: (renewal.end, renewal.number))


def _renewal(dice: random.Random, number: int, today: date, country: str) -> Renewal:
    is_open = dice.random() < 0.6
    sub_status = dice.choice(_OPEN_STATES if is_open else _CLOSED_STATES)
    days = dice.randrange(5, 180) if is_open else -dice.randrange(1, 365)
    end = today + timedelta(days=days)
    start = end - timedelta(days=365 * dice.choice((1, 1, 3)))
    lines = tuple(_line(dice, country) for _ in range(dice.randrange(1, 4)))
    asked = sub_status in ("Ready to order", "Quote pending", ORDERED)
    return Renewal(
        number=number,
        customer_order_number=f"PO-{dice.randrange(10**5):05d}",
        purchase_order_number=f"80{dice.randrange(10**5):05d}",
        end_user=dice.choice(END_USERS),
        vendor=lines[0].product.vendor_name,
        sub_status=sub_status,
        start=start,
        end=end,
        invoiced=start + timedelta(days=2),
        notification=f"N-{dice.randrange(10**5):05d}" if sub_status == "Notification sent" else "",
        quote_number=f"QUO-{number}-{dice.randrange(16**6):06X}" if asked else "",
        serial_numbers=tuple(f"{dice.randrange(10**10):010d}" for _ in range(dice.randrange(1, 3))),
        lines=lines,
    )


def _line(dice: random.Random, country: str) -> RenewalLine:
    product = catalogue.find_product(f"{dice.choice('ABCDEFGH')}{dice.randrange(40):02d}{dice.choice('KLP')}7")
    assert product is not None, "these part numbers all exist"
    return RenewalLine(product, dice.choice((1, 2, 4, 6, 10)), catalogue.price_in(country, product.price))
