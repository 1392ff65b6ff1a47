# Generated from the contract by "python -m codegen". Changes made here are lost.
"""OrderStatusAsyncNotificationRequest and its parts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers._modelling.mixins.has_shipments import HasShipments
from xi_sdk_resellers._values.answers import several
from xi_sdk_resellers.models.link import Link
from xi_sdk_resellers.models.serial_number import SerialNumber
from xi_sdk_resellers.models.vocabularies import Status

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import LineStatus, WebhookEvent, WebhookEventType
else:
    LineStatus = WebhookEvent = WebhookEventType = str


class OrderStatusAsyncNotificationPackage(AnswerModel):
    """One carton of a shipment."""

    other_spellings: ClassVar[Mapping[str, str]] = {"quantityInBox": "quantity_inbox"}

    carton_number: str | None = None
    """Number of the carton."""
    quantity_inbox: str | None = None
    """How many units are in the carton, as text. May be empty."""
    tracking_number: str | None = None
    """The carrier's number for following the parcel; now and then several numbers in one text, which tracking_numbers
    has one by one.
    """

    @property
    def tracking_numbers(self) -> list[str]:
        """What tracking_number holds, one by one; empty when there is nothing."""
        return several(self.tracking_number)


class OrderStatusAsyncNotificationShipment(AnswerModel):
    """One shipment of a line that changed."""

    shipment_date: str | None = None
    """Day on which the goods left."""
    ship_from_warehouse_id: str | None = None
    """Code of the warehouse that the goods leave from."""
    warehouse_name: str | None = None
    """Name of that warehouse."""
    carrier_code: str | None = None
    """Short code of the carrier, such as RG (FedEx Ground)."""
    carrier_name: str | None = None
    """Carrier in words."""
    package_details: list[OrderStatusAsyncNotificationPackage] | None = None
    """The cartons of this shipment."""


class OrderStatusAsyncNotificationLine(AnswerModel):
    """One line that changed. Quantities come as numbers or as text."""

    other_spellings: ClassVar[Mapping[str, str]] = {
        "lineNumber": "line_number",
        "ingramLineNumber": "line_number",
        "backOrderedQuantity": "backordered_quantity",
    }

    one_for_list: ClassVar[frozenset[str]] = frozenset({"shipment_details"})

    line_number: str | None = Field(default=None, validation_alias="LineNumber", serialization_alias="LineNumber")
    """Ingram Micro's number for the line. The key is spelled in several ways."""
    sub_order_number: str | None = None
    """Number of the part of the order that leaves from one warehouse: the order number plus a two-digit suffix."""
    line_status: LineStatus | str | None = None
    """Where the line stands, for example IM::shipped. Compare without regard to letter case."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
    requested_quantity: int | None = None
    """How many units you asked for."""
    shipped_quantity: int | None = None
    """How many units have left the warehouse."""
    backordered_quantity: int | None = None
    """How many units wait for new stock."""
    shipment_details: list[OrderStatusAsyncNotificationShipment] | None = None
    """The shipments of the line."""
    serial_number_details: list[SerialNumber] | None = None
    """Serial numbers of the shipped units."""

    @property
    def status(self) -> Status | None:
        """What line_status says, whatever its spelling; None when there is nothing."""
        return Status.read(self.line_status)


class OrderStatusAsyncNotificationResource(HasShipments, AnswerModel):
    """One order that changed."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"links"})

    event_type: WebhookEventType | str | None = None
    """What happened. Compare without regard to letter case."""
    order_number: str | None = None
    """Ingram Micro's number for the order."""
    customer_order_number: str | None = None
    """Your own number for the order, as it stands in your system."""
    order_entry_time_stamp: str | None = None
    """When the order was created."""
    lines: list[OrderStatusAsyncNotificationLine] | None = None
    """The lines that changed."""
    links: list[Link] | None = None
    """Where to read the order."""

    @property
    def status(self) -> Status | None:
        """What event_type says, whatever its spelling; None when there is nothing."""
        return Status.read(self.event_type)


class OrderStatusAsyncNotificationRequest(AnswerModel):
    """Event that tells that orders changed their state."""

    other_spellings: ClassVar[Mapping[str, str]] = {"eventid": "event_id"}

    topic: str | None = None
    """Who the event is for: resellers/orders."""
    event: WebhookEvent | str | None = None
    """What kind of event this is, for a changed order im::updated."""
    event_time_stamp: str | None = None
    """When the event was sent."""
    event_id: str | None = None
    """ID of the event. The signature in x-hub-signature is made from it, and it tells repeated events apart."""
    resource: list[OrderStatusAsyncNotificationResource] | None = None
    """The orders that changed."""
