"""Orders of the past."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from xi_sdk_resellers.sandbox.world import catalogue
from xi_sdk_resellers.sandbox.world.account import default_address
from xi_sdk_resellers.sandbox.world.ledger import Ledger
from xi_sdk_resellers.sandbox.world.order_lines import freight_for, new_line, number_lines
from xi_sdk_resellers.sandbox.world.records import PlacedLine, PlacedOrder
from xi_sdk_resellers.sandbox.world.settings import HOLD_SECONDS, Settings
from xi_sdk_resellers.sandbox.world.shipping import ship_line, write_invoice

_COMPANIES = (
    "Alder Clinic", "Birch & Sons", "Cedar Valley Schools", "Dogwood Law", "Elm Street Bank", "Fir Logistics",
    "Gum Tree Media", "Hazel Foods", "Ironwood Works", "Juniper Hotels",
)  # fmt: skip
_DAY = 86400


def seed_orders(
    ledger: Ledger, settings: Settings, count: int, start: date | None, end: date | None, seed: int
) -> list[PlacedOrder]:
    """Write `count` orders placed from `start` to `end`; `Sandbox.seed_orders` tells the details.

    Most orders are shipped after a few days, some wait for stock, a few are cancelled, and of
    the last day's some are still on hold. Nothing lies in the future of `end` or of the clock.
    """
    now = settings.clock()
    today = datetime.fromtimestamp(now, timezone.utc).date()
    end = end or today
    start = start or end - timedelta(days=90)
    if end < start:
        raise ValueError(f"the history would end ({end}) before it starts ({start})")
    dice = random.Random(f"{seed}/{count}/{start}")  # noqa: S311 - repeatable on purpose
    first = datetime(start.year, start.month, start.day, tzinfo=timezone.utc).timestamp()
    seconds = ((end - start).days + 1) * _DAY
    moments = sorted(first + dice.randrange(seconds) for _ in range(count))
    latest = min(now, first + seconds - 1)
    with ledger.lock:
        return [_past_order(ledger, settings, dice, min(moment, latest), latest, end) for moment in moments]


def _past_order(
    ledger: Ledger, settings: Settings, dice: random.Random, moment: float, latest: float, end: date
) -> PlacedOrder:
    number, sequence = ledger.next_order_number()
    country = settings.country_code
    lines = [_past_line(dice, country) for _ in range(dice.choices((1, 2, 3, 4, 6, 9), (40, 25, 15, 10, 6, 4))[0])]
    order_type = catalogue.DIRECT_SHIP if dice.random() < 0.15 else catalogue.STOCK
    number_lines(number, lines)
    company = dice.choice(_COMPANIES)
    order = PlacedOrder(
        ingram_order_number=number,
        customer_order_number=f"PO-{sequence + 10_000}",
        customer_number=settings.customer_number,
        country_code=country,
        currency_code=catalogue.currency_of(country),
        order_type=order_type,
        placed_at=moment,
        sequence=sequence,
        source="seed",
        end_customer_order_number=f"EU-{dice.randrange(10**6):06d}",
        special_bid_number=f"BID{dice.randrange(10**5):05d}" if dice.random() < 0.1 else None,
        freight=freight_for(country, order_type, lines),
        ship_to=default_address(country),
        end_user={"companyName": company, "contact": "Receiving desk", "countryCode": country},
        lines=lines,
    )
    order.tax = (order.sub_total * Decimal("0.0725")).quantize(Decimal("0.01")) if country == "US" else Decimal(0)
    _live_through(order, dice, latest, end)
    ledger.add(order)
    return order


def _past_line(dice: random.Random, country: str) -> PlacedLine:
    # A reseller orders the same few hundred things again and again.
    product = catalogue.find_product(f"{dice.choice('ABCDEFGH')}{dice.randrange(40):02d}{dice.choice('KLP')}7")
    assert product is not None, "these part numbers all exist"
    quantity = dice.choices((1, 2, 3, 5, 10, 25), (35, 20, 15, 15, 10, 5))[0]
    return new_line(product, quantity, f"{dice.randrange(1, 999):03d}", country, there=quantity)


def _live_through(order: PlacedOrder, dice: random.Random, latest: float, end: date) -> None:
    """Let the order come as far as its age allows."""
    fate = dice.random()
    if fate < 0.05:
        order.cancelled = True
        return
    if fate < 0.35 and latest - order.placed_at < HOLD_SECONDS:
        order.on_hold = True
        return
    invoices: dict[tuple[str, date], str] = {}
    for line in order.lines:
        wait = dice.choices((0, 1, 2, 3, 5), (10, 35, 30, 15, 10))[0]
        quantity = line.quantity_ordered
        late = dice.random()
        if late < 0.06:
            # Nothing is in stock; now and then it came in weeks later.
            if dice.random() < 0.5:
                line.quantity_backordered = quantity
                continue
            wait += dice.randrange(10, 30)
        elif late < 0.10 and quantity > 1:
            line.quantity_backordered = dice.randrange(1, quantity)
            quantity -= line.quantity_backordered
        day = order.placed_on + timedelta(days=wait)
        if day > end:
            if late < 0.06:
                line.quantity_backordered = line.quantity_ordered
            continue
        arrival = day + timedelta(days=dice.randrange(1, 5))
        delivered = arrival if arrival <= end else None
        part = line.sub_order_number
        if (part, day) not in invoices:
            invoices[part, day] = write_invoice(order, part)
        number = invoices[part, day]
        line.shipments.append(ship_line(order, line, quantity, day, invoice_number=number, delivered_on=delivered))
