"""The things a ledger holds: orders, their lines and shipments, requests and deliveries."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

from xi_sdk_resellers.sandbox.wire import HeaderMap

ON_HOLD = "ON HOLD"
PROCESSING = "PROCESSING"
BACKORDERED = "BACKORDERED"
SHIPPED = "SHIPPED"
CANCELLED = "CANCELLED"


def _no_texts() -> list[str]:
    return []


@dataclass(slots=True)
class Shipment:
    """One parcel of one line."""

    quantity: int
    shipped_on: date
    carrier_code: str
    carrier_name: str
    tracking_number: str
    delivery_number: str
    estimated_delivery: date
    delivered_on: date | None = None
    invoice_number: str | None = None
    invoiced_on: date | None = None
    serial_numbers: list[str] = field(default_factory=_no_texts)


def _no_shipments() -> list[Shipment]:
    return []


@dataclass(slots=True)
class PlacedLine:
    """One line of a placed order; a comment line has no part number and no quantity."""

    line_number: int
    customer_line_number: str
    part_number: str | None
    quantity_ordered: int = 0
    quantity_backordered: int = 0
    unit_price: Decimal = Decimal(0)
    sub_order_number: str = ""
    vendor_part_number: str = ""
    vendor_name: str = ""
    description: str = ""
    weight: float = 0.0
    warehouse_id: str = ""
    warehouse_location: str = ""
    carrier_code: str = ""
    carrier_name: str = ""
    notes: str = ""
    special_bid_number: str | None = None
    shipments: list[Shipment] = field(default_factory=_no_shipments)

    @property
    def is_comment(self) -> bool:
        """Whether this line is text without a product."""
        return self.part_number is None

    @property
    def quantity_confirmed(self) -> int:
        """How many of the ordered pieces are there to be shipped."""
        return self.quantity_ordered - self.quantity_backordered

    @property
    def quantity_shipped(self) -> int:
        """How many pieces have left."""
        return sum(shipment.quantity for shipment in self.shipments)

    @property
    def total(self) -> Decimal:
        """The price of all ordered pieces."""
        return self.unit_price * self.quantity_ordered


def _no_lines() -> list[PlacedLine]:
    return []


def _no_address() -> dict[str, Any]:
    return {}


@dataclass(slots=True)
class PlacedOrder:
    """One order that the sandbox has accepted."""

    ingram_order_number: str
    customer_order_number: str
    customer_number: str
    country_code: str
    currency_code: str
    order_type: str
    placed_at: float
    sequence: int
    source: str
    correlation_id: str | None = None
    end_customer_order_number: str | None = None
    bill_to_address_id: str = "000"
    special_bid_number: str | None = None
    notes: str = ""
    quote_number: str | None = None
    confirmation_number: str | int | None = None
    freight: Decimal = Decimal(0)
    tax: Decimal = Decimal(0)
    on_hold: bool = False
    cancelled: bool = False
    voided: bool = False
    found_after_search: int = 0
    ship_to: dict[str, Any] = field(default_factory=_no_address)
    end_user: dict[str, Any] = field(default_factory=_no_address)
    lines: list[PlacedLine] = field(default_factory=_no_lines)
    invoice_numbers: list[str] = field(default_factory=_no_texts)

    @property
    def placed_on(self) -> date:
        """The day the order was placed, in UTC."""
        return self.placed_time.date()

    @property
    def placed_time(self) -> datetime:
        """The moment the order was placed, in UTC."""
        return datetime.fromtimestamp(int(self.placed_at), timezone.utc)

    @property
    def products(self) -> list[PlacedLine]:
        """The lines that are products, without comment lines."""
        return [line for line in self.lines if not line.is_comment]

    @property
    def status(self) -> str:
        """`ON HOLD`, `PROCESSING`, `BACKORDERED`, `SHIPPED` or `CANCELLED`."""
        if self.cancelled or self.voided:
            return CANCELLED
        if self.on_hold:
            return ON_HOLD
        return status_of_lines(self.products)

    @property
    def sub_total(self) -> Decimal:
        """The price of all lines, without freight and tax."""
        return sum((line.total for line in self.products), Decimal(0))

    @property
    def total(self) -> Decimal:
        """The price of all lines with freight and tax."""
        return self.sub_total + self.freight + self.tax

    def line_status(self, line: PlacedLine) -> str:
        """Return the status of one line, in the words of `status`."""
        if self.cancelled or self.voided:
            return CANCELLED
        return ON_HOLD if self.on_hold else status_of_lines([line])


def status_of_lines(lines: list[PlacedLine]) -> str:
    """Return the status that these lines have together, leaving hold and cancellation aside."""
    if lines and all(line.quantity_shipped >= line.quantity_ordered for line in lines):
        return SHIPPED
    return BACKORDERED if any(line.quantity_backordered for line in lines) else PROCESSING


@dataclass(slots=True)
class RecordedRequest:
    """One request that arrived, and what became of it."""

    number: int
    method: str
    path: str
    query: dict[str, list[str]]
    headers: HeaderMap
    body: bytes
    connection_id: int
    operation: str | None
    correlation_id: str | None
    status: int | None = None
    fault: str | None = None


@dataclass(slots=True)
class Delivery:
    """One webhook event and what the receiver said; status None means it could not be delivered."""

    event_id: str
    event_type: str
    event: dict[str, Any]
    body: bytes
    headers: dict[str, str]
    url: str | None
    status: int | None = None
    error: str | None = None
