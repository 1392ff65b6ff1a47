# Generated from the contract by "python -m codegen". Changes made here are lost.
"""AsyncOrderCreateDTO and its parts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from xi_sdk_resellers._modelling.base import DecimalOrText, IntegerOrText, RequestModel, TextOrInteger
from xi_sdk_resellers.models.additional_attribute import AdditionalAttribute
from xi_sdk_resellers.models.vendor_attribute import VendorAttributeGroup
from xi_sdk_resellers.models.vmf_additional_attribute import VmfAdditionalAttribute

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import CountryCode, EndUserType, ShipComplete
else:
    CountryCode = EndUserType = ShipComplete = str


class AsyncOrderCreateDTOResellerInfo(RequestModel):
    """Your company, for an order that shows another address than the one on file."""

    reseller_id: str | None = None
    """Your ID with Ingram Micro."""
    company_name: str | None = None
    """Name of your company. The newer contract allows 40 characters."""
    contact: str | None = None
    """Person at your company to ask about the order."""
    address_line1: str | None = None
    """Your street and house number."""
    address_line2: str | None = None
    """Building, floor or suite of your address."""
    address_line3: str | None = None
    """Third line of your address, if it needs one."""
    address_line4: str | None = None
    """Fourth line of your address, if it needs one."""
    city: str | None = None
    """City of your company."""
    state: str | None = None
    """State or province of your company as a short code, such as CA."""
    postal_code: str | None = None
    """Postal code of your company. The newer contract allows 10 characters."""
    country_code: CountryCode | str | None = None
    """Country of your company: two letters (ISO 3166-1 alpha-2). The newer contract allows 10 characters."""
    phone_number: TextOrInteger | None = None
    """Phone number of your contact person."""
    email: str | None = None
    """E-mail address of your contact person."""


class AsyncOrderCreateDTOEndUserInfo(RequestModel):
    """The customer who will use the goods of a v7 order."""

    end_user_id: str | None = None
    """The end user's ID with Ingram Micro."""
    end_user_type: EndUserType | str | None = None
    """Whether this is the end user (endUser) or a person there (endUserContact). Used in some countries."""
    company_name: str | None = None
    """End user's company. The newer contract allows 40 characters."""
    name1: str | None = None
    """First line of the end user's name, where a country needs more than the company name."""
    name2: str | None = None
    """Second line of the end user's name."""
    address_line1: str | None = None
    """End user's street and house number. The newer contract allows 70 characters."""
    address_line2: str | None = None
    """Building, floor or apartment of the end user's address. The newer contract allows 70 characters."""
    address_line3: str | None = None
    """Third line of the end user's address, if it needs one."""
    contact: str | None = None
    """Person at the end user."""
    name3: str | None = None
    """Third line of the end user's name."""
    city: str | None = None
    """End user's city. The newer contract allows 25 characters."""
    state: str | None = None
    """End user's state or province as a short code, such as PA. Optional in Europe, the Middle East and Africa. The
    newer contract allows 3 characters.
    """
    postal_code: str | None = None
    """End user's postal code. The newer contract allows 10 characters."""
    address_line4: str | None = None
    """Fourth line of the end user's address, if it needs one."""
    country_code: CountryCode | str | None = None
    """End user's country: two letters (ISO 3166-1 alpha-2). The newer contract allows 10 characters."""
    phone_number: TextOrInteger | None = None
    """Phone number of the end user's contact person."""
    email: str | None = None
    """E-mail address of the end user's contact person."""
    contact_id: TextOrInteger | None = None
    """The contact person's ID with Ingram Micro."""


class AsyncOrderCreateDTOShipToInfo(RequestModel):
    """Where the goods of a v7 order go: a registered address by its code, or a written one."""

    address_id: str | None = None
    """Short code of one of your registered delivery addresses. Replaces the written address. The newer contract allows
    10 characters.
    """
    contact: str | None = None
    """Person who receives the goods. The newer contract allows 70 characters."""
    company_name: str | None = None
    """Company that receives the goods. The newer contract allows 40 characters."""
    address_line1: str | None = None
    """Street and house number of the delivery address. The newer contract allows 70 characters."""
    address_line2: str | None = None
    """Building, floor or apartment of the delivery address. The newer contract allows 70 characters."""
    address_line3: str | None = None
    """Third line of the delivery address, if it needs one."""
    address_line4: str | None = None
    """Fourth line of the delivery address, if it needs one."""
    name1: str | None = None
    """First line of the receiver's name, where a country needs more than the company name."""
    name2: str | None = None
    """Second line of the receiver's name."""
    city: str | None = None
    """City of the delivery address. The newer contract allows 25 characters."""
    state: str | None = None
    """State or province of the delivery address as a short code, such as KS. The newer contract allows 3 characters."""
    postal_code: str | None = None
    """Postal code of the delivery address."""
    country_code: CountryCode | str | None = None
    """Country of the delivery address: two letters (ISO 3166-1 alpha-2). The newer contract allows 10 characters."""
    email: str | None = None
    """E-mail address for news about the delivery."""
    shipping_notes: str | None = None
    """Notes for the delivery."""
    phone_number: TextOrInteger | None = None
    """Phone number for questions about the delivery."""


class AsyncOrderCreateDTOShipmentDetails(RequestModel):
    """How the goods of a v7 order should travel."""

    carrier_code: str | None = None
    """Short code of the carrier to use, such as RG (FedEx Ground). The newer contract allows 10 characters."""
    requested_delivery_date: str | None = None
    """Day on which you would like the goods: in the future, written as yyyyMMdd. A wish, not a promise. The newer
    contract allows 8 characters.
    """
    ship_complete: ShipComplete | str | None = None
    """Whether to wait until everything is there: true or C ships complete per warehouse, P per line, E over all
    warehouses. acceptBackOrder has no effect beside it.
    """
    shipping_instructions: str | None = None
    """What the warehouse or carrier should know. The newer contract allows 132 characters."""
    freight_account_number: str | None = None
    """Your account with the carrier. Shipping is then billed to that account."""
    signature_required: bool | None = None
    """Whether someone must sign for the delivery. False when left out."""


class AsyncOrderCreateDTOLineEndUserInfo(RequestModel):
    """The customer who will use the goods of one line."""

    end_user_id: str | None = None
    """The end user's ID with Ingram Micro. The newer contract allows 10 characters."""
    end_user_type: EndUserType | str | None = None
    """Whether this is the end user (endUser) or a person there (endUserContact). Used in some countries."""
    company_name: str | None = None
    """End user's company."""
    name1: str | None = None
    """First line of the end user's name, where a country needs more than the company name."""
    name2: str | None = None
    """Second line of the end user's name."""
    contact_id: str | None = None
    """The contact person's ID with Ingram Micro."""
    address_line1: str | None = None
    """End user's street and house number."""
    address_line2: str | None = None
    """Building, floor or apartment of the end user's address."""
    address_line3: str | None = None
    """Third line of the end user's address, if it needs one."""
    contact: str | None = None
    """Person at the end user."""
    city: str | None = None
    """End user's city."""
    state: str | None = None
    """End user's state or province as a short code, such as PA."""
    postal_code: str | None = None
    """End user's postal code."""
    address_line4: str | None = None
    """Fourth line of the end user's address, if it needs one."""
    country_code: CountryCode | str | None = None
    """End user's country: two letters (ISO 3166-1 alpha-2)."""
    phone_number: TextOrInteger | None = None
    """Phone number of the end user's contact person. The newer contract allows 30 characters."""
    email: str | None = None
    """E-mail address of the end user's contact person. The newer contract allows 241 characters."""
    name3: str | None = None
    """Third line of the end user's name."""


class AsyncOrderCreateDTOLine(RequestModel):
    """One article to order with v7."""

    customer_line_number: str | None = None
    """Your own number for the line, from 1 to 884 and each one once. Other values are renumbered. The newer contract
    allows 3 characters.
    """
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article. The newer contract allows 18 characters."""
    quantity: IntegerOrText | None = None
    """How many units you want."""
    unit_price: DecimalOrText | None = None
    """Price that you ask for one unit, in the currency of your account. A wish; the event has the price that counts."""
    special_bid_number: str | None = None
    """Number of the special price agreement (bid) that the manufacturer granted you. One on a line wins over the one
    for the whole order. The newer contract allows 36 characters.
    """
    end_user_price: DecimalOrText | None = None
    """Price that your customer pays for one unit. Needed for exports."""
    notes: str | None = None
    """A note on this line."""
    end_user_info: list[AsyncOrderCreateDTOLineEndUserInfo] | None = None
    """The customers who will use the goods of this line."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Settings for this line as pairs of name and value."""
    vmf_additional_attributes_lines: list[VmfAdditionalAttribute] | None = None
    """Facts that the manufacturer demands about the line, as pairs of name and value."""
    vri_additional_attributes: list[VendorAttributeGroup] | None = None
    """Facts that the manufacturer demands about the subscription of this line (since 2025)."""


class AsyncOrderCreateDTOSerialInfo(RequestModel):
    """One unit that is already in use and gets a warranty."""

    other_spellings: ClassVar[Mapping[str, str]] = {"dateofPurchase": "date_of_purchase"}

    date_of_purchase: str | None = None
    """Day on which the hardware was bought."""
    ship_date: str | None = None
    """Day on which the manufacturer shipped the hardware. Some manufacturers demand it."""
    primary_serial_number: str | None = None
    """Serial number of the hardware."""
    secondary_serial_number: str | None = None
    """Serial number of an accessory of that hardware."""


class AsyncOrderCreateDTOWarrantyInfo(RequestModel):
    """Ties a warranty to the hardware that it covers. Use one of the three links."""

    hardware_line_link: str | None = None
    """On a warranty line: your line number of the hardware in this request."""
    warranty_line_link: str | None = None
    """On a hardware line: your line number of its warranty in this request."""
    direct_line_link: str | None = None
    """Any text that is the same on a hardware line and its warranty line. For warranties whose hardware does not all
    come from Ingram Micro.
    """
    serial_info: list[AsyncOrderCreateDTOSerialInfo] | None = None
    """Units that are already in use and get a warranty afterwards."""
    vmf_additional_attributes_lines: list[VmfAdditionalAttribute] | None = None
    """Facts that the manufacturer demands about the line, as pairs of name and value."""


class AsyncOrderCreateDTO(RequestModel):
    """An order to hand over to v7, or a quote to turn into one. No key is required; with a quoteNumber even the lines
    may be left out.
    """

    other_spellings: ClassVar[Mapping[str, str]] = {
        "endcustomerOrderNumber": "end_customer_order_number",
        "vmfadditionalAttributes": "vmf_additional_attributes",
    }

    shown_as: ClassVar[tuple[str, str] | None] = ("Order request", "customer_order_number")

    quote_number: str | None = Field(default=None, max_length=35)
    """Number of the quote to turn into an order. The quote then decides about the lines. At most 35 characters."""
    customer_order_number: str | None = Field(default=None, max_length=35)
    """Your own number for the order. A number that you used before is refused, unless the attribute
    allowDuplicateCustomerOrderNumber is "true". At most 35 characters; the newer contract allows 18.
    """
    end_customer_order_number: str | None = Field(default=None, max_length=35)
    """Your customer's number for the order, as it stands on their purchase order. At most 35 characters; the newer
    contract allows 18.
    """
    notes: str | None = None
    """A note on the whole order."""
    bill_to_address_id: str | None = None
    """Short code of the billing address to use, out of those agreed when your account was opened."""
    special_bid_number: str | None = None
    """Number of the special price agreement (bid) that the manufacturer granted you. One on a line wins over the one
    for the whole order.
    """
    internal_comments: str | None = None
    """Notes for the people who handle the order inside Ingram Micro."""
    accept_back_order: bool | None = None
    """Whether articles that are out of stock may be delivered later. Has no effect when shipComplete is given."""
    vend_auth_number: str | None = None
    """Permission that the manufacturer gave you to sell. Some manufacturers demand it, and without it their orders end
    up on hold.
    """
    reseller_info: AsyncOrderCreateDTOResellerInfo | None = None
    """Your company: address and contact."""
    end_user_info: AsyncOrderCreateDTOEndUserInfo | None = None
    """The customer who will use the goods. May decide about prices and discounts."""
    ship_to_info: AsyncOrderCreateDTOShipToInfo | None = None
    """Where the goods go."""
    shipment_details: AsyncOrderCreateDTOShipmentDetails | None = None
    """How the goods should travel."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Settings for the whole order as pairs of name and value, such as allowPartialOrder."""
    vmf_additional_attributes: list[VmfAdditionalAttribute] | None = None
    """Facts that the manufacturer demands about the whole order, as pairs of name and value."""
    lines: list[AsyncOrderCreateDTOLine] | None = None
    """The articles you want, one line for each. Not needed with a quoteNumber."""
    warranty_info: list[AsyncOrderCreateDTOWarrantyInfo] | None = None
    """Ties warranties to the hardware that they cover."""
    enduser_order_number: str | None = Field(default=None, max_length=35)
    """Deprecated. Older spelling of your customer's order number, seen in one sample. Send endCustomerOrderNumber
    instead. At most 35 characters; the newer contract allows 18.
    """
    vmf_vendor_additional_attributes: list[VendorAttributeGroup] | None = None
    """Facts that manufacturers demand about hardware, by manufacturer and product (since 2025)."""
    vri_additional_attributes: list[VendorAttributeGroup] | None = None
    """Facts that manufacturers demand about the subscriptions of a quote that is ordered as a whole (since 2025)."""
