# Generated from the contract by "python -m codegen". Changes made here are lost.
"""QuoteCreateRequest and its parts as plain dictionaries, with the keys that the vendor uses."""

from typing import TYPE_CHECKING

from typing_extensions import Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi_sdk_resellers.models.enums import CountryCode
    from xi_sdk_resellers.models.quote_create_request import QuoteCreateRequestEndUserInfo, QuoteCreateRequestProduct


class QuoteCreateRequestEndUserInfoDict(TypedDict, total=False):
    """The customer that a quote is asked for."""

    companyName: str | None
    """Customer that the quote is for."""
    contact: str | None
    """Person at the customer."""
    addressLine1: str | None
    """Customer's street and house number."""
    addressLine2: str | None
    """Building, floor or suite of the customer's address."""
    addressLine3: str | None
    """Third line of the customer's address, if it needs one."""
    city: str | None
    """Customer's city."""
    state: str | None
    """Customer's state or province as a short code, such as PA."""
    postalCode: str | None
    """Customer's postal code."""
    countryCode: "CountryCode | str | None"
    """Customer's country: two letters (ISO 3166-1 alpha-2)."""
    email: str | None
    """Customer's e-mail address."""
    phoneNumber: str | int | None
    """Customer's phone number."""


class QuoteCreateRequestProductDict(TypedDict, total=False):
    """One article to quote, by Ingram Micro's or the manufacturer's number."""

    customerLineNumber: str | None
    """Your own number for the line."""
    ingramPartNumber: str | None
    """Ingram Micro's number for the article."""
    vendorPartNumber: str | None
    """The manufacturer's number for the article."""
    quantity: int | str | None
    """How many units you want. The samples have it as text."""
    specialBid: str | None
    """Number of the special price agreement (bid) for the line."""
    lineLevelNotes: str | None
    """A note on the line."""
    pricingType: str | None
    """Kind of price of the line."""


class QuoteCreateRequestDict(TypedDict, total=False):
    """A quote to ask for: by articles, or by the ID of a deal (Cisco only)."""

    quoteName: str | None
    """What to call the quote."""
    firstName: str | None
    """First name of the person who asks."""
    lastName: str | None
    """Last name of the person who asks."""
    customercontact: Required[str]
    """E-mail address of the person who asks. At most 64 characters."""
    quoteExpiryDate: str | None
    """Last day that you want the quote to be good for, as MM/DD/YYYY."""
    customerNeed: str | None
    """What your customer needs, in words."""
    endUserInfo: "QuoteCreateRequestEndUserInfo | QuoteCreateRequestEndUserInfoDict | None"
    """The customer that the quote is for."""
    dealId: str | None
    """ID of the deal whose price and articles the quote takes (Cisco only)."""
    pricingType: str | None
    """Kind of price."""
    sendQuoteCopy: str | None
    """E-mail addresses that get a copy of the quote: at most 10, separated by commas."""
    products: "Sequence[QuoteCreateRequestProduct | QuoteCreateRequestProductDict] | None"
    """The articles to quote. Empty with a deal."""
