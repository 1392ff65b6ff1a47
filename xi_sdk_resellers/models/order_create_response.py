# Generated from the contract by "python -m codegen". Changes made here are lost.
"""OrderCreateResponse and its parts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel, TableModel
from xi_sdk_resellers.models.additional_attribute import AdditionalAttribute
from xi_sdk_resellers.models.link import Link
from xi_sdk_resellers.models.miscellaneous_charge import MiscellaneousCharge
from xi_sdk_resellers.models.vocabularies import Status

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import CountryCode, LineStatus, OrderType
else:
    CountryCode = LineStatus = OrderType = str


class OrderCreateResponseShipToInfo(AnswerModel):
    """Where the goods will go."""

    address_id: str | None = None
    """Short code of the delivery address, when it is one of your registered ones."""
    contact: str | None = None
    """Person who receives the goods."""
    company_name: str | None = None
    """Company that receives the goods."""
    name1: str | None = None
    """First line of the receiver's name, where a country needs more than the company name."""
    name2: str | None = None
    """Second line of the receiver's name."""
    address_line1: str | None = None
    """Street and house number of the delivery address."""
    address_line2: str | None = None
    """Building, floor or apartment of the delivery address."""
    address_line3: str | None = None
    """Third line of the delivery address, if it needs one."""
    address_line4: str | None = None
    """Fourth line of the delivery address, if it needs one."""
    city: str | None = None
    """City of the delivery address."""
    state: str | None = None
    """State or province of the delivery address as a short code, such as KS."""
    postal_code: str | None = None
    """Postal code of the delivery address."""
    country_code: CountryCode | str | None = None
    """Country of the delivery address: two letters (ISO 3166-1 alpha-2)."""
    phone_number: str | None = None
    """Phone number for questions about the delivery."""
    email: str | None = None
    """E-mail address for news about the delivery."""


class OrderCreateResponseEndUserInfo(AnswerModel):
    """The customer who will use the goods, as given in the request."""

    end_user_id: str | None = None
    """The end user's ID with Ingram Micro."""
    contact: str | None = None
    """Person at the end user."""
    company_name: str | None = None
    """End user's company."""
    name1: str | None = None
    """First line of the end user's name, where a country needs more than the company name."""
    name2: str | None = None
    """Second line of the end user's name."""
    address_line1: str | None = None
    """End user's street and house number."""
    address_line2: str | None = None
    """Building, floor or apartment of the end user's address."""
    address_line3: str | None = None
    """Third line of the end user's address, if it needs one."""
    address_line4: str | None = None
    """Fourth line of the end user's address, if it needs one."""
    city: str | None = None
    """End user's city."""
    state: str | None = None
    """End user's state or province as a short code, such as PA."""
    postal_code: str | None = None
    """End user's postal code."""
    country_code: CountryCode | str | None = None
    """End user's country: two letters (ISO 3166-1 alpha-2)."""
    phone_number: str | None = None
    """Phone number of the end user's contact person."""
    email: str | None = None
    """E-mail address of the end user's contact person."""


class OrderCreateResponseLineShipmentDetails(AnswerModel):
    """How a placed line travels."""

    carrier_code: str | None = None
    """Short code of the carrier, such as RG (FedEx Ground)."""
    carrier_name: str | None = None
    """Carrier in words."""
    ship_from_warehouse_id: str | None = None
    """Code of the warehouse that the goods leave from."""
    ship_from_location: str | None = None
    """Place that the goods leave from, usually city and state."""
    freight_account_number: str | None = None
    """Your account with the carrier. Shipping is then billed to that account."""
    signature_required: str | None = None
    """Whether someone must sign for the delivery, as text: "true" or "false"."""
    shipping_instructions: str | None = None
    """What the warehouse or carrier should know."""


class OrderCreateResponseLine(AnswerModel):
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
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
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
    special_bid_number: str | None = None
    """Number of the special price agreement (bid) that the manufacturer granted you. One on a line wins over the one
    for the whole order.
    """
    notes: str | None = None
    """The article in words, and notes on the line. Several notes are separated by ||."""
    shipment_details: list[OrderCreateResponseLineShipmentDetails] | None = None
    """How the line travels. Nearly always one object, though a list is documented."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Further facts about the line as pairs of name and value."""
    global_sku_id: str | None = None
    """Ingram Micro's worldwide ID of the article."""
    vendor_number: str | None = None
    """Ingram Micro's code for the manufacturer."""

    @property
    def status(self) -> Status | None:
        """What line_status says, whatever its spelling; None when there is nothing."""
        return Status.read(self.line_status)


class OrderCreateResponseRejectedLine(AnswerModel):
    """One line that was not placed, and why."""

    other_spellings: ClassVar[Mapping[str, str]] = {"customerLineNumber": "customer_linenumber"}

    customer_linenumber: str | None = None
    """Your own number for the rejected line."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article, as you sent it."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
    quantity_ordered: int | None = None
    """How many units you asked for."""
    reject_code: str | None = None
    """Short code of the reason, such as EN for an unknown article."""
    reject_reason: str | None = None
    """The reason in words, for example SKU-NOTFOUND and the part number."""


class OrderCreateResponseOrder(TableModel):
    """One order that was placed."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"links"})

    shown_as: ClassVar[tuple[str, str] | None] = ("Order", "ingram_order_number")

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
    lines: list[OrderCreateResponseLine] | None = None
    """The lines that were placed."""
    miscellaneous_charges: list[MiscellaneousCharge] | None = None
    """Charges beside goods and freight, such as recycling fees."""
    links: list[Link] | None = None
    """Where to read this order."""
    rejected_line_items: list[OrderCreateResponseRejectedLine] | None = None
    """Lines that were not accepted, with the reason for each."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Further facts about the order as pairs of name and value."""


class OrderCreateResponseResellerInfo(AnswerModel):
    """Your company, as given in the request. Often empty."""

    reseller_id: str | None = None
    """Your ID with Ingram Micro."""
    company_name: str | None = None
    """Name of your company."""
    contact: str | None = None
    """Person at your company to ask about the order."""
    address_line1: str | None = None
    """Your street and house number."""
    address_line2: str | None = None
    """Building, floor or suite of your address."""
    address_line3: str | None = None
    """Third line of your address, if it needs one."""
    city: str | None = None
    """City of your company."""
    state: str | None = None
    """State or province of your company as a short code, such as CA."""
    postal_code: str | None = None
    """Postal code of your company."""
    country_code: CountryCode | str | None = None
    """Country of your company: two letters (ISO 3166-1 alpha-2)."""
    phone_number: str | None = None
    """Phone number of your contact person."""
    email: str | None = None
    """E-mail address of your contact person."""


class OrderCreateResponse(TableModel):
    """What became of a v6 request: one or more orders, or parts of them."""

    other_spellings: ClassVar[Mapping[str, str]] = {"endcustomerOrderNumber": "end_customer_order_number"}

    shown_as: ClassVar[tuple[str, str] | None] = ("Created for", "customer_order_number")

    customer_order_number: str | None = None
    """Your own number for the order. It may come back in capitals."""
    end_customer_order_number: str | None = None
    """Your customer's number for the order, as it stands on their purchase order."""
    bill_to_address_id: str | None = None
    """Short code of the billing address in use."""
    special_bid_number: str | None = None
    """Number of the special price agreement (bid) that the manufacturer granted you. One on a line wins over the one
    for the whole order.
    """
    order_split: bool | None = None
    """True when the request became several orders."""
    processed_partially: bool | None = None
    """True when only part of the request was placed."""
    purchase_order_total: Decimal | None = None
    """What the whole request costs with tax and fees, summed over all orders that it became."""
    ship_to_info: OrderCreateResponseShipToInfo | None = None
    """Where the goods will go."""
    end_user_info: OrderCreateResponseEndUserInfo | None = None
    """The customer who will use the goods."""
    orders: list[OrderCreateResponseOrder] | None = None
    """The orders that were placed. One request can become several."""
    reseller_info: OrderCreateResponseResellerInfo | None = None
    """Your company, as given in the request."""
