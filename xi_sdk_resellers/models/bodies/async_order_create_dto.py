# Generated from the contract by "python -m codegen". Changes made here are lost.
"""AsyncOrderCreateDTO and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from xi_sdk_resellers.models.additional_attribute import AdditionalAttribute
    from xi_sdk_resellers.models.async_order_create_dto import (
        AsyncOrderCreateDTOEndUserInfo,
        AsyncOrderCreateDTOLine,
        AsyncOrderCreateDTOLineEndUserInfo,
        AsyncOrderCreateDTOResellerInfo,
        AsyncOrderCreateDTOSerialInfo,
        AsyncOrderCreateDTOShipmentDetails,
        AsyncOrderCreateDTOShipToInfo,
        AsyncOrderCreateDTOWarrantyInfo,
    )
    from xi_sdk_resellers.models.bodies.additional_attribute import AdditionalAttributeDict
    from xi_sdk_resellers.models.bodies.vendor_attribute import VendorAttributeGroupDict
    from xi_sdk_resellers.models.bodies.vmf_additional_attribute import VmfAdditionalAttributeDict
    from xi_sdk_resellers.models.enums import CountryCode, EndUserType, ShipComplete
    from xi_sdk_resellers.models.vendor_attribute import VendorAttributeGroup
    from xi_sdk_resellers.models.vmf_additional_attribute import VmfAdditionalAttribute


class AsyncOrderCreateDTOResellerInfoDict(TypedDict, total=False):
    """Your company, for an order that shows another address than the one on file."""

    resellerId: str | None
    """Your ID with Ingram Micro."""
    companyName: str | None
    """Name of your company. The newer contract allows 40 characters."""
    contact: str | None
    """Person at your company to ask about the order."""
    addressLine1: str | None
    """Your street and house number."""
    addressLine2: str | None
    """Building, floor or suite of your address."""
    addressLine3: str | None
    """Third line of your address, if it needs one."""
    addressLine4: str | None
    """Fourth line of your address, if it needs one."""
    city: str | None
    """City of your company."""
    state: str | None
    """State or province of your company as a short code, such as CA."""
    postalCode: str | None
    """Postal code of your company. The newer contract allows 10 characters."""
    countryCode: "CountryCode | str | None"
    """Country of your company: two letters (ISO 3166-1 alpha-2). The newer contract allows 10 characters."""
    phoneNumber: str | int | None
    """Phone number of your contact person."""
    email: str | None
    """E-mail address of your contact person."""


class AsyncOrderCreateDTOEndUserInfoDict(TypedDict, total=False):
    """The customer who will use the goods of a v7 order."""

    endUserId: str | None
    """The end user's ID with Ingram Micro."""
    endUserType: "EndUserType | str | None"
    """Whether this is the end user (endUser) or a person there (endUserContact). Used in some countries."""
    companyName: str | None
    """End user's company. The newer contract allows 40 characters."""
    name1: str | None
    """First line of the end user's name, where a country needs more than the company name."""
    name2: str | None
    """Second line of the end user's name."""
    addressLine1: str | None
    """End user's street and house number. The newer contract allows 70 characters."""
    addressLine2: str | None
    """Building, floor or apartment of the end user's address. The newer contract allows 70 characters."""
    addressLine3: str | None
    """Third line of the end user's address, if it needs one."""
    contact: str | None
    """Person at the end user."""
    name3: str | None
    """Third line of the end user's name."""
    city: str | None
    """End user's city. The newer contract allows 25 characters."""
    state: str | None
    """End user's state or province as a short code, such as PA. Optional in Europe, the Middle East and Africa. The
    newer contract allows 3 characters.
    """
    postalCode: str | None
    """End user's postal code. The newer contract allows 10 characters."""
    addressLine4: str | None
    """Fourth line of the end user's address, if it needs one."""
    countryCode: "CountryCode | str | None"
    """End user's country: two letters (ISO 3166-1 alpha-2). The newer contract allows 10 characters."""
    phoneNumber: str | int | None
    """Phone number of the end user's contact person."""
    email: str | None
    """E-mail address of the end user's contact person."""
    contactId: str | int | None
    """The contact person's ID with Ingram Micro."""


class AsyncOrderCreateDTOShipToInfoDict(TypedDict, total=False):
    """Where the goods of a v7 order go: a registered address by its code, or a written one."""

    addressId: str | None
    """Short code of one of your registered delivery addresses. Replaces the written address. The newer contract allows
    10 characters.
    """
    contact: str | None
    """Person who receives the goods. The newer contract allows 70 characters."""
    companyName: str | None
    """Company that receives the goods. The newer contract allows 40 characters."""
    addressLine1: str | None
    """Street and house number of the delivery address. The newer contract allows 70 characters."""
    addressLine2: str | None
    """Building, floor or apartment of the delivery address. The newer contract allows 70 characters."""
    addressLine3: str | None
    """Third line of the delivery address, if it needs one."""
    addressLine4: str | None
    """Fourth line of the delivery address, if it needs one."""
    name1: str | None
    """First line of the receiver's name, where a country needs more than the company name."""
    name2: str | None
    """Second line of the receiver's name."""
    city: str | None
    """City of the delivery address. The newer contract allows 25 characters."""
    state: str | None
    """State or province of the delivery address as a short code, such as KS. The newer contract allows 3 characters."""
    postalCode: str | None
    """Postal code of the delivery address."""
    countryCode: "CountryCode | str | None"
    """Country of the delivery address: two letters (ISO 3166-1 alpha-2). The newer contract allows 10 characters."""
    email: str | None
    """E-mail address for news about the delivery."""
    shippingNotes: str | None
    """Notes for the delivery."""
    phoneNumber: str | int | None
    """Phone number for questions about the delivery."""


class AsyncOrderCreateDTOShipmentDetailsDict(TypedDict, total=False):
    """How the goods of a v7 order should travel."""

    carrierCode: str | None
    """Short code of the carrier to use, such as RG (FedEx Ground). The newer contract allows 10 characters."""
    requestedDeliveryDate: str | None
    """Day on which you would like the goods: in the future, written as yyyyMMdd. A wish, not a promise. The newer
    contract allows 8 characters.
    """
    shipComplete: "ShipComplete | str | None"
    """Whether to wait until everything is there: true or C ships complete per warehouse, P per line, E over all
    warehouses. acceptBackOrder has no effect beside it.
    """
    shippingInstructions: str | None
    """What the warehouse or carrier should know. The newer contract allows 132 characters."""
    freightAccountNumber: str | None
    """Your account with the carrier. Shipping is then billed to that account."""
    signatureRequired: bool | None
    """Whether someone must sign for the delivery. False when left out."""


class AsyncOrderCreateDTOLineEndUserInfoDict(TypedDict, total=False):
    """The customer who will use the goods of one line."""

    endUserId: str | None
    """The end user's ID with Ingram Micro. The newer contract allows 10 characters."""
    endUserType: "EndUserType | str | None"
    """Whether this is the end user (endUser) or a person there (endUserContact). Used in some countries."""
    companyName: str | None
    """End user's company."""
    name1: str | None
    """First line of the end user's name, where a country needs more than the company name."""
    name2: str | None
    """Second line of the end user's name."""
    contactId: str | None
    """The contact person's ID with Ingram Micro."""
    addressLine1: str | None
    """End user's street and house number."""
    addressLine2: str | None
    """Building, floor or apartment of the end user's address."""
    addressLine3: str | None
    """Third line of the end user's address, if it needs one."""
    contact: str | None
    """Person at the end user."""
    city: str | None
    """End user's city."""
    state: str | None
    """End user's state or province as a short code, such as PA."""
    postalCode: str | None
    """End user's postal code."""
    addressLine4: str | None
    """Fourth line of the end user's address, if it needs one."""
    countryCode: "CountryCode | str | None"
    """End user's country: two letters (ISO 3166-1 alpha-2)."""
    phoneNumber: str | int | None
    """Phone number of the end user's contact person. The newer contract allows 30 characters."""
    email: str | None
    """E-mail address of the end user's contact person. The newer contract allows 241 characters."""
    name3: str | None
    """Third line of the end user's name."""


class AsyncOrderCreateDTOLineDict(TypedDict, total=False):
    """One article to order with v7."""

    customerLineNumber: str | None
    """Your own number for the line, from 1 to 884 and each one once. Other values are renumbered. The newer contract
    allows 3 characters.
    """
    ingramPartNumber: str | None
    """Ingram Micro's number for the article. The newer contract allows 18 characters."""
    quantity: int | str | None
    """How many units you want."""
    unitPrice: "Decimal | float | str | None"
    """Price that you ask for one unit, in the currency of your account. A wish; the event has the price that counts."""
    specialBidNumber: str | None
    """Number of the special price agreement (bid) that the manufacturer granted you. One on a line wins over the one
    for the whole order. The newer contract allows 36 characters.
    """
    endUserPrice: "Decimal | float | str | None"
    """Price that your customer pays for one unit. Needed for exports."""
    notes: str | None
    """A note on this line."""
    endUserInfo: "Sequence[AsyncOrderCreateDTOLineEndUserInfo | AsyncOrderCreateDTOLineEndUserInfoDict] | None"
    """The customers who will use the goods of this line."""
    vendorPartNumber: str | None
    """The manufacturer's number for the article."""
    additionalAttributes: "Sequence[AdditionalAttribute | AdditionalAttributeDict] | None"
    """Settings for this line as pairs of name and value."""
    vmfAdditionalAttributesLines: "Sequence[VmfAdditionalAttribute | VmfAdditionalAttributeDict] | None"
    """Facts that the manufacturer demands about the line, as pairs of name and value."""
    vriAdditionalAttributes: "Sequence[VendorAttributeGroup | VendorAttributeGroupDict] | None"
    """Facts that the manufacturer demands about the subscription of this line (since 2025)."""


class AsyncOrderCreateDTOSerialInfoDict(TypedDict, total=False):
    """One unit that is already in use and gets a warranty."""

    dateOfPurchase: str | None
    """Day on which the hardware was bought."""
    shipDate: str | None
    """Day on which the manufacturer shipped the hardware. Some manufacturers demand it."""
    primarySerialNumber: str | None
    """Serial number of the hardware."""
    secondarySerialNumber: str | None
    """Serial number of an accessory of that hardware."""


class AsyncOrderCreateDTOWarrantyInfoDict(TypedDict, total=False):
    """Ties a warranty to the hardware that it covers. Use one of the three links."""

    hardwareLineLink: str | None
    """On a warranty line: your line number of the hardware in this request."""
    warrantyLineLink: str | None
    """On a hardware line: your line number of its warranty in this request."""
    directLineLink: str | None
    """Any text that is the same on a hardware line and its warranty line. For warranties whose hardware does not all
    come from Ingram Micro.
    """
    serialInfo: "Sequence[AsyncOrderCreateDTOSerialInfo | AsyncOrderCreateDTOSerialInfoDict] | None"
    """Units that are already in use and get a warranty afterwards."""
    vmfAdditionalAttributesLines: "Sequence[VmfAdditionalAttribute | VmfAdditionalAttributeDict] | None"
    """Facts that the manufacturer demands about the line, as pairs of name and value."""


class AsyncOrderCreateDTODict(TypedDict, total=False):
    """An order to hand over to v7, or a quote to turn into one. No key is required; with a quoteNumber even the lines
    may be left out.
    """

    quoteNumber: str | None
    """Number of the quote to turn into an order. The quote then decides about the lines. At most 35 characters."""
    customerOrderNumber: str | None
    """Your own number for the order. A number that you used before is refused, unless the attribute
    allowDuplicateCustomerOrderNumber is "true". At most 35 characters; the newer contract allows 18.
    """
    endCustomerOrderNumber: str | None
    """Your customer's number for the order, as it stands on their purchase order. At most 35 characters; the newer
    contract allows 18.
    """
    notes: str | None
    """A note on the whole order."""
    billToAddressId: str | None
    """Short code of the billing address to use, out of those agreed when your account was opened."""
    specialBidNumber: str | None
    """Number of the special price agreement (bid) that the manufacturer granted you. One on a line wins over the one
    for the whole order.
    """
    internalComments: str | None
    """Notes for the people who handle the order inside Ingram Micro."""
    acceptBackOrder: bool | None
    """Whether articles that are out of stock may be delivered later. Has no effect when shipComplete is given."""
    vendAuthNumber: str | None
    """Permission that the manufacturer gave you to sell. Some manufacturers demand it, and without it their orders end
    up on hold.
    """
    resellerInfo: "AsyncOrderCreateDTOResellerInfo | AsyncOrderCreateDTOResellerInfoDict | None"
    """Your company: address and contact."""
    endUserInfo: "AsyncOrderCreateDTOEndUserInfo | AsyncOrderCreateDTOEndUserInfoDict | None"
    """The customer who will use the goods. May decide about prices and discounts."""
    shipToInfo: "AsyncOrderCreateDTOShipToInfo | AsyncOrderCreateDTOShipToInfoDict | None"
    """Where the goods go."""
    shipmentDetails: "AsyncOrderCreateDTOShipmentDetails | AsyncOrderCreateDTOShipmentDetailsDict | None"
    """How the goods should travel."""
    additionalAttributes: "Sequence[AdditionalAttribute | AdditionalAttributeDict] | None"
    """Settings for the whole order as pairs of name and value, such as allowPartialOrder."""
    vmfAdditionalAttributes: "Sequence[VmfAdditionalAttribute | VmfAdditionalAttributeDict] | None"
    """Facts that the manufacturer demands about the whole order, as pairs of name and value."""
    lines: "Sequence[AsyncOrderCreateDTOLine | AsyncOrderCreateDTOLineDict] | None"
    """The articles you want, one line for each. Not needed with a quoteNumber."""
    warrantyInfo: "Sequence[AsyncOrderCreateDTOWarrantyInfo | AsyncOrderCreateDTOWarrantyInfoDict] | None"
    """Ties warranties to the hardware that they cover."""
    enduserOrderNumber: str | None
    """Deprecated. Older spelling of your customer's order number, seen in one sample. Send endCustomerOrderNumber
    instead. At most 35 characters; the newer contract allows 18.
    """
    vmfVendorAdditionalAttributes: "Sequence[VendorAttributeGroup | VendorAttributeGroupDict] | None"
    """Facts that manufacturers demand about hardware, by manufacturer and product (since 2025)."""
    vriAdditionalAttributes: "Sequence[VendorAttributeGroup | VendorAttributeGroupDict] | None"
    """Facts that manufacturers demand about the subscriptions of a quote that is ordered as a whole (since 2025)."""
