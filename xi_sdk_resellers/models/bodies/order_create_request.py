# Generated from the contract by "python -m codegen". Changes made here are lost.
"""OrderCreateRequest and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing import TYPE_CHECKING

from typing_extensions import Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from xi_sdk_resellers.models.additional_attribute import AdditionalAttribute
    from xi_sdk_resellers.models.bodies.additional_attribute import AdditionalAttributeDict
    from xi_sdk_resellers.models.enums import CountryCode, EndUserType, ShipComplete
    from xi_sdk_resellers.models.order_create_request import (
        OrderCreateRequestEndUserInfo,
        OrderCreateRequestLine,
        OrderCreateRequestLineEndUserInfo,
        OrderCreateRequestLineSerialInfo,
        OrderCreateRequestLineWarrantyInfo,
        OrderCreateRequestResellerInfo,
        OrderCreateRequestShipmentDetails,
        OrderCreateRequestShipToInfo,
        OrderCreateRequestVmf,
    )


class OrderCreateRequestResellerInfoDict(TypedDict, total=False):
    """Your company, for an order that shows another address than the one on file."""

    resellerId: str | None
    """Your ID with Ingram Micro."""
    companyName: str | None
    """Name of your company. At most 40 characters."""
    contact: str | None
    """Person at your company to ask about the order."""
    addressLine1: str | None
    """Your street and house number. At most 70 characters."""
    addressLine2: str | None
    """Building, floor or suite of your address. At most 70 characters."""
    addressLine3: str | None
    """Third line of your address, if it needs one. At most 70 characters."""
    city: str | None
    """City of your company. At most 25 characters."""
    state: str | None
    """State or province of your company as a short code, such as CA. At most 3 characters."""
    postalCode: str | None
    """Postal code of your company. At most 10 characters."""
    countryCode: "CountryCode | str | None"
    """Country of your company: two letters (ISO 3166-1 alpha-2). At most 10 characters."""
    phoneNumber: str | int | None
    """Phone number of your contact person."""
    email: str | None
    """E-mail address of your contact person."""


class OrderCreateRequestVmfDict(TypedDict, total=False):
    """What the manufacturer demands to know about the order."""

    vendAuthNumber: str | None
    """Permission that the manufacturer gave you to sell. Some manufacturers demand it, and without it their orders end
    up on hold.
    """


class OrderCreateRequestShipToInfoDict(TypedDict, total=False):
    """Where the goods of an order go: a registered address by its code, or a written one."""

    addressId: str | None
    """Short code of one of your registered delivery addresses. Replaces the written address. At most 10 characters."""
    contact: str | None
    """Person who receives the goods. At most 70 characters."""
    companyName: str | None
    """Company that receives the goods. At most 40 characters."""
    name1: str | None
    """First line of the receiver's name, where a country needs more than the company name."""
    name2: str | None
    """Second line of the receiver's name."""
    addressLine1: str | None
    """Street and house number of the delivery address. At most 70 characters."""
    addressLine2: str | None
    """Building, floor or apartment of the delivery address. At most 70 characters."""
    addressLine3: str | None
    """Third line of the delivery address, if it needs one. At most 70 characters."""
    addressLine4: str | None
    """Fourth line of the delivery address, if it needs one."""
    city: str | None
    """City of the delivery address. At most 25 characters."""
    state: str | None
    """State or province of the delivery address as a short code, such as KS. At most 3 characters."""
    postalCode: str | None
    """Postal code of the delivery address. At most 10 characters."""
    countryCode: "CountryCode | str | None"
    """Country of the delivery address: two letters (ISO 3166-1 alpha-2). At most 10 characters."""
    phoneNumber: str | int | None
    """Phone number for questions about the delivery."""
    email: str | None
    """E-mail address for news about the delivery."""


class OrderCreateRequestEndUserInfoDict(TypedDict, total=False):
    """The customer who will use the goods of an order."""

    endUserId: str | None
    """The end user's ID with Ingram Micro."""
    contact: str | None
    """Person at the end user. At most 70 characters."""
    companyName: str | None
    """End user's company. At most 40 characters."""
    name1: str | None
    """First line of the end user's name, where a country needs more than the company name."""
    name2: str | None
    """Second line of the end user's name."""
    addressLine1: str | None
    """End user's street and house number. At most 70 characters."""
    addressLine2: str | None
    """Building, floor or apartment of the end user's address. At most 70 characters."""
    addressLine3: str | None
    """Third line of the end user's address, if it needs one. At most 70 characters."""
    addressLine4: str | None
    """Fourth line of the end user's address, if it needs one."""
    city: str | None
    """End user's city. At most 25 characters."""
    state: str | None
    """End user's state or province as a short code, such as PA. Optional in Europe, the Middle East and Africa. At most
    3 characters.
    """
    postalCode: str | None
    """End user's postal code. At most 10 characters."""
    countryCode: "CountryCode | str | None"
    """End user's country: two letters (ISO 3166-1 alpha-2). At most 10 characters."""
    phoneNumber: str | int | None
    """Phone number of the end user's contact person."""
    email: str | None
    """E-mail address of the end user's contact person."""


class OrderCreateRequestLineSerialInfoDict(TypedDict, total=False):
    """One unit that is already in use and gets a warranty."""

    dateofPurchase: "date | str | None"
    """Day on which the hardware was bought."""
    shipDate: "date | str | None"
    """Day on which the manufacturer shipped the hardware. Some manufacturers demand it."""
    primarySerialNumber: str | None
    """Serial number of the hardware."""
    secondarySerialNumber: str | None
    """Serial number of an accessory of that hardware."""


class OrderCreateRequestLineWarrantyInfoDict(TypedDict, total=False):
    """Ties a warranty to the hardware that it covers. Use one of the three links."""

    directLineLink: str | None
    """Any text that is the same on a hardware line and its warranty line. For warranties whose hardware does not all
    come from Ingram Micro. At most 25 characters.
    """
    warrantyLineLink: str | None
    """On a hardware line: your line number of its warranty in this request."""
    hardwareLineLink: str | None
    """On a warranty line: your line number of the hardware in this request."""
    serialInfo: "Sequence[OrderCreateRequestLineSerialInfo | OrderCreateRequestLineSerialInfoDict] | None"
    """Units that are already in use and get a warranty afterwards."""


class OrderCreateRequestLineEndUserInfoDict(TypedDict, total=False):
    """The customer who will use the goods of one line."""

    endUserType: "EndUserType | str | None"
    """Whether this is the end user (endUser) or a person there (endUserContact). Used in some countries."""
    endUserId: str | None
    """The end user's ID with Ingram Micro. At most 10 characters."""
    contact: str | None
    """Person at the end user."""
    companyName: str | None
    """End user's company."""
    name1: str | None
    """First line of the end user's name, where a country needs more than the company name. At most 35 characters."""
    name2: str | None
    """Second line of the end user's name."""
    addressLine1: str | None
    """End user's street and house number."""
    addressLine2: str | None
    """Building, floor or apartment of the end user's address."""
    addressLine3: str | None
    """Third line of the end user's address, if it needs one."""
    addressLine4: str | None
    """Fourth line of the end user's address, if it needs one."""
    city: str | None
    """End user's city."""
    state: str | None
    """End user's state or province as a short code, such as PA."""
    postalCode: str | None
    """End user's postal code."""
    countryCode: "CountryCode | str | None"
    """End user's country: two letters (ISO 3166-1 alpha-2). At most 3 characters."""
    phoneNumber: str | int | None
    """Phone number of the end user's contact person. At most 30 characters."""
    email: str | None
    """E-mail address of the end user's contact person. At most 241 characters."""
    addressSequenceNumber: str | int | None
    """Which of the end user's registered addresses is meant, counted from 1."""
    contactId: str | int | None
    """The contact person's ID with Ingram Micro."""


class OrderCreateRequestLineDict(TypedDict, total=False):
    """One article to order."""

    customerLineNumber: str | None
    """Your own number for the line, from 1 to 884 and each one once. Other values are renumbered. At most 3 characters.
    """
    ingramPartNumber: str | None
    """Ingram Micro's number for the article. The surest way to name it. At most 18 characters."""
    quantity: int | None
    """How many units you want."""
    specialBidNumber: str | None
    """Number of the special price agreement (bid) that the manufacturer granted you. One on a line wins over the one
    for the whole order. At most 36 characters.
    """
    notes: str | None
    """A note on this line."""
    unitPrice: "Decimal | float | None"
    """Price that you ask for one unit, in the currency of your account. A wish; the answer has the price that counts.
    """
    endUserPrice: "Decimal | float | None"
    """Price that your customer pays for one unit. Needed for exports."""
    additionalAttributes: "Sequence[AdditionalAttribute | AdditionalAttributeDict] | None"
    """Settings for this line as pairs of name and value, such as SHIPFROMWAREHOUSEID."""
    warrantyInfo: "Sequence[OrderCreateRequestLineWarrantyInfo | OrderCreateRequestLineWarrantyInfoDict] | None"
    """Ties a warranty to the hardware that it covers. Needed on warranty lines."""
    endUserInfo: "Sequence[OrderCreateRequestLineEndUserInfo | OrderCreateRequestLineEndUserInfoDict] | None"
    """The customers who will use the goods of this line."""
    customerPartNumber: str | None
    """Your own number for the article, where Ingram Micro knows it. Stands in for ingramPartNumber."""


class OrderCreateRequestShipmentDetailsDict(TypedDict, total=False):
    """How the goods of an order should travel."""

    carrierCode: str | None
    """Short code of the carrier to use, such as RG (FedEx Ground). At most 10 characters."""
    freightAccountNumber: str | None
    """Your account with the carrier. Shipping is then billed to that account."""
    shipComplete: "ShipComplete | str | None"
    """Whether to wait until everything is there: true or C ships complete per warehouse, P per line, E over all
    warehouses. acceptBackOrder has no effect beside it.
    """
    requestedDeliveryDate: "date | str | None"
    """Day on which you would like the goods. A wish, not a promise."""
    signatureRequired: bool | None
    """Whether someone must sign for the delivery. False when left out."""
    shippingInstructions: str | None
    """What the warehouse or carrier should know. At most 132 characters."""


class OrderCreateRequestDict(TypedDict, total=False):
    """An order to place with v6. Only customerOrderNumber is required, but an order is of little use without lines."""

    customerOrderNumber: Required[str]
    """Your own number for the order. A number that you used before is refused, unless the attribute
    allowDuplicateCustomerOrderNumber is "true". At most 35 characters.
    """
    endCustomerOrderNumber: str | None
    """Your customer's number for the order, as it stands on their purchase order."""
    billToAddressId: str | None
    """Short code of the billing address to use, out of those agreed when your account was opened. At most 10
    characters.
    """
    specialBidNumber: str | None
    """Number of the special price agreement (bid) that the manufacturer granted you. One on a line wins over the one
    for the whole order.
    """
    notes: str | None
    """A note on the whole order."""
    acceptBackOrder: bool | None
    """Whether articles that are out of stock may be delivered later. Has no effect when shipComplete is given."""
    resellerInfo: "OrderCreateRequestResellerInfo | OrderCreateRequestResellerInfoDict | None"
    """Your company: address and contact."""
    vmf: "OrderCreateRequestVmf | OrderCreateRequestVmfDict | None"
    """What the manufacturer demands to know about the order. Needed for warranties."""
    shipToInfo: "OrderCreateRequestShipToInfo | OrderCreateRequestShipToInfoDict | None"
    """Where the goods go. Without it they go to your default delivery address."""
    endUserInfo: "OrderCreateRequestEndUserInfo | OrderCreateRequestEndUserInfoDict | None"
    """The customer who will use the goods. May decide about prices and discounts."""
    lines: "Sequence[OrderCreateRequestLine | OrderCreateRequestLineDict] | None"
    """The articles you want, one line for each."""
    shipmentDetails: "OrderCreateRequestShipmentDetails | OrderCreateRequestShipmentDetailsDict | None"
    """How the goods should travel."""
    additionalAttributes: "Sequence[AdditionalAttribute | AdditionalAttributeDict] | None"
    """Settings for the whole order as pairs of name and value, such as allowOrderOnCustomerHold."""
