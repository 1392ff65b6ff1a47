# Generated from the contract by "python -m codegen". Changes made here are lost.
"""OrderCreateRequest and its parts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from xi_sdk_resellers._modelling.base import DateInput, DecimalInput, IntegerInput, RequestModel, TextOrInteger, UpTo
from xi_sdk_resellers.models.additional_attribute import AdditionalAttribute

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import CountryCode, EndUserType, ShipComplete
else:
    CountryCode = EndUserType = ShipComplete = str


class OrderCreateRequestResellerInfo(RequestModel):
    """Your company, for an order that shows another address than the one on file."""

    reseller_id: str | None = None
    """Your ID with Ingram Micro."""
    company_name: str | None = Field(default=None, max_length=40)
    """Name of your company. At most 40 characters."""
    contact: str | None = None
    """Person at your company to ask about the order."""
    address_line1: str | None = Field(default=None, max_length=70)
    """Your street and house number. At most 70 characters."""
    address_line2: str | None = Field(default=None, max_length=70)
    """Building, floor or suite of your address. At most 70 characters."""
    address_line3: str | None = Field(default=None, max_length=70)
    """Third line of your address, if it needs one. At most 70 characters."""
    city: str | None = Field(default=None, max_length=25)
    """City of your company. At most 25 characters."""
    state: str | None = Field(default=None, max_length=3)
    """State or province of your company as a short code, such as CA. At most 3 characters."""
    postal_code: str | None = Field(default=None, max_length=10)
    """Postal code of your company. At most 10 characters."""
    country_code: CountryCode | str | None = Field(default=None, max_length=10)
    """Country of your company: two letters (ISO 3166-1 alpha-2). At most 10 characters."""
    phone_number: TextOrInteger | None = None
    """Phone number of your contact person."""
    email: str | None = None
    """E-mail address of your contact person."""


class OrderCreateRequestVmf(RequestModel):
    """What the manufacturer demands to know about the order."""

    vend_auth_number: str | None = None
    """Permission that the manufacturer gave you to sell. Some manufacturers demand it, and without it their orders end
    up on hold.
    """


class OrderCreateRequestShipToInfo(RequestModel):
    """Where the goods of an order go: a registered address by its code, or a written one."""

    address_id: str | None = Field(default=None, max_length=10)
    """Short code of one of your registered delivery addresses. Replaces the written address. At most 10 characters."""
    contact: str | None = Field(default=None, max_length=70)
    """Person who receives the goods. At most 70 characters."""
    company_name: str | None = Field(default=None, max_length=40)
    """Company that receives the goods. At most 40 characters."""
    name1: str | None = None
    """First line of the receiver's name, where a country needs more than the company name."""
    name2: str | None = None
    """Second line of the receiver's name."""
    address_line1: str | None = Field(default=None, max_length=70)
    """Street and house number of the delivery address. At most 70 characters."""
    address_line2: str | None = Field(default=None, max_length=70)
    """Building, floor or apartment of the delivery address. At most 70 characters."""
    address_line3: str | None = Field(default=None, max_length=70)
    """Third line of the delivery address, if it needs one. At most 70 characters."""
    address_line4: str | None = None
    """Fourth line of the delivery address, if it needs one."""
    city: str | None = Field(default=None, max_length=25)
    """City of the delivery address. At most 25 characters."""
    state: str | None = Field(default=None, max_length=3)
    """State or province of the delivery address as a short code, such as KS. At most 3 characters."""
    postal_code: str | None = Field(default=None, max_length=10)
    """Postal code of the delivery address. At most 10 characters."""
    country_code: CountryCode | str | None = Field(default=None, max_length=10)
    """Country of the delivery address: two letters (ISO 3166-1 alpha-2). At most 10 characters."""
    phone_number: TextOrInteger | None = None
    """Phone number for questions about the delivery."""
    email: str | None = None
    """E-mail address for news about the delivery."""


class OrderCreateRequestEndUserInfo(RequestModel):
    """The customer who will use the goods of an order."""

    end_user_id: str | None = None
    """The end user's ID with Ingram Micro."""
    contact: str | None = Field(default=None, max_length=70)
    """Person at the end user. At most 70 characters."""
    company_name: str | None = Field(default=None, max_length=40)
    """End user's company. At most 40 characters."""
    name1: str | None = None
    """First line of the end user's name, where a country needs more than the company name."""
    name2: str | None = None
    """Second line of the end user's name."""
    address_line1: str | None = Field(default=None, max_length=70)
    """End user's street and house number. At most 70 characters."""
    address_line2: str | None = Field(default=None, max_length=70)
    """Building, floor or apartment of the end user's address. At most 70 characters."""
    address_line3: str | None = Field(default=None, max_length=70)
    """Third line of the end user's address, if it needs one. At most 70 characters."""
    address_line4: str | None = None
    """Fourth line of the end user's address, if it needs one."""
    city: str | None = Field(default=None, max_length=25)
    """End user's city. At most 25 characters."""
    state: str | None = Field(default=None, max_length=3)
    """End user's state or province as a short code, such as PA. Optional in Europe, the Middle East and Africa. At most
    3 characters.
    """
    postal_code: str | None = Field(default=None, max_length=10)
    """End user's postal code. At most 10 characters."""
    country_code: CountryCode | str | None = Field(default=None, max_length=10)
    """End user's country: two letters (ISO 3166-1 alpha-2). At most 10 characters."""
    phone_number: TextOrInteger | None = None
    """Phone number of the end user's contact person."""
    email: str | None = None
    """E-mail address of the end user's contact person."""


class OrderCreateRequestLineSerialInfo(RequestModel):
    """One unit that is already in use and gets a warranty."""

    other_spellings: ClassVar[Mapping[str, str]] = {"dateOfPurchase": "dateof_purchase"}

    dateof_purchase: DateInput | None = None
    """Day on which the hardware was bought."""
    ship_date: DateInput | None = None
    """Day on which the manufacturer shipped the hardware. Some manufacturers demand it."""
    primary_serial_number: str | None = None
    """Serial number of the hardware."""
    secondary_serial_number: str | None = None
    """Serial number of an accessory of that hardware."""


class OrderCreateRequestLineWarrantyInfo(RequestModel):
    """Ties a warranty to the hardware that it covers. Use one of the three links."""

    direct_line_link: str | None = Field(default=None, max_length=25)
    """Any text that is the same on a hardware line and its warranty line. For warranties whose hardware does not all
    come from Ingram Micro. At most 25 characters.
    """
    warranty_line_link: str | None = None
    """On a hardware line: your line number of its warranty in this request."""
    hardware_line_link: str | None = None
    """On a warranty line: your line number of the hardware in this request."""
    serial_info: list[OrderCreateRequestLineSerialInfo] | None = None
    """Units that are already in use and get a warranty afterwards."""


class OrderCreateRequestLineEndUserInfo(RequestModel):
    """The customer who will use the goods of one line."""

    end_user_type: EndUserType | str | None = None
    """Whether this is the end user (endUser) or a person there (endUserContact). Used in some countries."""
    end_user_id: str | None = Field(default=None, max_length=10)
    """The end user's ID with Ingram Micro. At most 10 characters."""
    contact: str | None = None
    """Person at the end user."""
    company_name: str | None = None
    """End user's company."""
    name1: str | None = Field(default=None, max_length=35)
    """First line of the end user's name, where a country needs more than the company name. At most 35 characters."""
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
    country_code: CountryCode | str | None = Field(default=None, max_length=3)
    """End user's country: two letters (ISO 3166-1 alpha-2). At most 3 characters."""
    phone_number: Annotated[TextOrInteger, UpTo(30)] | None = None
    """Phone number of the end user's contact person. At most 30 characters."""
    email: str | None = Field(default=None, max_length=241)
    """E-mail address of the end user's contact person. At most 241 characters."""
    address_sequence_number: TextOrInteger | None = None
    """Which of the end user's registered addresses is meant, counted from 1."""
    contact_id: TextOrInteger | None = None
    """The contact person's ID with Ingram Micro."""


class OrderCreateRequestLine(RequestModel):
    """One article to order."""

    customer_line_number: str | None = Field(default=None, max_length=3)
    """Your own number for the line, from 1 to 884 and each one once. Other values are renumbered. At most 3 characters.
    """
    ingram_part_number: str | None = Field(default=None, max_length=18)
    """Ingram Micro's number for the article. The surest way to name it. At most 18 characters."""
    quantity: IntegerInput | None = None
    """How many units you want."""
    special_bid_number: str | None = Field(default=None, max_length=36)
    """Number of the special price agreement (bid) that the manufacturer granted you. One on a line wins over the one
    for the whole order. At most 36 characters.
    """
    notes: str | None = None
    """A note on this line."""
    unit_price: DecimalInput | None = None
    """Price that you ask for one unit, in the currency of your account. A wish; the answer has the price that counts.
    """
    end_user_price: DecimalInput | None = None
    """Price that your customer pays for one unit. Needed for exports."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Settings for this line as pairs of name and value, such as SHIPFROMWAREHOUSEID."""
    warranty_info: list[OrderCreateRequestLineWarrantyInfo] | None = None
    """Ties a warranty to the hardware that it covers. Needed on warranty lines."""
    end_user_info: list[OrderCreateRequestLineEndUserInfo] | None = None
    """The customers who will use the goods of this line."""
    customer_part_number: str | None = None
    """Your own number for the article, where Ingram Micro knows it. Stands in for ingramPartNumber."""


class OrderCreateRequestShipmentDetails(RequestModel):
    """How the goods of an order should travel."""

    carrier_code: str | None = Field(default=None, max_length=10)
    """Short code of the carrier to use, such as RG (FedEx Ground). At most 10 characters."""
    freight_account_number: str | None = None
    """Your account with the carrier. Shipping is then billed to that account."""
    ship_complete: ShipComplete | str | None = None
    """Whether to wait until everything is there: true or C ships complete per warehouse, P per line, E over all
    warehouses. acceptBackOrder has no effect beside it.
    """
    requested_delivery_date: DateInput | None = None
    """Day on which you would like the goods. A wish, not a promise."""
    signature_required: bool | None = None
    """Whether someone must sign for the delivery. False when left out."""
    shipping_instructions: str | None = Field(default=None, max_length=132)
    """What the warehouse or carrier should know. At most 132 characters."""


class OrderCreateRequest(RequestModel):
    """An order to place with v6. Only customerOrderNumber is required, but an order is of little use without lines."""

    other_spellings: ClassVar[Mapping[str, str]] = {"endcustomerOrderNumber": "end_customer_order_number"}

    shown_as: ClassVar[tuple[str, str] | None] = ("Order request", "customer_order_number")

    customer_order_number: str = Field(min_length=1, max_length=35)
    """Your own number for the order. A number that you used before is refused, unless the attribute
    allowDuplicateCustomerOrderNumber is "true". At most 35 characters.
    """
    end_customer_order_number: str | None = None
    """Your customer's number for the order, as it stands on their purchase order."""
    bill_to_address_id: str | None = Field(default=None, max_length=10)
    """Short code of the billing address to use, out of those agreed when your account was opened. At most 10
    characters.
    """
    special_bid_number: str | None = None
    """Number of the special price agreement (bid) that the manufacturer granted you. One on a line wins over the one
    for the whole order.
    """
    notes: str | None = None
    """A note on the whole order."""
    accept_back_order: bool | None = None
    """Whether articles that are out of stock may be delivered later. Has no effect when shipComplete is given."""
    reseller_info: OrderCreateRequestResellerInfo | None = None
    """Your company: address and contact."""
    vmf: OrderCreateRequestVmf | None = None
    """What the manufacturer demands to know about the order. Needed for warranties."""
    ship_to_info: OrderCreateRequestShipToInfo | None = None
    """Where the goods go. Without it they go to your default delivery address."""
    end_user_info: OrderCreateRequestEndUserInfo | None = None
    """The customer who will use the goods. May decide about prices and discounts."""
    lines: list[OrderCreateRequestLine] | None = None
    """The articles you want, one line for each."""
    shipment_details: OrderCreateRequestShipmentDetails | None = None
    """How the goods should travel."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Settings for the whole order as pairs of name and value, such as allowOrderOnCustomerHold."""
