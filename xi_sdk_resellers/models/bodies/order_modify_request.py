# Generated from the contract by "python -m codegen". Changes made here are lost.
"""OrderModifyRequest and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi_sdk_resellers.models.additional_attribute import AdditionalAttribute
    from xi_sdk_resellers.models.bodies.additional_attribute import AdditionalAttributeDict
    from xi_sdk_resellers.models.enums import CountryCode, LineAction
    from xi_sdk_resellers.models.order_modify_request import OrderModifyRequestLine, OrderModifyRequestShipToInfo


class OrderModifyRequestShipToInfoDict(TypedDict, total=False):
    """New delivery address of an order on hold."""

    addressId: str | None
    """Short code of one of your registered delivery addresses. Replaces the written address. At most 10 characters."""
    contact: str | None
    """Person who receives the goods. At most 40 characters."""
    companyName: str | None
    """Company that receives the goods. At most 40 characters."""
    name1: str | None
    """First line of the receiver's name, where a country needs more than the company name. At most 40 characters."""
    name2: str | None
    """Second line of the receiver's name. At most 40 characters."""
    addressLine1: str | None
    """Street and house number of the delivery address. At most 60 characters."""
    addressLine2: str | None
    """Building, floor or apartment of the delivery address. At most 40 characters."""
    addressLine3: str | None
    """Third line of the delivery address, if it needs one. At most 40 characters."""
    city: str | None
    """City of the delivery address. At most 25 characters."""
    state: str | None
    """State or province of the delivery address as a short code, such as KS. At most 3 characters."""
    postalCode: str | None
    """Postal code of the delivery address. At most 10 characters."""
    countryCode: "CountryCode | str | None"
    """Country of the delivery address: two letters (ISO 3166-1 alpha-2). At most 3 characters."""
    phoneNumber: str | int | None
    """Phone number for questions about the delivery. At most 30 characters."""
    email: str | None
    """E-mail address for news about the delivery. At most 241 characters."""


class OrderModifyRequestLineDict(TypedDict, total=False):
    """One line to add, change or delete."""

    ingramPartNumber: str | None
    """Ingram Micro's number for the article. At most 18 characters."""
    ingramLineNumber: str | int | None
    """Ingram Micro's number of the line to change or delete. Leave it out for a new line. At most 6 characters."""
    customerLineNumber: str | None
    """Your own number for a new line. May be empty. At most 6 characters."""
    addUpdateDeleteLine: "LineAction | str | None"
    """What to do with the line: ADD a new one, UPDATE its quantity or notes, or DELETE it."""
    quantity: int | None
    """How many units the line should have after the change."""
    notes: str | None
    """New note on the line. At most 132 characters."""


class OrderModifyRequestDict(TypedDict, total=False):
    """What to change in an order on hold. Give only what changes; an empty object goes with a release."""

    notes: str | None
    """New note on the whole order. Notes of more than 35 characters need the attribute enableCommentsAsLines = "true"
    and become lines of their own. At most 132 characters.
    """
    shipToInfo: "OrderModifyRequestShipToInfo | OrderModifyRequestShipToInfoDict | None"
    """New delivery address."""
    lines: "Sequence[OrderModifyRequestLine | OrderModifyRequestLineDict] | None"
    """The lines to add, change or delete. Lines that are not listed stay as they are."""
    additionalAttributes: "Sequence[AdditionalAttribute | AdditionalAttributeDict] | None"
    """Settings for the change as pairs of name and value, such as entryMethod or enableCommentsAsLines."""
