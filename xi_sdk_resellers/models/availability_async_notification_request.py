# Generated from the contract by "python -m codegen". Changes made here are lost.
"""AvailabilityAsyncNotificationRequest and its parts."""

from collections.abc import Mapping
from typing import ClassVar

from xi_sdk_resellers._modelling.base import RequestModel
from xi_sdk_resellers.models.link import Link


class AvailabilityAsyncNotificationResource(RequestModel):
    """One product whose stock changed."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Product", "ingram_part_number")

    event_type: str | None = None
    """What happened: IM::STOCK_UPDATE. Compare without regard to letter case."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the product."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the product."""
    vendor_name: str | None = None
    """The manufacturer."""
    upc_code: str | None = None
    """The product's barcode number."""
    sku_status: str | None = None
    """State of the product. Often null."""
    back_order_flag: str | None = None
    """Whether more can be ordered than there is: Y or N."""
    total_availability: str | None = None
    """How many units all warehouses have together, as text."""
    links: list[Link] | None = None
    """Where to read more of the product."""


class AvailabilityAsyncNotificationRequest(RequestModel):
    """Event that tells that the stock of products changed. Only products that the account may buy, at most 4,000 in one
    event.
    """

    other_spellings: ClassVar[Mapping[str, str]] = {"eventid": "event_id"}

    topic: str | None = None
    """Who the event is for: resellers/catalog."""
    event: str | None = None
    """What kind of event this is: im::updated."""
    event_time_stamp: str | None = None
    """When the event was sent."""
    event_id: str | None = None
    """ID of the event. The signature in x-hub-signature is made from it, and it tells repeated events apart."""
    resource: list[AvailabilityAsyncNotificationResource] | None = None
    """The products whose stock changed."""
