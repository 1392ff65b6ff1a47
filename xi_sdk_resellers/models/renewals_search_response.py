# Generated from the contract by "python -m codegen". Changes made here are lost.
"""RenewalsSearchResponse and its parts."""

from decimal import Decimal
from typing import ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.link import Link


class RenewalsSearchResponseRenewal(AnswerModel):
    """One renewal that was found."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"links"})

    shown_as: ClassVar[tuple[str, str] | None] = ("Renewal", "renewal_id")

    renewal_id: int | None = None
    """Ingram Micro's number of the renewal."""
    customer_order_number: str | None = None
    """Your own number of the order that is to be renewed."""
    reference_number: str | None = None
    """Number of the quote or of the notification, whichever there is."""
    end_user: str | None = None
    """The end customer's company."""
    vendor: str | None = None
    """The manufacturer."""
    expiration_date: str | None = None
    """When the contract runs out."""
    renewal_value: Decimal | None = None
    """What the renewal is worth."""
    status: str | None = None
    """Where it stands, in words."""
    links: list[Link] | None = None
    """Where to read the renewal and its quote."""


class RenewalsSearchResponse(AnswerModel):
    """One page of renewals that match a search."""

    one_in_list: ClassVar[bool] = True

    records_found: int | None = None
    """How many match in all."""
    page_size: int | None = None
    """How many a page holds."""
    page_number: int | None = None
    """Which page this is, counted from 1."""
    renewals: list[RenewalsSearchResponseRenewal] | None = None
    """The renewals on this page."""
    next_page: str | None = None
    """What the service says about the next page. Not to be followed: count pages."""
    previous_page: str | None = None
    """What the service says about the page before. Not to be followed."""
