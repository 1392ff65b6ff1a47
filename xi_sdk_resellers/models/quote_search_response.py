# Generated from the contract by "python -m codegen". Changes made here are lost.
"""QuoteSearchResponse and its parts."""

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.link import Link

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import QuoteStatus
else:
    QuoteStatus = str


class QuoteSearchResponseQuote(AnswerModel):
    """One quote that matches."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Quote", "quote_number")

    quote_guid: str | None = None
    """Internal ID of the quote."""
    quote_name: str | None = None
    """What the quote was called when it was made."""
    quote_number: str | None = None
    """Number of the quote, for details, validation and the order."""
    revision: str | None = None
    """How often the quote was revised; its number stays the same."""
    currency_code: str | None = None
    """Currency of the amounts (ISO 4217)."""
    end_user_contact: str | None = None
    """Person at the customer that the quote is for."""
    special_bid_number: str | None = None
    """Number of the special price agreement (bid) behind the quote."""
    quote_total: Decimal | None = None
    """What everything in the quote costs you."""
    quote_status: QuoteStatus | str | None = None
    """Where the quote stands. Only active quotes are found."""
    ingram_quote_date: str | None = None
    """Day on which the quote was made."""
    last_modified_date: str | None = None
    """Day of the last change."""
    ingram_quote_expiry_date: str | None = None
    """Last day of the quote; `0001-01-01` means that none was set."""
    end_user_name: str | None = None
    """Customer that the quote is for."""
    vendor: str | None = None
    """Manufacturer of what is quoted."""
    created_by: str | None = None
    """Who made the quote."""
    quote_type: str | None = None
    """Kind of quote."""
    links: Link | None = None
    """Where to read this quote."""


class QuoteSearchResponse(AnswerModel):
    """One page of quotes that match a search."""

    records_found: int | None = None
    """How many quotes match in all."""
    page_size: int | None = None
    """How many quotes a page holds."""
    page_number: int | None = None
    """Which page this is, counted from 1."""
    quotes: list[QuoteSearchResponseQuote] | None = None
    """The quotes on this page."""
    next_page: str | None = None
    """Path of the next page, if there is one. Count pages instead of following it."""
    prev_page: str | None = None
    """Path of the page before, if there is one."""
