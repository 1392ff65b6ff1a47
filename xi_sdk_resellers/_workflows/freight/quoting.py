"""What an estimate means for a whole order: which carriers can take all of it, what they cost, how long they need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from xi_sdk_resellers._values.answers import parts, text, value_of
from xi_sdk_resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from xi_sdk_resellers.models.freight_response import FreightEstimate, FreightEstimateWarehouse, FreightResponse

By: TypeAlias = Literal["price", "days"]
"""What makes a carrier the best: that it costs least, or that it is there first."""


class _Offer(NamedTuple):
    """What one carrier takes for the shipment of one warehouse."""

    name: str
    mode: str
    charge: Decimal | None
    days: int | None


@dataclass(frozen=True, slots=True)
class FreightOption:
    """A carrier that can take the shipments of all warehouses.

    Attributes:
        code: the carrier's code, such as ``RG``.
        name: the carrier in words.
        mode: how it carries, such as ``SML`` for parcels; empty when it is not told.
        charge: what it takes for all shipments together, in the currency of the quote; None when it is not told.
        days: days until the last shipment is there; None when they are not told.
        charges: what it takes for each shipment, by warehouse.
    """

    code: str
    name: str
    mode: str
    charge: Decimal | None
    days: int | None
    charges: Mapping[str, Decimal | None] = field(repr=False)


@dataclass(frozen=True, slots=True)
class FreightQuote:
    """What it would cost to ship an order.

    Attributes:
        options: the carriers that can take the shipments of all warehouses, the cheapest first. Empty when no carrier
            comes to all of them, or when nothing leaves from a warehouse.
        total: the freight of all warehouses, each with the carrier that the vendor has chosen for it; None when it is
            not told.
        currency: three letters; empty when it is not told.
        warehouses: the codes of the warehouses that take part.
        estimate: the vendor's estimate in full; None when there is none in its answer.
    """

    options: tuple[FreightOption, ...]
    total: Decimal | None
    currency: str
    warehouses: tuple[str, ...]
    estimate: FreightEstimate | None = field(repr=False)

    @property
    def cheapest(self) -> FreightOption | None:
        """The carrier that takes least for all shipments; of several the fastest."""
        return self.best("price")

    @property
    def fastest(self) -> FreightOption | None:
        """The carrier whose last shipment is there first; of several the cheapest."""
        return self.best("days")

    def best(self, by: By = "price") -> FreightOption | None:
        """Choose a carrier for the whole order.

        Args:
            by: ``"price"`` for the one that takes least, ``"days"`` for the one that is there first.

        Returns:
            The carrier; None when none can take everything, or none tells its price or its days.

        Raises:
            ApiValueError: ``by`` is something else.
        """
        if by not in ("price", "days"):  # pyright: ignore[reportUnnecessaryContains]
            raise ApiValueError(f"by must be 'price' or 'days', not {by!r}")
        known = [option for option in self.options if (option.charge if by == "price" else option.days) is not None]
        return min(known, key=_by_price if by == "price" else _by_days, default=None)


_ENDLESS = (Decimal("Infinity"), 10**9)


def _by_price(option: FreightOption) -> tuple[Decimal | int, Decimal | int, str]:
    charge, days = _figures(option)
    return charge, days, option.code


def _by_days(option: FreightOption) -> tuple[Decimal | int, Decimal | int, str]:
    charge, days = _figures(option)
    return days, charge, option.code


def _figures(option: FreightOption) -> tuple[Decimal, int]:
    """Give charge and days, what is not told as more than anything."""
    return (
        _ENDLESS[0] if option.charge is None else option.charge,
        _ENDLESS[1] if option.days is None else option.days,
    )


def quote_of(response: FreightResponse) -> FreightQuote:
    """Draw from an estimate what it means for the whole order.

    Args:
        response: the answer to the request for an estimate.
    """
    found: object = response.freight_estimate_response
    estimate = response.freight_estimate_response if hasattr(found, "distribution") else None
    shipments = parts(estimate.distribution) if estimate is not None else []
    names = tuple(text(shipment.ship_from_branch_number) or f"#{index}" for index, shipment in enumerate(shipments, 1))
    return FreightQuote(
        options=tuple(sorted(_options(shipments, names), key=_by_price)),
        total=_amount(value_of(estimate, "total_freight_amount")),
        currency=text(value_of(estimate, "currency_code")),
        warehouses=tuple(dict.fromkeys(names)),
        estimate=estimate,
    )


def _options(shipments: list[FreightEstimateWarehouse], names: tuple[str, ...]) -> Iterator[FreightOption]:
    """Join the carriers of all shipments: only one that is offered for each of them counts."""
    offered = [_offers(shipment) for shipment in shipments]
    for code in offered[0] if offered else ():
        offers = [carriers[code] for carriers in offered if code in carriers]
        if len(offers) < len(offered):
            continue
        days = [offer.days for offer in offers]
        charges: dict[str, Decimal | None] = {}
        for name, offer in zip(names, offers, strict=True):
            charges[name] = _sum([charges[name], offer.charge]) if name in charges else offer.charge
        yield FreightOption(
            code=code,
            name=next((offer.name for offer in offers if offer.name), ""),
            mode=next((offer.mode for offer in offers if offer.mode), ""),
            charge=_sum([offer.charge for offer in offers]),
            days=None if None in days else max(day for day in days if day is not None),
            charges=charges,
        )


def _offers(shipment: FreightEstimateWarehouse) -> dict[str, _Offer]:
    """List what the carriers of one shipment take, by their codes; the one that was chosen is one of them."""
    chosen = _Offer(text(shipment.ship_via), "", _amount(shipment.freight_rate), _days(shipment.transit_days))
    found: dict[str, _Offer] = {}
    for carrier in parts(shipment.carrier_list):
        code = text(carrier.carrier_code).upper()
        charge, days = _amount(carrier.estimated_freight_charge), _days(carrier.days_in_transit)
        offer = _Offer(text(carrier.ship_via), text(carrier.carrier_mode), charge, days)
        known = found.get(code)
        if known is None or known.charge is None or (charge is not None and charge < known.charge):
            found[code] = offer
    found.setdefault(text(shipment.carrier_code).upper(), chosen)
    found.pop("", None)
    return found


def _sum(amounts: list[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _amount(value: object) -> Decimal | None:
    """Read an amount, also out of a text; None for what is none."""
    try:
        amount = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and amount >= 0 else None


def _days(value: object) -> int | None:
    """Read a number of days, also out of a text; None for what is none."""
    days = _amount(value)
    return int(days) if days is not None and days == days.to_integral_value() and days < _ENDLESS[1] else None


for _public in (FreightOption, FreightQuote):
    _public.__module__ = "xi_sdk_resellers.freight"
