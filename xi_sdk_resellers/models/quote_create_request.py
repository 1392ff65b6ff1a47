# Generated from the contract by "python -m codegen". Changes made here are lost.
"""QuoteCreateRequest and its parts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from xi_sdk_resellers._modelling.base import IntegerOrText, RequestModel, TextOrInteger

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import CountryCode
else:
    CountryCode = str


class QuoteCreateRequestEndUserInfo(RequestModel):
    """The customer that a quote is asked for."""

    company_name: str | None = None
    """Customer that the quote is for."""
    contact: str | None = None
    """Person at the customer."""
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
    postal_code: str | None = None
    """Customer's postal code."""
    country_code: CountryCode | str | None = None
    """Customer's country: two letters (ISO 3166-1 alpha-2)."""
    email: str | None = None
    """Customer's e-mail address."""
    phone_number: TextOrInteger | None = None
    """Customer's phone number."""


class QuoteCreateRequestProduct(RequestModel):
    """One article to quote, by Ingram Micro's or the manufacturer's number."""

    customer_line_number: str | None = None
    """Your own number for the line."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
    quantity: IntegerOrText | None = None
    """How many units you want. The samples have it as text."""
    special_bid: str | None = None
    """Number of the special price agreement (bid) for the line."""
    line_level_notes: str | None = None
    """A note on the line."""
    pricing_type: str | None = None
    """Kind of price of the line."""


class QuoteCreateRequest(RequestModel):
    """A quote to ask for: by articles, or by the ID of a deal (Cisco only)."""

    other_spellings: ClassVar[Mapping[str, str]] = {"firstname": "first_name", "lastname": "last_name"}

    shown_as: ClassVar[tuple[str, str] | None] = ("Quote request", "quote_name")

    quote_name: str | None = None
    """What to call the quote."""
    first_name: str | None = None
    """First name of the person who asks."""
    last_name: str | None = None
    """Last name of the person who asks."""
    customer_contact: str = Field(
        validation_alias="customercontact", serialization_alias="customercontact", min_length=1, max_length=64
    )
    """E-mail address of the person who asks. At most 64 characters."""
    quote_expiry_date: str | None = None
    """Last day that you want the quote to be good for, as MM/DD/YYYY."""
    customer_need: str | None = None
    """What your customer needs, in words."""
    end_user_info: QuoteCreateRequestEndUserInfo | None = None
    """The customer that the quote is for."""
    deal_id: str | None = None
    """ID of the deal whose price and articles the quote takes (Cisco only)."""
    pricing_type: str | None = None
    """Kind of price."""
    send_quote_copy: str | None = None
    """E-mail addresses that get a copy of the quote: at most 10, separated by commas."""
    products: list[QuoteCreateRequestProduct] | None = None
    """The articles to quote. Empty with a deal."""
