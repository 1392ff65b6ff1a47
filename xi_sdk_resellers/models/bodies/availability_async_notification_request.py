# Generated from the contract by "python -m codegen". Changes made here are lost.
"""AvailabilityAsyncNotificationRequest and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi_sdk_resellers.models.availability_async_notification_request import AvailabilityAsyncNotificationResource
    from xi_sdk_resellers.models.bodies.link import LinkDict
    from xi_sdk_resellers.models.link import Link


class AvailabilityAsyncNotificationResourceDict(TypedDict, total=False):
    """One product whose stock changed."""

    eventType: str | None
    """What happened: IM::STOCK_UPDATE. Compare without regard to letter case."""
    ingramPartNumber: str | None
    """Ingram Micro's number for the product."""
    vendorPartNumber: str | None
    """The manufacturer's number for the product."""
    vendorName: str | None
    """The manufacturer."""
    upcCode: str | None
    """The product's barcode number."""
    skuStatus: str | None
    """State of the product. Often null."""
    backOrderFlag: str | None
    """Whether more can be ordered than there is: Y or N."""
    totalAvailability: str | int | None
    """How many units all warehouses have together, as text."""
    links: "Sequence[Link | LinkDict] | None"
    """Where to read more of the product."""


class AvailabilityAsyncNotificationRequestDict(TypedDict, total=False):
    """Event that tells that the stock of products changed. Only products that the account may buy, at most 4,000 in one
    event.
    """

    topic: str | None
    """Who the event is for: resellers/catalog."""
    event: str | None
    """What kind of event this is: im::updated."""
    eventTimeStamp: str | None
    """When the event was sent."""
    eventId: str | None
    """ID of the event. The signature in x-hub-signature is made from it, and it tells repeated events apart."""
    resource: "Sequence[AvailabilityAsyncNotificationResource | AvailabilityAsyncNotificationResourceDict] | None"
    """The products whose stock changed."""
