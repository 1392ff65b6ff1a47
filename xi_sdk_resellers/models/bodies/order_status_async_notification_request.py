# Generated from the contract by "python -m codegen". Changes made here are lost.
"""OrderStatusAsyncNotificationRequest and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi_sdk_resellers.models.bodies.link import LinkDict
    from xi_sdk_resellers.models.bodies.serial_number import SerialNumberDict
    from xi_sdk_resellers.models.enums import LineStatus, WebhookEvent, WebhookEventType
    from xi_sdk_resellers.models.link import Link
    from xi_sdk_resellers.models.order_status_async_notification_request import (
        OrderStatusAsyncNotificationLine,
        OrderStatusAsyncNotificationPackage,
        OrderStatusAsyncNotificationResource,
        OrderStatusAsyncNotificationShipment,
    )
    from xi_sdk_resellers.models.serial_number import SerialNumber


class OrderStatusAsyncNotificationPackageDict(TypedDict, total=False):
    """One carton of a shipment."""

    cartonNumber: str | None
    """Number of the carton."""
    quantityInbox: str | int | None
    """How many units are in the carton, as text. May be empty."""
    trackingNumber: str | None
    """The carrier's number for following the parcel; now and then several numbers in one text, which tracking_numbers
    has one by one.
    """


class OrderStatusAsyncNotificationShipmentDict(TypedDict, total=False):
    """One shipment of a line that changed."""

    shipmentDate: str | None
    """Day on which the goods left."""
    shipFromWarehouseId: str | None
    """Code of the warehouse that the goods leave from."""
    warehouseName: str | None
    """Name of that warehouse."""
    carrierCode: str | None
    """Short code of the carrier, such as RG (FedEx Ground)."""
    carrierName: str | None
    """Carrier in words."""
    packageDetails: "Sequence[OrderStatusAsyncNotificationPackage | OrderStatusAsyncNotificationPackageDict] | None"
    """The cartons of this shipment."""


class OrderStatusAsyncNotificationLineDict(TypedDict, total=False):
    """One line that changed. Quantities come as numbers or as text."""

    LineNumber: str | None
    """Ingram Micro's number for the line. The key is spelled in several ways."""
    subOrderNumber: str | None
    """Number of the part of the order that leaves from one warehouse: the order number plus a two-digit suffix."""
    lineStatus: "LineStatus | str | None"
    """Where the line stands, for example IM::shipped. Compare without regard to letter case."""
    ingramPartNumber: str | None
    """Ingram Micro's number for the article."""
    vendorPartNumber: str | None
    """The manufacturer's number for the article."""
    requestedQuantity: int | str | None
    """How many units you asked for."""
    shippedQuantity: int | str | None
    """How many units have left the warehouse."""
    backorderedQuantity: int | str | None
    """How many units wait for new stock."""
    shipmentDetails: "Sequence[OrderStatusAsyncNotificationShipment | OrderStatusAsyncNotificationShipmentDict] | None"
    """The shipments of the line."""
    serialNumberDetails: "Sequence[SerialNumber | SerialNumberDict] | None"
    """Serial numbers of the shipped units."""


class OrderStatusAsyncNotificationResourceDict(TypedDict, total=False):
    """One order that changed."""

    eventType: "WebhookEventType | str | None"
    """What happened. Compare without regard to letter case."""
    orderNumber: str | None
    """Ingram Micro's number for the order."""
    customerOrderNumber: str | None
    """Your own number for the order, as it stands in your system."""
    orderEntryTimeStamp: str | None
    """When the order was created."""
    lines: "Sequence[OrderStatusAsyncNotificationLine | OrderStatusAsyncNotificationLineDict] | None"
    """The lines that changed."""
    links: "Sequence[Link | LinkDict] | None"
    """Where to read the order."""


class OrderStatusAsyncNotificationRequestDict(TypedDict, total=False):
    """Event that tells that orders changed their state."""

    topic: str | None
    """Who the event is for: resellers/orders."""
    event: "WebhookEvent | str | None"
    """What kind of event this is, for a changed order im::updated."""
    eventTimeStamp: str | None
    """When the event was sent."""
    eventId: str | None
    """ID of the event. The signature in x-hub-signature is made from it, and it tells repeated events apart."""
    resource: "Sequence[OrderStatusAsyncNotificationResource | OrderStatusAsyncNotificationResourceDict] | None"
    """The orders that changed."""
