# Generated from the contract by "python -m codegen". Changes made here are lost.
"""QuoteDetailsResponse and its parts."""

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import QuoteStatus
else:
    QuoteStatus = str


class QuoteDetailsResponseResellerInfo(AnswerModel):
    """Your company, as it stands in the quote."""

    contact: str | None = None
    """Person at your company."""
    company_name: str | None = None
    """Name of your company."""
    email: str | None = None
    """E-mail address of that person."""
    phone_number: str | None = None
    """Phone number of that person."""
    customer_number: str | None = None
    """Your customer number."""


class QuoteDetailsResponseEndUserInfo(AnswerModel):
    """The customer that a quote is for."""

    contact: str | None = None
    """Person at the customer."""
    company_name: str | None = None
    """Customer that the quote is for."""
    address_line1: str | None = None
    """Customer's street and house number."""
    address_line2: str | None = None
    """Building, floor or suite of the customer's address."""
    address_line3: str | None = None
    """Third line of the customer's address, if it needs one."""
    city: str | None = None
    """Customer's city."""
    state: str | None = None
    """Customer's state or province as a short code, such as PA."""
    email: str | None = None
    """Customer's e-mail address."""
    phone_number: str | None = None
    """Customer's phone number."""
    postal_code: str | None = None
    """Customer's postal code."""
    market_segment: str | None = None
    """Market the customer belongs to when it has prices of its own, such as education or government."""


class QuoteDetailsResponseShippingInfo(AnswerModel):
    """Where the goods of a quote would go."""

    company_name: str | None = None
    """Company that receives the goods."""
    address_line1: str | None = None
    """Receiver's street and house number."""
    address_line2: str | None = None
    """Building, floor or suite of the receiver's address."""
    address_line3: str | None = None
    """Third line of the receiver's address, if it needs one."""
    city: str | None = None
    """Receiver's city."""
    state: str | None = None
    """Receiver's state or province as a short code, such as PA."""
    email: str | None = None
    """Receiver's e-mail address."""
    phone_number: str | None = None
    """Receiver's phone number."""
    postal_code: str | None = None
    """Receiver's postal code."""
    shp_to_gstin_number: str | None = None
    """Receiver's tax number (India)."""


class QuoteDetailsResponseExtraFee(AnswerModel):
    """One fee."""

    extra_fees_description: str | None = None
    """What the fee is for."""
    extra_fees_amount: Decimal | None = None
    """What the fee costs."""


class QuoteDetailsResponseDiscount(AnswerModel):
    """One reason why a price is lower."""

    type: str | None = None
    """Kind of discount."""
    amount: Decimal | None = None
    """What it takes off."""
    expiration_date: str | None = None
    """When the discount ends."""
    description: str | None = None
    """The discount in words."""
    avaliable_qunatity: int | None = None
    """How many units can have it."""
    minimum_quantity: int | None = None
    """From how many units on it holds."""
    bid_number: str | None = None
    """Number of the special price agreement (bid)."""
    bid_version: str | None = None
    """Version of that agreement."""
    valid_from: str | None = None
    """When the discount begins."""
    valid_to: str | None = None
    """Last moment of the discount."""
    discount_off_list: str | None = None
    """The discount on the list price, in percent."""


class QuoteDetailsResponsePrice(AnswerModel):
    """What one line of a quote costs."""

    quote_price: Decimal | None = None
    """What one unit costs you."""
    msrp: Decimal | None = None
    """List price of one unit."""
    extended_msrp: Decimal | None = None
    """List price of all units."""
    extended_quote_price: Decimal | None = None
    """What all units cost you."""
    remaining_quantity_extended_msrp: Decimal | None = None
    """List price of the units that can still be ordered."""
    remaining_quantity_extended_quote_price: Decimal | None = None
    """What the units cost you that can still be ordered."""
    discount_off_list: str | None = None
    """Your discount on the list price, in percent."""
    type: str | None = None
    """Kind of price."""
    recurring_price_model: str | None = None
    """How a price that comes again is counted."""
    unit_of_measure: str | None = None
    """What a unit is."""
    tax: Decimal | None = None
    """Tax on the line."""
    extrafees: Decimal | None = None
    """Fees on the line."""
    extra_fees_details: list[QuoteDetailsResponseExtraFee] | None = None
    """Those fees, one by one."""
    discounts: list[QuoteDetailsResponseDiscount] | None = None
    """What has made the price lower."""


class QuoteDetailsResponseBillDetail(AnswerModel):
    """How a subscription is billed."""

    type: str | None = None
    """Kind of billing."""
    unit: str | None = None
    """Unit of the period, such as month."""
    frequency: int | None = None
    """How many of those units a period has."""
    unit_value: str | None = None
    """The period in words."""


class QuoteDetailsResponseProduct(AnswerModel):
    """One line of a quote."""

    quote_product_guid: str | None = None
    """Internal ID of the line."""
    line_number: str | None = None
    """Place of the line in the quote, or an ID."""
    quantity: int | None = None
    """How many units are quoted."""
    remaining_quote_qty: int | None = None
    """How many units can still be ordered from the quote."""
    minimum_order_allowed_qty: int | None = None
    """How many units an order must take at least."""
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
    plan_description: str | None = None
    """The subscription plan in words."""
    is_subscription: bool | None = None
    """Whether the line is a subscription."""
    reseller_margin: str | None = None
    """Your margin on the line."""
    requested_start_date: str | None = None
    """When the subscription was asked to begin."""
    start_date: str | None = None
    """When the subscription or service begins."""
    end_date: str | None = None
    """When the subscription or service ends."""
    serial_number: str | None = None
    """Serial number of the unit that a service is for."""
    price: QuoteDetailsResponsePrice | None = None
    """Prices of the line."""
    bill_details: list[QuoteDetailsResponseBillDetail] | None = None
    """How a subscription is billed."""


class QuoteAttribute(AnswerModel):
    """A fact about a quote as a pair of name and value."""

    attribute_name: str | None = None
    """Name of the fact: estimateId and dealId are numbers of the manufacturer (Cisco), vendorName and vendorMessage are
    its name and a text of it that must be shown with the quote.
    """
    attribute_value: str | None = None
    """The fact itself."""


class QuoteDetailsResponse(AnswerModel):
    """A quote: what it offers, at which prices, for whom and how long."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Quote", "quote_number")

    quote_name: str | None = None
    """What the quote was called when it was made."""
    quote_number: str | None = None
    """Number of the quote."""
    quote_guid: str | None = None
    """Internal ID of the quote."""
    revision: str | None = None
    """How often the quote was revised; its number stays the same."""
    ingram_quote_date: str | None = None
    """When the quote was made. A day, or a moment with or without its time zone."""
    last_modified_date: str | None = None
    """When the quote was last changed. A day, or a moment with or without its time zone."""
    ingram_quote_expiry_date: str | None = None
    """Last day of the quote; `0001-01-01` means that none was set."""
    currency_code: str | None = None
    """Currency of the amounts (ISO 4217)."""
    special_bid_id: str | None = None
    """ID of the special price agreement (bid) behind the quote."""
    special_bid_effective_date: str | None = None
    """When the special price begins."""
    special_bid_expiration_date: str | None = None
    """When the special price ends."""
    vendor_quote_number: str | None = None
    """The manufacturer's own number for the quote."""
    is_partial_order_allowed: bool | None = None
    """Whether part of the quote may be ordered now and the rest later."""
    status: QuoteStatus | str | None = None
    """Where the quote stands."""
    status_reason: str | None = None
    """Why the quote stands where it does."""
    closing_reason: str | None = None
    """Why the quote was closed."""
    date_closed: str | None = None
    """When the quote was closed."""
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
    quote_type: str | None = None
    """Kind of quote."""
    lease_info: str | None = None
    """About leasing the goods."""
    leasing_instructions: str | None = None
    """How to lease the goods."""
    im_warehouse: str | None = None
    """Name and address of the warehouse."""
    im_warehouse_gst_number: str | None = None
    """Tax number of the warehouse (India)."""
    payment_terms_name: str | None = None
    """When you have to pay."""
    reseller_info: QuoteDetailsResponseResellerInfo | None = None
    """Your company."""
    end_user_info: QuoteDetailsResponseEndUserInfo | None = None
    """The customer that the quote is for."""
    shipping_info: QuoteDetailsResponseShippingInfo | None = None
    """Where the goods would go."""
    products: list[QuoteDetailsResponseProduct] | None = None
    """The lines of the quote."""
    products_count: int | None = None
    """How many lines the quote has."""
    extended_msrp_total: Decimal | None = None
    """List price of everything in the quote."""
    quantity_total: int | None = None
    """How many units the quote has in all."""
    extra_fees_total: Decimal | None = None
    """All fees together."""
    extra_fees_total_details: list[QuoteDetailsResponseExtraFee] | None = None
    """Those fees, one by one."""
    tax_total: Decimal | None = None
    """Tax on everything in the quote."""
    extended_quote_price_total: Decimal | None = None
    """What everything in the quote costs you, suggestions included."""
    freight_amount: Decimal | None = None
    """Cost of shipping."""
    total_quote_amount: Decimal | None = None
    """What the quote costs with tax, fees and freight."""
    additional_attributes: list[QuoteAttribute] | None = None
    """More facts about the quote as pairs of name and value."""
