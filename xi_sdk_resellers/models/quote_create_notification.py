# Generated from the contract by "python -m codegen". Changes made here are lost.
"""QuoteCreateNotification and its parts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.quote_details_response import (
    QuoteAttribute,
    QuoteDetailsResponseEndUserInfo,
    QuoteDetailsResponseResellerInfo,
)

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import QuoteStatus
else:
    QuoteStatus = str


class QuoteCreateNotificationPrice(AnswerModel):
    """What one line costs."""

    quote_price: Decimal | None = None
    """What one unit costs you."""
    msrp: Decimal | None = None
    """List price of one unit."""
    extended_msrp: Decimal | None = None
    """List price of all units."""
    extended_quote_price: Decimal | None = None
    """What all units cost you."""
    discount_off_list: str | None = None
    """Your discount on the list price, in percent."""


class QuoteCreateNotificationProduct(AnswerModel):
    """One line of a quote that an event tells of."""

    quote_product_guid: str | None = None
    """Internal ID of the line."""
    line_number: str | None = None
    """Place of the line in the quote, or an ID."""
    quantity: int | None = None
    """How many units are quoted."""
    notes: str | None = None
    """A note on the line."""
    ean: str | None = None
    """Bar code of the article (EAN or UPC); may be a dash."""
    coo: str | None = None
    """Country that the article is made in; may be blank."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
    description: str | None = None
    """The article in words."""
    weight: Decimal | None = None
    """Weight of one unit, in the unit of the country."""
    weight_uom: str | None = None
    """Unit of that weight."""
    is_suggestion_product: bool | None = None
    """Whether the line is only a suggestion beside what was asked for."""
    vpn_category: str | None = None
    """The manufacturer's group for the article (Cisco), such as hardware or service."""
    quote_products_supplier_part_auxiliary_id: str | None = None
    """ID of the manufacturer's configuration (Cisco)."""
    vendor_name: str | None = None
    """Manufacturer of the article."""
    terms: str | None = None
    """Terms of the line; may be dashes."""
    price: QuoteCreateNotificationPrice | None = None
    """Prices of the line."""


class QuoteCreateNotificationResource(AnswerModel):
    """The quote that an event tells of."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Quote", "quote_number")

    event_type: str | None = None
    """What happened, for a quote im::quote_create."""
    quote_name: str | None = None
    """What the quote was called when it was made."""
    quote_number: str | None = None
    """Number of the quote."""
    revision: str | None = None
    """How often the quote was revised; its number stays the same."""
    ingram_quote_date: str | None = None
    """When the quote was made. A day, or a moment with or without its time zone."""
    last_modified_date: str | None = None
    """When the quote was last changed. A day, or a moment with or without its time zone."""
    ingram_quote_expiry_date: str | None = None
    """Last day of the quote; `0001-01-01` means that none was set."""
    special_bid_expiration_date: str | None = None
    """When the special price ends."""
    status: QuoteStatus | str | None = None
    """Where the quote stands."""
    customer_need: str | None = None
    """What the customer asked for, in words."""
    proposed_solution: str | None = None
    """What Ingram Micro proposes, in words."""
    intro_preamble: str | None = None
    """Text that opens the quote. It must be shown with the quote. May hold HTML."""
    purchase_instructions: str | None = None
    """Text that says how to order. It must be shown with the quote. May hold HTML."""
    legal_terms: str | None = None
    """Text of the terms. It must be shown with the quote. May hold HTML."""
    reseller_info: QuoteDetailsResponseResellerInfo | None = None
    """Your company."""
    end_user_info: QuoteDetailsResponseEndUserInfo | None = None
    """The customer that the quote is for."""
    products: list[QuoteCreateNotificationProduct] | None = None
    """The lines of the quote."""
    rejected_skus: list[Any] | None = None
    """Articles that were asked for and are not in the quote. How an entry looks is not documented."""
    products_count: int | None = None
    """How many lines the quote has."""
    extended_msrp_total: Decimal | None = None
    """List price of everything in the quote."""
    quantity_total: int | None = None
    """How many units the quote has in all."""
    extended_quote_price_total: Decimal | None = None
    """What everything in the quote costs you, suggestions included."""
    additional_attributes: list[QuoteAttribute] | None = None
    """More facts about the quote as pairs of name and value."""


class QuoteCreateNotification(AnswerModel):
    """Event that tells what became of a quote that was made: by you, by the vendor or on its site."""

    other_spellings: ClassVar[Mapping[str, str]] = {"eventid": "event_id"}

    topic: str | None = None
    """Who the event is for: resellers/quotes."""
    event: str | None = None
    """What kind of event this is, for a new quote im::created."""
    event_time_stamp: str | None = None
    """When the event was sent."""
    event_id: str | None = None
    """ID of the event. The signature in x-hub-signature is made from it, and it tells repeated events apart."""
    event_type: str | None = None
    """What happened, for a quote im::quote_create. Compare without regard to letter case. Stands here or in the
    resource.
    """
    resource: QuoteCreateNotificationResource | None = None
    """The quote."""
