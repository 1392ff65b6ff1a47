# Generated from the contract by "python -m codegen". Changes made here are lost.
"""AsyncOrderCreateNotification and its parts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.link import Link
from xi_sdk_resellers.models.vocabularies import Status

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import CountryCode, LineStatus, OrderType, WebhookEvent, WebhookEventType
else:
    CountryCode = LineStatus = OrderType = WebhookEvent = WebhookEventType = str


class AsyncOrderCreateNotificationShipToInfo(AnswerModel):
    """Where the goods will go."""

    address_id: str | None = None
    """Short code of the delivery address, when it is one of your registered ones."""
    company_name: str | None = None
    """Company that receives the goods."""
    address_line1: str | None = None
    """Street and house number of the delivery address."""
    address_line2: str | None = None
    """Building, floor or apartment of the delivery address."""
    city: str | None = None
    """City of the delivery address."""
    state: str | None = None
    """State or province of the delivery address as a short code, such as KS."""
    postal_code: str | None = None
    """Postal code of the delivery address."""
    country_code: CountryCode | str | None = None
    """Country of the delivery address: two letters (ISO 3166-1 alpha-2)."""


class AsyncOrderCreateNotificationLineShipmentDetails(AnswerModel):
    """How a placed line travels."""

    carrier_code: str | None = None
    """Short code of the carrier, such as RG (FedEx Ground)."""
    carrier_name: str | None = None
    """Carrier in words."""
    ship_from_warehouse_id: str | None = None
    """Code of the warehouse that the goods leave from."""
    ship_from_location: str | None = None
    """Place that the goods leave from, usually city and state."""


class AsyncOrderCreateNotificationLine(AnswerModel):
    """One line that was placed."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"shipment_details"})

    sub_order_number: str | None = None
    """Number of the part of the order that leaves from one warehouse: the order number plus a two-digit suffix."""
    ingram_line_number: str | None = None
    """Ingram Micro's number for the line, often with leading zeros."""
    customer_line_number: str | None = None
    """Your own number for the line."""
    line_status: LineStatus | str | None = None
    """Where the line stands. Compare without regard to letter case; some values carry the prefix im::."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    unit_price: Decimal | None = None
    """Price of one unit, in the currency of the order."""
    extended_unit_price: Decimal | None = None
    """Unit price times quantity. 0 while the line is backordered."""
    quantity_ordered: int | None = None
    """How many units you asked for."""
    quantity_confirmed: int | None = None
    """How many units are certain to be delivered."""
    quantity_back_ordered: int | None = None
    """How many units wait for new stock."""
    notes: str | None = None
    """The article in words, and notes on the line. Several notes are separated by ||."""
    shipment_details: list[AsyncOrderCreateNotificationLineShipmentDetails] | None = None
    """How the line travels."""

    @property
    def status(self) -> Status | None:
        """What line_status says, whatever its spelling; None when there is nothing."""
        return Status.read(self.line_status)


class AsyncOrderCreateNotificationOrder(AnswerModel):
    """One order that was placed."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"links"})

    number_of_lines_with_success: int | None = None
    """How many lines were placed."""
    number_of_lines_with_error: int | None = None
    """How many lines were rejected."""
    number_of_lines_with_warning: int | None = None
    """How many lines were placed with a warning."""
    ingram_order_number: str | None = None
    """Ingram Micro's number for the order, such as 20-RD3QV. Use it to read, change, release or cancel the order."""
    ingram_order_date: str | None = None
    """When the order was created: a day, or a moment with its time zone."""
    notes: str | None = None
    """Notes on the order. Several notes are separated by ||."""
    order_type: OrderType | str | None = None
    """How the order is served: S from stock, D shipped by the manufacturer. Some countries use codes of their own, such
    as ZOR.
    """
    order_total: Decimal | None = None
    """What this order costs in all, in its currency."""
    freight_charges: Decimal | None = None
    """What shipping costs."""
    total_tax: Decimal | None = None
    """Tax on the order."""
    currency_code: str | None = None
    """Currency of all amounts: three letters (ISO 4217)."""
    lines: list[AsyncOrderCreateNotificationLine] | None = None
    """The lines that were placed."""
    links: list[Link] | None = None
    """Where to read this order."""


class AsyncOrderCreateNotificationResource(AnswerModel):
    """What became of a v7 request: one or more orders."""

    customer_order_number: str | None = None
    """Your own number for the order, as it stands in your system."""
    bill_to_address_id: str | None = None
    """Short code of the billing address in use."""
    order_split: bool | None = None
    """True when the request became several orders."""
    processed_partially: bool | None = None
    """True when only part of the request was placed."""
    purchase_order_total: Decimal | None = None
    """What the whole request costs with tax and fees, summed over all orders that it became."""
    ship_to_info: AsyncOrderCreateNotificationShipToInfo | None = None
    """Where the goods will go."""
    orders: list[AsyncOrderCreateNotificationOrder] | None = None
    """The orders that were placed. One request can become several."""


class AsyncOrderCreateNotification(AnswerModel):
    """Event that tells what became of a v7 order."""

    other_spellings: ClassVar[Mapping[str, str]] = {"eventid": "event_id"}

    topic: str | None = None
    """Who the event is for: resellers/orders."""
    event: WebhookEvent | str | None = None
    """What kind of event this is, for a new order IM::created."""
    event_time_stamp: str | None = None
    """When the event was sent."""
    event_id: str | None = None
    """ID of the event. The signature in x-hub-signature is made from it, and it tells repeated events apart."""
    event_type: WebhookEventType | str | None = None
    """What happened, for a placed order IM::async_order_create. Compare without regard to letter case."""
    resource: AsyncOrderCreateNotificationResource | None = None
    """The order or orders that were placed, as v6 would have answered."""
