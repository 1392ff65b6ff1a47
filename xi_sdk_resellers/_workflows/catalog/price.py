"""The price of one part: what the vendor's answer says, and what it does not say. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._values.answers import is_model, items_of, parts, text, value_of
from xi_sdk_resellers._values.dates import day
from xi_sdk_resellers._workflows.catalog.parts import Batch, Wanted, key_of

if TYPE_CHECKING:
    from xi_sdk_resellers.exceptions import OpenApiException
    from xi_sdk_resellers.models.price_and_availability import PriceAndAvailability

_REFUSED = "E"
_NO_ANSWER = "the answer has nothing about this part"


@dataclass(frozen=True, slots=True)
class Price:
    """What one part costs, and how many there are. Made by :meth:`Catalog.prices`.

    None stands for what the vendor has not told: a quantity that is None is not zero.

    Attributes:
        part: the number that was asked for.
        part_kind: which kind of number that is, such as ``ingram_part_number``.
        price: what the account pays for a unit, its discounts included.
        list_price: the list price of a unit.
        currency: the currency of both (ISO 4217).
        available: whether there are any. It may be true while the quantity is not told.
        quantity: how many units all warehouses have together.
        by_warehouse: how many units each warehouse has, by its ID.
        eta: the day of the next delivery.
        reason: why the vendor has refused the part, or what went wrong.
        error: the exception that its batch has failed with.
        product: everything that the answer says of it.
    """

    part: str
    part_kind: str = "ingram_part_number"
    price: Decimal | None = None
    list_price: Decimal | None = None
    currency: str | None = None
    available: bool | None = None
    quantity: int | None = None
    by_warehouse: Mapping[str, int | None] = field(default_factory=dict[str, "int | None"])
    eta: date | None = None
    reason: str | None = None
    error: OpenApiException | None = field(default=None, repr=False, compare=False)
    product: PriceAndAvailability | None = field(default=None, repr=False, compare=False)

    @property
    def refused(self) -> bool:
        """Whether the vendor has refused the part: unknown, discontinued, not for this account."""
        return self.reason is not None and self.error is None

    @property
    def failed(self) -> bool:
        """Whether its batch has failed, so that nothing is known of it. It can be asked for again."""
        return self.error is not None


Price.__module__ = "xi_sdk_resellers.catalog"


def prices_of(batch: Batch, answer: object) -> list[Price]:
    """Read an answer: one price for each part of a batch, in the order of the batch.

    Args:
        batch: what was asked for.
        answer: the entries of the answer, in any order.
    """
    entries: list[Any] = [entry for entry in items_of(answer) if is_model(entry)]
    kinds = dict.fromkeys(one.kind for one in batch)
    found = {kind: _by_number(kind, entries) for kind in kinds}
    return [_price(one, found[one.kind].get(one.key[1])) for one in batch]


def failed_prices(batch: Batch, error: OpenApiException) -> list[Price]:
    """Make the prices of a batch that has failed."""
    reason = str(error).partition("\n")[0]
    return [Price(one.number, one.kind, reason=reason, error=error) for one in batch]


def _by_number(kind: str, entries: Iterable[Any]) -> dict[str, Any]:
    """Sort entries by a kind of number. Of several with one number, one that was not refused counts."""
    found: dict[str, Any] = {}
    for entry in entries:
        for number in _numbers(kind, entry):
            key = key_of(kind, number)
            if key and (key not in found or _is_refused(found[key])):
                found[key] = entry
    return found


def _numbers(kind: str, entry: Any) -> list[object]:
    if kind == "plan_id":
        return [value_of(plan, "plan_id") for plan in parts(value_of(entry, "subscription_price"))]
    names = ("vendor_part_number", "extended_vendor_part_number") if kind == "vendor_part_number" else (kind,)
    return [value_of(entry, name) for name in names]


def _is_refused(entry: Any) -> bool:
    return text(value_of(entry, "product_status_code")).upper() == _REFUSED


def _price(one: Wanted, entry: Any) -> Price:
    if entry is None:
        return Price(one.number, one.kind, reason=_NO_ANSWER)
    availability = value_of(entry, "availability")
    pricing = value_of(entry, "pricing") or value_of(availability, "pricing")
    if _is_refused(entry):
        reason = text(value_of(entry, "product_status_message")) or "refused without a reason"
        return Price(one.number, one.kind, reason=reason, product=entry)
    warehouses = parts(value_of(availability, "availability_by_warehouse"))
    by_warehouse = {
        text(value_of(each, "warehouse_id")): _count(value_of(each, "quantity_available")) for each in warehouses
    }
    quantity = _count(value_of(availability, "total_availability"))
    told = [count for count in by_warehouse.values() if count is not None]
    if quantity is None and told:
        quantity = sum(told)
    available = value_of(availability, "available")
    if not isinstance(available, bool):
        available = quantity > 0 if quantity is not None else None
    return Price(
        part=one.number,
        part_kind=one.kind,
        price=_amount(value_of(pricing, "customer_price")),
        list_price=_amount(value_of(pricing, "retail_price")),
        currency=text(value_of(pricing, "currency_code")) or None,
        available=available,
        quantity=quantity,
        by_warehouse=by_warehouse,
        eta=min(_days(warehouses), default=None),
        product=entry,
    )


def _days(warehouses: Iterable[Any]) -> Iterable[date]:
    """Yield the days on which deliveries are expected, as far as they can be read."""
    for warehouse in warehouses:
        expected = [value_of(each, "eta_date") for each in parts(value_of(warehouse, "back_order_info"))]
        said = map(_day, (*expected, value_of(warehouse, "quantity_backordered_eta")))
        yield from filter(None, said)


def _day(said: object) -> date | None:
    try:
        return day(said)
    except (TypeError, ValueError):
        return None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _amount(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None
