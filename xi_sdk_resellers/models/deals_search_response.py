# Generated from the contract by "python -m codegen". Changes made here are lost.
"""DealsSearchResponse and its parts."""

from typing import ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.link import Link


class DealsSearchResponseDeal(AnswerModel):
    """One deal that was found."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Deal", "deal_id")

    deal_id: str | None = None
    """Number of the deal (special bid). It may hold spaces."""
    version: str | None = None
    """Its latest version."""
    end_user: str | None = None
    """The end customer that it is for."""
    vendor: str | None = None
    """The manufacturer that grants it."""
    deal_expiry_date: str | None = None
    """When it runs out."""
    links: Link | None = None
    """Where to read the deal."""


class DealsSearchResponse(AnswerModel):
    """One page of deals that match a search."""

    records_found: int | None = None
    """How many match in all."""
    page_size: int | None = None
    """How many a page holds."""
    page_number: int | None = None
    """Which page this is, counted from 1."""
    deals: list[DealsSearchResponseDeal] | None = None
    """The deals on this page."""
    next_page: str | None = None
    """What the service says about the next page. Not to be followed: count pages."""
    previous_page: str | None = None
    """What the service says about the page before. Not to be followed."""
